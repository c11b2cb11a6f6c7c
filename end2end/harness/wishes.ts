// A conference whose workshops are wished for.
import { expect, type Page } from '@playwright/test';
import type { Mailbox } from './mailbox.ts';
import { publish } from './organiser.ts';
import { confirm, register, type Participant } from './participant.ts';
import { addSlot, addWorkshop, draftConference } from './workshops.ts';

export interface Conference {
  event: string;
  /** The path of its public page. */
  open: string;
}

/** Publishes a conference with two slots, whose wishes are open. *Handwerk* is offered in both slots. */
export async function openConference(page: Page): Promise<Conference> {
  const event = await draftConference(page);
  await addSlot(page, event, { time: '10:00', ends: '11:30' });
  await addSlot(page, event, { time: '13:00', ends: '14:30' });
  await addWorkshop(page, event, { title: 'Handwerk', offers: { 0: 'Saal 1', 1: 'Saal 2' }, fields: { most: '1', speakers: 'Beate Schäfer' } });
  await addWorkshop(page, event, { title: 'Pflege', offers: { 0: 'Saal 3' }, fields: { speakers: 'Dr. Lea Muster' } });
  await addWorkshop(page, event, { title: 'Sprache', offers: { 1: 'Saal 4' }, fields: { description: 'Mit **echten** Fällen.' } });
  const open = await publish(page, event);
  await page.goto(`${event}/workshops/wishes`);
  await page.locator('[name=least]').fill('2');
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=saved/);
  return { event, open };
}

/** Registers somebody, who opens their wishes. */
export async function openWishes(page: Page, mailbox: Mailbox, open: string, who: Participant): Promise<void> {
  await register(page, open, who);
  await confirm(page, mailbox, who);
  await page.getByRole('link', { name: 'Workshops wünschen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Was möchten Sie besuchen?');
}

/** Wishes for the first offer of a workshop. */
export async function wish(page: Page, title: string): Promise<void> {
  await offer(page, title).getByRole('button', { name: 'Wünschen' }).click();
  await expect(offer(page, title).locator('.rank')).toBeVisible();
}

/** The first offer of a workshop. */
export const offer = (page: Page, title: string) => page.locator('.offers > li').filter({ has: page.getByRole('heading', { name: title }) }).first();

/** Expects the titles of the wishes in their order. */
export async function expectOrder(page: Page, titles: string[]): Promise<void> {
  await expect(page.locator('.wish-order > li b')).toHaveText(titles);
}
