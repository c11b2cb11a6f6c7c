// What an organiser does, in as few steps as a test needs.
import { expect, type Page } from '@playwright/test';

export interface Plan {
  title?: string;
  capacity?: number;
  visibility?: 'public' | 'link' | 'invitation';
}

/** A day that is always to come, and never one on which clocks change. */
export const meetingDay = `${new Date().getFullYear() + 1}-06-15`;

/** Creates a draft; gives its page's path. */
export async function draftEvent(page: Page, { title = 'Netzwerktreffen', capacity, visibility = 'public' }: Plan = {}): Promise<string> {
  await page.goto('/organise/events/new');
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=starts_date]').fill(meetingDay);
  await page.locator('[name=starts_time]').fill('09:30');
  await page.locator('[name=ends_time]').fill('16:00');
  if (capacity) await page.locator('[name=capacity]').fill(String(capacity));
  await page.locator(`[name=visibility][value=${visibility}]`).check();
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/\/organise\/events\/[0-9a-f-]{36}\?saved=new/);
  return new URL(page.url()).pathname;
}

/** Publishes a draft; gives the path of its public page. */
export async function publish(page: Page, event: string): Promise<string> {
  await page.goto(`${event}/publish`);
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/saved=published/);
  const link = page.locator('main a[href*="/events/"]:not([href*="/organise/"])').first();
  return (await link.count()) ? new URL((await link.getAttribute('href')) ?? '', page.url()).pathname : '';
}

/** A published event; gives the paths of its two pages. */
export async function publishedEvent(page: Page, plan: Plan = {}): Promise<{ event: string; open: string }> {
  const event = await draftEvent(page, plan);
  return { event, open: await publish(page, event) };
}
