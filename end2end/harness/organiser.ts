// The steps of an organiser.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Participant } from './participant.ts';

export interface DraftOptions {
  title?: string;
  kind?: 'network meeting' | 'world café' | 'conference';
  capacity?: number;
  visibility?: 'public' | 'link' | 'invitation';
  /** Who may register. */
  admission?: 'open' | 'approved' | 'invited';
  /** Seats held for organisations of the network, by their short names. */
  colleagues?: 'each' | 'first';
  contingents?: Record<string, number>;
  /** Further fields of the form, by name. */
  fields?: Record<string, string>;
}

/** The path of a file, or its content. */
export type Table = string | { name: string; mimeType: string; buffer: Buffer };

/** A future day without a clock change. */
export const meetingDay = `${new Date().getFullYear() + 1}-06-15`;

/** Opens every folded part of a form. */
export async function openParts(page: Page): Promise<void> {
  const folded = page.locator('details.part:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Creates a draft. Returns the path of its page. */
export async function draftEvent(page: Page, { title = 'Netzwerktreffen', kind, capacity, visibility = 'public', admission = 'open', colleagues = 'each', contingents = {}, fields = {} }: DraftOptions = {}): Promise<string> {
  await page.goto('/organise/events/new');
  await page.locator('[name=title]').fill(title);
  if (kind) await page.locator('[name=kind]').selectOption(kind);
  await page.locator('[name=starts_date]').fill(meetingDay);
  await page.locator('[name=starts_time]').fill('09:30');
  await page.locator('[name=ends_time]').fill('16:00');
  await openParts(page);
  if (capacity) await page.locator('[name=capacity]').fill(String(capacity));
  for (const [row, [organisation, seats]] of Object.entries(contingents).entries()) {
    await page.locator(`[name="contingents[${row}][organisation]"]`).selectOption({ label: organisation });
    await page.locator(`[name="contingents[${row}][seats]"]`).fill(String(seats));
  }
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  await page.locator(`[name=visibility][value=${visibility}]`).check();
  await page.locator(`[name=admission][value=${admission}]`).check();
  await page.locator(`[name=colleagues][value=${colleagues}]`).check();
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/\/organise\/events\/[0-9a-f-]{36}\?saved=new/);
  return new URL(page.url()).pathname;
}

/** Publishes a draft. Returns the path of its public page. */
export async function publish(page: Page, event: string): Promise<string> {
  await page.goto(`${event}/publish`);
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/saved=published/);
  await followJob(page, event);
  const link = page.locator('main a[href*="/events/"]:not([href*="/organise/"])').first();
  return (await link.count()) ? new URL((await link.getAttribute('href')) ?? '', page.url()).pathname : '';
}

/** Creates a published event. Returns the paths of its two pages. */
export async function publishedEvent(page: Page, options: DraftOptions = {}): Promise<{ event: string; open: string }> {
  const event = await draftEvent(page, options);
  return { event, open: await publish(page, event) };
}

/** Uploads a table and checks it without importing it. */
export async function checkTable(page: Page, event: string, file: Table): Promise<void> {
  await page.goto(`${event}/registrations/import`);
  await page.locator('[name=file]').setInputFiles(file);
  await page.locator('button[value=check]').click();
  await expect(page.locator('.verdict')).toBeVisible();
}

/** Imports a table without errors. The list is open then. */
export async function importTable(page: Page, event: string, file: Table): Promise<void> {
  await checkTable(page, event, file);
  await page.locator('button[value=import]').click();
  await expect(page).toHaveURL(/(done|saved)=imported/);
  await followJob(page, `${event}/registrations`);
}

/** Waits for the end of a job whose page is open, then opens another page. */
export async function followJob(page: Page, then: string): Promise<void> {
  if (!page.url().includes('/jobs/')) return;
  await expect(page.locator('.job progress')).toHaveCount(0, { timeout: 120_000 });
  await page.goto(then);
}

/** Adds an organisation to the network. */
export async function addOrganisation(page: Page, shortName: string): Promise<void> {
  await page.goto('/organise/organisations/new');
  await page.locator('[name=short_name]').fill(shortName);
  await page.locator('[name=name]').fill(shortName);
  await page.locator('main form button.first').click();
  await expect(page).not.toHaveURL(/\/new/);
}

