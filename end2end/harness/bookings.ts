// A conference whose workshops are booked by whoever comes first.
import { expect, type Page } from '@playwright/test';
import type { Mailbox } from './mailbox.ts';
import { publish } from './organiser.ts';
import { confirm, register, type Participant } from './participant.ts';
import type { Conference } from './wishes.ts';
import { addSlot, addWorkshop, draftConference } from './workshops.ts';

/** Publishes a conference with two slots to be booked. *Handwerk* has one seat and is offered in both. */
export async function openBookedConference(page: Page): Promise<Conference> {
  const event = await draftConference(page);
  await addSlot(page, event, { time: '10:00', ends: '11:30', way: 'first come' });
  await addSlot(page, event, { time: '13:00', ends: '14:30', way: 'first come' });
  await addWorkshop(page, event, { title: 'Handwerk', offers: { 0: 'Saal 1', 1: 'Saal 2' }, fields: { most: '1' } });
  await addWorkshop(page, event, { title: 'Pflege', offers: { 0: 'Saal 3' }, fields: { least: '2', most: '12', speakers: 'Dr. Lea Muster' } });
  await addWorkshop(page, event, { title: 'Sprache', offers: { 1: 'Saal 4' }, fields: { description: 'Mit **echten** Fällen.' } });
  return { event, open: await publish(page, event) };
}

/** Registers somebody, who opens the page on which workshops are booked. Returns its address. */
export async function openBookings(page: Page, mailbox: Mailbox, open: string, who: Participant): Promise<string> {
  await register(page, open, who);
  await confirm(page, mailbox, who);
  await page.getByRole('link', { name: 'Zu den Workshops' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ihre Workshops');
  return page.url().split('#')[0]!;
}

/** The offer of a workshop in a slot, counted from 0. */
export const offerIn = (page: Page, slot: number, title: string) =>
  page.locator('#bookings > section').nth(slot).locator('.offers > li').filter({ has: page.getByRole('heading', { name: title }) });
