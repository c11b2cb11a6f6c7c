// The public programme of a conference: what is parallel, search, filters. It has no script.
import { firstVisitBytes } from '../../harness/firstVisit.ts';
import { expect, test } from '../../harness/test.ts';

test.use({ data: 'demo' });

test.beforeEach(async ({ page }) => {
  await page.goto('/events');
  await page.locator('main a', { hasText: 'Ankommen im Beruf' }).first().click();
  await page.getByRole('link', { name: 'Im Programm suchen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Programm' })).toBeVisible();
});

test('parallel workshops stand side by side, and one under the other on a phone', { tag: ['@nojs', '@both'] }, async ({ page, accessible, javaScriptEnabled }) => {
  const shown = page.locator('.workshops .parallel').filter({ hasText: 'Worum es geht' }).first().locator('> li');
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const [first, second] = [(await shown.nth(0).boundingBox())!, (await shown.nth(1).boundingBox())!];
    if (width === 1280) expect(second.y).toBe(first.y);
    else expect(second.y).toBeGreaterThanOrEqual(first.y + first.height);
    if (javaScriptEnabled) {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, `${width}`).toBe(0);
    }
    await accessible();
  }
  await expect(page.locator('.workshops h2')).toHaveCount(2);
  expect(await page.locator('script').count()).toBe(0);
});

test('search, day and topic narrow the programme, alone and together', { tag: ['@nojs', '@both'] }, async ({ page, accessible }) => {
  const titles = page.locator('.workshops .title');
  const all = await titles.count();
  expect(all).toBeGreaterThan(37);
  await page.getByLabel('Suchen').fill('handwerk kammern');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(page.locator('main [role=status]')).toContainText(/passen|passt/);
  for (const title of await titles.allInnerTexts()) expect(title).toContain('Handwerk');
  await accessible();

  await page.getByRole('link', { name: 'Ganzes Programm zeigen' }).click();
  await expect(titles).toHaveCount(all);
  const days = page.getByLabel('Tag');
  await days.selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(page.locator('.workshops h2')).toHaveCount(1);
  const onDay = await titles.count();
  await page.getByLabel('Thema').selectOption('Anerkennungsberatung');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(days).not.toHaveValue('');
  const both = await titles.count();
  expect(both).toBeGreaterThan(0);
  expect(both).toBeLessThan(onDay);

  await page.getByLabel('Suchen').fill('Unterwasserrugby');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(page.locator('main')).toContainText('Dazu gibt es nichts im Programm');
  await expect(page.getByLabel('Suchen')).toHaveValue('Unterwasserrugby');
  await accessible();
});

test('the first visit of the programme is small', async ({ page }) => {
  const path = new URL(page.url()).pathname;
  expect(await firstVisitBytes(page, path)).toBeLessThan(40_000);
});
