// Changing an assignment by dragging and with the keyboard: the browser evaluates, the server decides.
import type { Page } from '@playwright/test';
import { dragTo } from '../../../harness/dragging.ts';
import { newParticipant } from '../../../harness/participant.ts';
import { signInToDemo } from '../../../harness/signIn.ts';
import { expect, test } from '../../../harness/test.ts';
import { openConference, openWishes, wish } from '../../../harness/wishes.ts';

const cell = (page: Page, workshop: string) => page.locator(`td[data-name="${workshop}"]`);
const chips = (page: Page) => page.locator('#board td a.seat');
const held = (page: Page) => page.locator('#held-bar');

test.describe('with the congress', () => {
  test.use({ data: 'demo' });

  test('the browser and the server judge every place alike', async ({ page, server }) => {
    test.setTimeout(180_000);
    await signInToDemo(page, server);
    await page.goto('/organise');
    const event = await page.locator('main th a').filter({ hasText: /Ankommen im Beruf/ }).first().getAttribute('href');
    const board = `${event}/workshops/assignment?people=all`;
    let compared = 0;
    for (let turn = 0; turn < 8; turn += 1) {
      await page.goto(board);
      await expect(page.locator('#held-news')).toBeAttached();
      await page.waitForLoadState('networkidle');
      const chip = chips(page).nth((turn * 61 + 7) % (await chips(page).count()));
      const address = (await chip.getAttribute('href'))!;
      await chip.focus();
      await page.keyboard.press('Enter');
      await expect(held(page)).toBeVisible();
      const evaluated = await page.locator('#board td .room[data-verdict]').evaluateAll((rooms) =>
        Object.fromEntries(rooms.map((room) => [room.closest('td')!.dataset['name']!, (room as HTMLElement).dataset['verdict']!])));
      await page.keyboard.press('Escape');
      await expect(held(page)).toBeHidden();
      await page.goto(address);
      const judged = await page.locator('.options > li:has(b[lang])').evaluateAll((lines) =>
        Object.fromEntries(lines.map((line) => {
          // Where nothing but the seats stands against it, it says that it is full.
          const cost = line.querySelector(':scope > div > .cost');
          const verdict = cost ? (cost.className.split(' ')[1] ?? 'even') : 'no';
          return [line.querySelector('b')!.textContent!, verdict];
        })));
      expect(evaluated).toEqual(judged);
      compared += Object.keys(judged).length;
    }
    expect(compared).toBeGreaterThan(100);
  });
});

test('a person is dragged to another workshop, and the cost is named before', { tag: '@both' }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1280, height: 1600 });
  const { event, open } = await openConference(page);
  for (const name of ['Anna', 'Ben']) {
    await openWishes(visitor, mailbox, open, newParticipant(name));
    await wish(visitor, 'Pflege');
    await wish(visitor, 'Sprache');
  }
  await page.goto(`${event}/workshops/assignment`);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await page.getByRole('button', { name: /^Diese nehmen/ }).first().click();
  await page.getByRole('link', { name: 'Alle Personen zeigen' }).click();
  await page.waitForLoadState('networkidle');
  const anna = page.locator('#board a.seat', { hasText: 'Anna Muster' });
  await expect(cell(page, 'Pflege').locator('a.seat')).toHaveCount(2);
  await accessible(page);

  // Another organiser looks at the same board.
  const second = await page.context().newPage();
  await second.goto(`${event}/workshops/assignment?people=all`);
  await expect(cell(second, 'Pflege').locator('a.seat')).toHaveCount(2);

  // Nothing happens until the pointer lets go.
  await dragTo(page, anna, cell(page, 'Handwerk'));
  await expect(held(page)).toContainText('In „Handwerk“ setzen: ohne Wunsch statt 1. Wunsch.');
  await expect(cell(page, 'Handwerk').locator('.room')).toHaveAttribute('data-verdict', 'loss');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(held(page)).toBeHidden();
  await dragTo(page, anna, cell(page, 'Handwerk'));
  await page.mouse.up();
  await expect(page).toHaveURL(/done=moved/);
  await expect(cell(page, 'Handwerk')).toContainText('Anna Muster');
  await expect(page.locator('#offers')).toContainText('Geändert. Die neue Fassung steht hier.');
  // It is there without loading the page again.
  await expect(cell(second, 'Handwerk')).toContainText('Anna Muster', { timeout: 2_000 });
  await second.close();

  // The only seat of Handwerk is taken: the keyboard swaps.
  await page.waitForLoadState('networkidle');
  const ben = page.locator('#board a.seat', { hasText: 'Ben Muster' });
  await ben.focus();
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Handwerk').locator('.room')).toHaveAttribute('data-cost', 'voll');
  await page.keyboard.press('Escape');
  await ben.focus();
  await page.keyboard.press('Enter');
  const focused = page.locator(':focus');
  for (let step = 0; step < 6 && !(await focused.textContent())?.includes('Anna'); step += 1) await page.keyboard.press('ArrowUp');
  await expect(page.locator('#held-news')).toContainText('Mit Anna Muster tauschen (Handwerk): ohne Wunsch statt 1. Wunsch, Anna Muster: 1. Wunsch statt ohne Wunsch.');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Handwerk')).toContainText('Ben Muster');
  await expect(cell(page, 'Pflege')).toContainText('Anna Muster');

  // A change that breaks a rule is not made: the page of the person names the rule.
  await page.waitForLoadState('networkidle');
  await dragTo(page, anna, cell(page, 'Handwerk').locator('.room'));
  await expect(held(page)).toContainText('dort ist kein Platz frei');
  await page.mouse.up();
  await expect(page).toHaveURL(/done=refused/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna Muster');
  await expect(page.locator('main')).toContainText('Nicht geändert: Das würde eine Regel brechen.');
});
