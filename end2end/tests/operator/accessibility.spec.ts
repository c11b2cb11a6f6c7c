// Every page with demo data: no serious or critical violation, no overflow, no navigation in two rows.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { draftEvent } from '../../harness/organiser.ts';
import { assignmentPages, cafePages, draftPages, EVENT, jobPages, logoPages, organiserPages, participantPages, paths, PERSON, placesPages, publicPages, reminderPages, secretCafePages, timetablePages, writtenPages } from '../../harness/routes.ts';
import { signInToDemo } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';

test.use({ data: 'demo' });

test('every route is checked', () => {
  const source = readFileSync(resolve(import.meta.dirname, '../../../app/src/routes.rs'), 'utf8');
  const routes = [...source.matchAll(/path!\("([^"]+)"\)/g)].map(([, route]) => route);
  expect(routes.length).toBeGreaterThan(30);
  const seen = [...Object.keys(publicPages), ...Object.keys(organiserPages), ...Object.keys(cafePages), ...draftPages, ...secretCafePages, ...assignmentPages, ...jobPages, ...logoPages, ...participantPages, ...placesPages, ...reminderPages, ...timetablePages, ...writtenPages];
  expect(routes.filter((route) => !seen.includes(route!))).toEqual([]);
});

test('public pages', async ({ page, accessible }) => {
  test.setTimeout(400_000);
  for (const path of await paths(page, publicPages)) {
    await page.goto(path);
    await accessible();
  }
});

test('organiser pages', async ({ page, server, accessible }) => {
  test.setTimeout(600_000);
  await signInToDemo(page, server);
  for (const path of await paths(page, organiserPages)) {
    await page.goto(path);
    await accessible();
  }
});

test('confirmation pages of organisers', async ({ page, server, accessible }) => {
  test.setTimeout(400_000);
  await signInToDemo(page, server);
  const way = ['/organise', EVENT, `${EVENT}/registrations`, PERSON];
  const person = (await paths(page, Object.fromEntries(way.map((route) => [route, organiserPages[route]!])))).at(-1)!;
  await page.goto(person);
  const questions = await page.locator('main a[href*="?"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(questions.length).toBeGreaterThan(1);
  const draft = await draftEvent(page, { title: 'Entwurf' });
  for (const path of [...questions, `${draft}/publish`, `${draft}/discard`]) {
    await page.goto(path);
    await accessible();
  }
});

test('no page scrolls sideways and no navigation wraps, at any width', async ({ page, server }) => {
  test.setTimeout(600_000);
  await signInToDemo(page, server);
  const long = await draftEvent(page, { title: 'Fachkräfteeinwanderungsgesetzesänderungsverordnungsberatungstreffen' });
  const secret = await openCafe(page);
  for (const path of [...(await paths(page, { ...publicPages, ...organiserPages, ...cafePages })), long, `${long}/edit`, ...secret]) {
    await page.goto(path);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 640 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
      expect(await wrappedNavigation(page), `${path} at ${width}`).toEqual([]);
    }
  }
});

test('the public header keeps to one line at any width', { tag: '@nojs' }, async ({ page }) => {
  for (const path of await paths(page, publicPages)) {
    await page.goto(path);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await wrappedNavigation(page), `${path} at ${width}`).toEqual([]);
      // On a phone the name of the network leads to its events.
      if (width === 1280) await expect(page.getByRole('banner').getByRole('link', { name: 'Veranstaltungen' })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('button', { name: 'English' })).toBeInViewport({ ratio: 1 });
    }
  }
});

/** Makes what the café of the demo shows to others. Returns the addresses: a screen, a table, the results. */
async function openCafe(page: Page): Promise<string[]> {
  await page.goto('/organise');
  const event = await page.locator('main th a', { hasText: 'Netzwerktreffen' }).first().getAttribute('href');
  await page.goto(`${event}/cafe/live`);
  await page.getByRole('button', { name: /Adresse anlegen$/ }).click();
  const screen = await page.locator('#screen-link').inputValue();
  await page.goto(`${event}/cafe/harvest/links`);
  await page.getByRole('button', { name: 'Neue Links für alle Tische' }).click();
  const table = await page.locator('.copy input').first().inputValue();
  await page.goto(`${event}/cafe/harvest`);
  await page.getByRole('button', { name: 'Ergebnisse veröffentlichen' }).click();
  await expect(page.getByRole('button', { name: 'Zurückziehen' })).toBeVisible();
  const results = await page.locator('a[href$="/results"]').first().getAttribute('href');
  return [screen, table, results!];
}

/** The rows of links of header, band and parts that take more than one line, by their class. */
function wrappedNavigation(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('.bar > div, .tabs ul, .parts ul')].filter((row) => row.offsetParent !== null);
    const lines = (row: HTMLElement) => {
      const boxes = [...row.children].map((child) => child.getBoundingClientRect()).filter(({ height }) => height > 0);
      const bottomOfFirst = Math.min(...boxes.map(({ bottom }) => bottom));
      return boxes.some(({ top }) => top >= bottomOfFirst) || row.clientHeight > 64;
    };
    return rows.filter(lines).map((row) => row.className || row.parentElement!.className);
  });
}
