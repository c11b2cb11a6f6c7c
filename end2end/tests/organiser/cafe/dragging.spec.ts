// Changing the board of a world café by dragging and with the keyboard: the browser evaluates, the server decides.
import type { Locator, Page } from '@playwright/test';
import { dragTo } from '../../../harness/dragging.ts';
import { Client } from '../../../harness/httpClient.ts';
import { signInToDemo } from '../../../harness/signIn.ts';
import { expect, test } from '../../../harness/test.ts';

test.use({ data: 'demo' });

async function openBoard(page: Page): Promise<string> {
  await page.goto('/organise');
  const event = await page.locator('main th a').filter({ hasText: /Netzwerktreffen/ }).first().getAttribute('href');
  await page.goto(`${event}/cafe/plan`);
  await expect(page.locator('#held-news')).toBeAttached();
  await page.waitForLoadState('networkidle');
  return `${event}/cafe/plan`;
}

const chips = (page: Page, round: number) => page.locator(`td[data-round="${round}"] a.seat`);
const nameOn = async (chip: Locator) => (await chip.locator('span').first().textContent())!;
const tableOf = async (page: Page, round: number, name: string) =>
  page.locator(`td[data-round="${round}"]`, { has: page.locator('.seat', { hasText: name }) }).getAttribute('data-table');
const held = (page: Page) => page.locator('#held-bar');

/** The costs of all targets in a round, by table and, for chips, by person. */
const costs = (page: Page, round: number, read: 'island' | 'server') =>
  page.locator(`td[data-round="${round}"]`).evaluateAll((cells, read) => {
    const found: Record<string, string> = {};
    for (const cell of cells as HTMLElement[]) {
      for (const place of cell.querySelectorAll<HTMLElement>('.room, a.seat')) {
        const cost = read === 'island' ? place.dataset.cost : place.querySelector('.cost')?.textContent;
        if (cost) found[`${cell.dataset.table} ${place.dataset.person ?? 'here'}`] = cost.trim();
      }
    }
    return found;
  }, read);

test('the browser and the server name the same cost, for a thousand moves', async ({ page, server }) => {
  test.setTimeout(180_000);
  await signInToDemo(page, server);
  const board = await openBoard(page);
  // The evaluator comes with the code of every other island.
  const wasm = await page.evaluate(() => performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'))?.name);
  const client = new Client(server.url, 1, { 'accept-encoding': 'br' });
  const { headers, body } = await client.get(new URL(wasm!).pathname);
  client.close();
  expect(headers['content-encoding']).toBe('br');
  expect(body.length).toBeLessThan(150_000);

  let compared = 0;
  for (let turn = 0; compared < 1_000; turn += 1) {
    const round = (turn % 3) + 1;
    const all = chips(page, round);
    const chip = all.nth((turn * 17 + 5) % (await all.count()));
    const address = (await chip.getAttribute('href'))!;
    await chip.focus();
    await page.keyboard.press('Enter');
    await expect(held(page)).toBeVisible();
    const evaluated = await costs(page, round, 'island');
    await page.keyboard.press('Escape');
    await expect(held(page)).toBeHidden();
    await page.goto(new URL(address, new URL(board, page.url())).href);
    expect(evaluated).toEqual(await costs(page, round, 'server'));
    compared += Object.keys(evaluated).length;
    await page.goto(board);
    await page.waitForLoadState('networkidle');
  }
});

test('a person is dragged onto the seat of another, and the cost is named before', { tag: '@both' }, async ({ page, server }) => {
  await page.setViewportSize({ width: 1280, height: 2400 });
  await signInToDemo(page, server);
  await openBoard(page);
  const chip = chips(page, 2).first();
  const target = page.locator('td[data-round="2"]').nth(5).locator('a.seat').first();
  const [name, other] = [await nameOn(chip), await nameOn(target)];
  const [from, to] = [await tableOf(page, 2, name), await tableOf(page, 2, other)];
  await dragTo(page, chip, target);
  await expect(held(page)).toContainText(`Mit ${other} tauschen`);
  await expect(target).toHaveAttribute('data-cost', /./);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(held(page)).toBeHidden();
  expect(await tableOf(page, 2, name)).toBe(from);
  // A target that breaks no rule.
  const allowed = await page.evaluate(() => null).then(async () => {
    await dragTo(page, chip, target);
    const seat = page.locator('td[data-round="2"] a.seat[data-verdict]:not([data-verdict="no"])').filter({ hasNotText: name }).last();
    const box = (await seat.boundingBox())!;
    await page.mouse.move(box.x + 12, box.y + box.height / 2, { steps: 3 });
    return nameOn(seat);
  });
  const place = await tableOf(page, 2, allowed);
  await page.mouse.up();
  await expect.poll(() => tableOf(page, 2, name)).toBe(place);
  expect(await tableOf(page, 2, allowed)).toBe(from);
  expect(to).not.toBeNull();
});

test('the keyboard goes from seat to seat, takes up, puts down, locks and undoes', { tag: '@both' }, async ({ page, server, accessible }) => {
  await signInToDemo(page, server);
  await openBoard(page);
  const first = chips(page, 1).first();
  const name = await nameOn(first);
  const from = await tableOf(page, 1, name);
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(chips(page, 2).first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(chips(page, 1).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(page.locator('#held-news')).toContainText(`${name} aufgenommen`);
  await accessible();
  // The next stop that breaks no rule and is at another table.
  const focused = page.locator(':focus');
  for (let stop = 0; stop < 200; stop += 1) {
    await page.keyboard.press('ArrowDown');
    const verdict = await focused.getAttribute('data-verdict');
    if (verdict && verdict !== 'no') break;
  }
  await expect(page.locator('#held-news')).toContainText(/Tisch/);
  await page.keyboard.press('Enter');
  await expect.poll(() => tableOf(page, 1, name)).not.toBe(from);
  // The keyboard goes on at the person who was moved.
  await expect(page.locator('td[data-round="1"] a.seat', { hasText: name })).toBeFocused();
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('Control+z');
  await expect.poll(() => tableOf(page, 1, name)).toBe(from);

  const chip = page.locator('td[data-round="1"] a.seat', { hasText: name });
  await page.waitForLoadState('networkidle');
  await chip.click();
  await expect(page.locator('#seat-bar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#seat-bar')).toHaveCount(0);
  await chip.focus();
  await page.keyboard.press('l');
  await expect(chip.locator('.fixed')).toBeVisible();
});
