// The steps of an organiser who offers workshops.
import { expect, type Page } from '@playwright/test';
import { draftEvent, meetingDay } from './organiser.ts';

export type SlotWay = 'together' | 'first come' | 'wishes';

export interface Slot {
  date?: string;
  time: string;
  ends: string;
  way?: SlotWay;
}

export interface Workshop {
  title: string;
  /** The slots that it is offered in, counted from 0, with the room of each. */
  offers?: Record<number, string>;
  /** Further fields of the form, by name. */
  fields?: Record<string, string>;
}

/** The day after the meeting. */
export const secondDay = meetingDay.replace(/15$/, '16');

/** Creates a draft of a conference of two days. Returns the path of its page. */
export function draftConference(page: Page, title = 'Fachkongress'): Promise<string> {
  return draftEvent(page, { title, kind: 'conference', fields: { ends_date: secondDay } });
}

/** Fills the form of a slot, which is open. */
export async function fillSlot(page: Page, { date = meetingDay, time, ends, way = 'wishes' }: Slot): Promise<void> {
  await page.locator('[name=date]').fill(date);
  await page.locator('[name=time]').fill(time);
  await page.locator('[name=ends]').fill(ends);
  await page.locator(`[name=way][value="${way}"]`).check();
}

/** Adds a slot. The offer is open then. */
export async function addSlot(page: Page, event: string, slot: Slot): Promise<void> {
  await page.goto(`${event}/workshops/slots/new`);
  await fillSlot(page, slot);
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=slot-added/);
}

/** Fills the form of a workshop, which is open. */
export async function fillWorkshop(page: Page, { title, offers = {}, fields = {} }: Workshop): Promise<void> {
  await page.locator('[name=title]').fill(title);
  for (const [slot, room] of Object.entries(offers)) {
    await page.locator(`[name="offers[${slot}][offered]"]`).check();
    await page.locator(`[name="offers[${slot}][room]"]`).fill(room);
  }
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
}

/** Adds a workshop. The offer is open then. */
export async function addWorkshop(page: Page, event: string, workshop: Workshop): Promise<void> {
  await page.goto(`${event}/workshops/new`);
  await fillWorkshop(page, workshop);
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=added/);
}

/** Uploads a table of workshops and checks it without importing it. */
export async function checkWorkshops(page: Page, event: string, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto(`${event}/workshops/import`);
  await page.locator('[name=file]').setInputFiles(file);
  await page.locator('button[value=check]').click();
  await expect(page.locator('.verdict')).toBeVisible();
}
