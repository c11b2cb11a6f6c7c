// Every page with demo data: no serious or critical finding, light and dark; nothing sticks out of a
// narrow screen.
import { expect, test } from '../../harness/test.ts';
import { signInToDemo } from '../../harness/signIn.ts';
import type { Page } from '@playwright/test';

test.use({ data: 'demo' });

async function eventPath(page: Page): Promise<string> {
  await page.goto('/organise');
  return (await page.locator('main th a').first().getAttribute('href'))!;
}

const everybody = ['/', '/sign-in', '/imprint/iq-sachsen', '/privacy/iq-sachsen', '/accessibility', '/no-such-page'];
const organisers = ['/organise', '/organise/events/new', '/organise/outgoing', '/organise/organisations', '/organise/network', '/account'];
const ofEvent = ['', '/edit', '/agenda', '/questions', '/preview', '/cancel', '/registrations', '/registrations/new', '/registrations/import', '/messages'];

test('what everybody sees', async ({ page, server, accessible }) => {
  test.setTimeout(400_000);
  expect(server.url).toBeTruthy();
  await page.goto('/');
  const event = (await page.locator('main a[href^="/events/"]').first().getAttribute('href'))!;
  for (const path of [...everybody, event, `${event}/register`]) {
    await page.goto(path);
    await accessible();
  }
});

test('what organisers see', async ({ page, server, accessible }) => {
  test.setTimeout(400_000);
  await signInToDemo(page, server);
  const event = await eventPath(page);
  for (const path of [...organisers, ...ofEvent.map((part) => event + part)]) {
    await page.goto(path);
    await accessible();
  }
});

test('nothing sticks out of a screen 320 pixels wide', async ({ page, server }) => {
  test.setTimeout(400_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await signInToDemo(page, server);
  const event = await eventPath(page);
  for (const path of [...everybody, ...organisers, ...ofEvent.map((part) => event + part)]) {
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, path).toBeLessThanOrEqual(320);
  }
});