/** Adds a person by the form. Returns the path of their page, which is open then. */
export async function addPerson(page: Page, event: string, who: Participant, organisation?: string): Promise<string> {
  await page.goto(`${event}/registrations/new`);
  await page.locator('[name=given_name]').fill(who.given);
  await page.locator('[name=family_name]').fill(who.family);
  await page.locator('[name=address]').fill(who.address);
  if (organisation) await page.locator('[name=organisation]').fill(organisation);
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=added/);
  return new URL(page.url()).pathname;
}

/** Changes the times of day and confirms the notifications. */
export async function moveEvent(page: Page, event: string, { starts, ends }: { starts: string; ends: string }): Promise<void> {
  await page.goto(`${event}/edit`);
  await openParts(page);
  await page.locator('[name=starts_time]').fill(starts);
  await page.locator('[name=ends_time]').fill(ends);
  await page.locator('main form button.first').last().click();
  await page.locator('[name=confirmed]').click();
  await expect(page).toHaveURL(/saved=changed/);
  await followJob(page, event);
}

/** Cancels an event with a reason. */
export async function cancelEvent(page: Page, event: string, reason: string): Promise<void> {
  await page.goto(`${event}/cancel`);
  await page.locator('[name=reason]').fill(reason);
  await page.locator('main form button.harm').click();
  await expect(page).toHaveURL(/saved=cancelled/);
  await followJob(page, event);
}

export interface Question {
  label: string;
  kind: 'text' | 'long text' | 'one of' | 'several of' | 'yes/no';
  options?: string[];
  help?: string;
  required?: boolean;
}

/** Adds a question for participants. */
export async function addQuestion(page: Page, event: string, { label, kind, options = [], help = '', required = false }: Question): Promise<void> {
  await page.goto(`${event}/questions`);
  const editor = page.locator('.editor');
  await editor.locator('[name=label]').fill(label);
  await editor.locator(`[name=kind][value="${kind}"]`).check();
  if (options.length > 0) await editor.locator('[name=options]').fill(options.join('\n'));
  await editor.locator('[name=help]').fill(help);
  await editor.locator('[name=required]').setChecked(required);
  await editor.locator('button.first').click();
  await expect(page.locator('.plan')).toContainText(label);
}

export interface AgendaItem {
  title: string;
  time: string;
  minutes: number;
  /** Whether later items move, too. */
  along?: boolean;
}

/** Adds an item to the agenda. The agenda is open then. */
export async function addAgendaItem(page: Page, event: string, { title, time, minutes, along = false }: AgendaItem): Promise<void> {
  await page.goto(`${event}/agenda`);
  const editor = page.locator('.editor');
  await editor.locator('[name=title]').fill(title);
  await editor.locator('[name=time]').fill(time);
  await editor.locator('[name=minutes]').fill(String(minutes));
  if (along) await editor.locator('[name=along]').check();
  await editor.locator('button.first').click();
  await expect(page.locator('.item.changed')).toContainText(title);
}

/** An item of the organiser's agenda, which is open. */
export function agendaItem(page: Page, title: string): Locator {
  return page.locator('.plan .item').filter({ has: page.locator('.name b', { hasText: new RegExp(`^${title}$`) }) });
}

/** Compares the items of the open agenda with their start, such as `09:30 Begrüßung`. Parallel ones have that of their slot. */
export async function expectAgenda(page: Page, expected: string[]): Promise<void> {
  // The page may be on its way.
  await expect(async () => expect(await agendaOf(page)).toEqual(expected)).toPass({ timeout: 10_000 });
}

async function agendaOf(page: Page): Promise<string[]> {
  return page.locator('.plan .item').evaluateAll((items) =>
    items.map((item) => {
      const time = item.querySelector('time') ?? item.closest('.slot')?.querySelector('time');
      return `${time?.dateTime.slice(11, 16)} ${item.querySelector('.name b')?.textContent}`;
    }),
  );
}

/** A viewport without scrolling, for dragging. */
export const tallViewport = { width: 1280, height: 1400 };

/** Drags an item of a list before or after another one, by the grip that appears on hover. */
export async function drag(item: Locator, where: 'before' | 'after', other: Locator): Promise<void> {
  const { height } = (await other.boundingBox())!;
  const grip = item.locator('.grip');
  await expect(async () => {
    // The island handles hover only after hydration.
    await other.hover();
    await item.hover();
    await expect(grip).toBeVisible({ timeout: 500 });
  }).toPass();
  await grip.dragTo(other, { targetPosition: { x: 40, y: where === 'before' ? 4 : height - 4 }, steps: 30 });
}
