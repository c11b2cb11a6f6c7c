// The board of a world café: who sits where, what a change would bring, versions, and two organisers at once.
import type { Locator, Page } from '@playwright/test';
import { importTable } from '../../../harness/organiser.ts';
import { addMember, followSignInLink, signInToDemo } from '../../../harness/signIn.ts';
import { expect, test } from '../../../harness/test.ts';

test.use({ data: 'demo' });

const MEETING = /Netzwerktreffen/;

/** Opens the board of the demo's network meeting. Returns its path. */
async function openBoard(page: Page): Promise<string> {
  await page.goto('/organise');
  const event = await page.locator('main th a').filter({ hasText: MEETING }).first().getAttribute('href');
  await page.goto(`${event}/cafe/plan`);
  return `${event}/cafe/plan`;
}

const version = async (page: Page) => Number(/Fassung (\d+)/.exec((await page.locator('main .head .kind').textContent())!)![1]);
const chip = (page: Page, round: number, nth: number) => page.locator(`td[data-round="${round}"] a.seat`).nth(nth);
const nameOf = async (chip: Locator) => (await chip.locator('span').first().textContent())!;
const seatOf = (page: Page, round: number, name: string) => page.locator(`td[data-round="${round}"]`, { has: page.locator('.seat', { hasText: name }) });
const bar = (page: Page) => page.locator('#seat-bar');

/** Chooses a chip and a target in another table that breaks no rule. Returns the two names. */
async function chooseSwap(page: Page): Promise<[string, string]> {
  const first = chip(page, 2, 0);
  const name = await nameOf(first);
  await first.click();
  await expect(bar(page)).toContainText(name);
  const target = page.locator('td[data-round="2"] a.seat[href*="&to="]').filter({ hasNotText: 'Regel' }).first();
  const other = await nameOf(target);
  await target.click();
  await expect(bar(page)).toContainText(`Mit ${other} tauschen`);
  return [name, other];
}

test('the board shows who sits where and how good that is', { tag: ['@nojs', '@both'] }, async ({ page, server, accessible }) => {
  await signInToDemo(page, server);
  await openBoard(page);
  const tiles = page.locator('.quality > li');
  await expect(tiles.first()).toContainText('Alle sehen alle drei Themen');
  await expect(tiles.first()).toContainText('50 von 50');
  await expect(tiles.first()).toContainText('bestmöglich, bewiesen');
  await expect(tiles.nth(1)).toContainText(/\d+ von höchstens \d+/);
  await expect(tiles.last()).toContainText('Niemand kommt zu kurz');
  // 62 people in three rounds; the twelve hosts stand beside their tables.
  await expect(page.locator('.cafe-board .seat')).toHaveCount(150);
  await expect(page.locator('.cafe-board tbody th[scope=row]')).toHaveCount(12);
  await expect(page.locator('.matrix tbody tr')).toHaveCount(13);
  await accessible();
});

test('on a phone the board is a round at a time', { tag: '@nojs' }, async ({ page, server, accessible }) => {
  await signInToDemo(page, server);
  await openBoard(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('navigation', { name: 'Runde' }).getByRole('link', { name: 'Runde 3' }).click();
    await expect(page.locator('td[data-round="3"]').first()).toBeVisible();
    await expect(page.locator('td[data-round="1"]').first()).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.getByRole('navigation', { name: 'Runde' }).getByRole('link', { name: 'Runde 1' }).click();
    await expect(page.locator('td[data-round="1"]').first()).toBeVisible();
  }
  await accessible();
});

test('two people are swapped, and the swap is undone and redone', { tag: ['@nojs', '@both'] }, async ({ page, server, accessible }) => {
  await signInToDemo(page, server);
  await openBoard(page);
  const before = await version(page);
  const [name, other] = await chooseSwap(page);
  await expect(page.locator('td[data-round="2"] .cost').first()).toBeVisible();
  await accessible();
  const [from, to] = [await seatOf(page, 2, name).getAttribute('data-table'), await seatOf(page, 2, other).getAttribute('data-table')];
  await bar(page).getByRole('button', { name: 'Tauschen', exact: true }).click();
  await expect.poll(() => version(page)).toBe(before + 1);
  await expect(seatOf(page, 2, name)).toHaveAttribute('data-table', to!);
  await expect(seatOf(page, 2, other)).toHaveAttribute('data-table', from!);

  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect.poll(() => version(page)).toBe(before);
  await expect(seatOf(page, 2, name)).toHaveAttribute('data-table', from!);
  await page.getByRole('button', { name: 'Wiederholen' }).click();
  await expect.poll(() => version(page)).toBe(before + 1);
  await expect(seatOf(page, 2, name)).toHaveAttribute('data-table', to!);
});

test('every target stands in a list, the best first, and one button takes it', { tag: '@nojs' }, async ({ page, server }) => {
  await signInToDemo(page, server);
  await openBoard(page);
  const before = await version(page);
  await chip(page, 1, 3).click();
  const options = bar(page).locator('select[name=to] option');
  // Eleven other tables, and everybody at them.
  await expect.poll(() => options.count()).toBeGreaterThan(50);
  const best = (await options.first().textContent())!.split(':')[0]!;
  await bar(page).getByRole('button', { name: best }).click();
  await expect.poll(() => version(page)).toBe(before + 1);
});

test('a change that breaks a rule is made only if the organiser insists, and stays marked', { tag: ['@nojs', '@both'] }, async ({ page, server, accessible }) => {
  await signInToDemo(page, server);
  await openBoard(page);
  const before = await version(page);
  await chip(page, 2, 0).click();
  // One person more or less at tables that are filled evenly: the cost says so, and the bar why.
  const forbidden = bar(page).locator('select[name=to] option', { hasText: ': Tischgröße' }).first();
  await bar(page).locator('select[name=to]').selectOption((await forbidden.getAttribute('value'))!);
  await bar(page).getByRole('button', { name: 'Setzen', exact: true }).click();
  await expect(bar(page)).toContainText('Das bricht eine Regel:');
  await expect(bar(page)).toContainText('Tische ohne Mindestzahl werden gleichmäßig besetzt.');
  expect(await version(page)).toBe(before);
  await bar(page).getByRole('button', { name: /^Trotzdem/ }).click();
  await expect.poll(() => version(page)).toBe(before + 1);
  await expect(page.locator('#broken')).toContainText(/Regel ist gebrochen|Regeln sind gebrochen/);
  await expect(page.locator('.cafe-board .broken').first()).toBeVisible();
  await accessible();
});

test('a seat is locked, versions are compared and restored', { tag: '@nojs' }, async ({ page, server }) => {
  await signInToDemo(page, server);
  const board = await openBoard(page);
  const before = await version(page);
  await chip(page, 1, 0).click();
  await bar(page).getByRole('button', { name: 'Platz sperren' }).click();
  await expect(bar(page).getByRole('button', { name: 'Platz freigeben' })).toBeVisible();
  await page.goto(board);
  await page.locator('.versions summary').click();
  await page.getByRole('link', { name: `Vergleichen Fassung ${before}` }).click();
  await expect(page.locator('#comparison')).toContainText('Alle sitzen in beiden Fassungen gleich.');
  await page.goto(`${board}?version=${before}`);
  await expect(page.locator('.cafe-board a.seat')).toHaveCount(0);
  await page.getByRole('button', { name: `Fassung ${before} wiederherstellen` }).click();
  await expect.poll(() => version(page)).toBe(before + 2);
});

test('two people who sit together become a rule with one press, and the board says that it breaks it', { tag: ['@nojs', '@both'] }, async ({ page, server, accessible }) => {
  await signInToDemo(page, server);
  const board = await openBoard(page);
  const before = await version(page);
  const first = chip(page, 2, 0);
  const name = await nameOf(first);
  const mate = await nameOf(chip(page, 2, 1));
  await first.click();
  await bar(page).getByText('Regel daraus machen').click();
  await bar(page).getByLabel('Mit', { exact: true }).selectOption({ label: mate });
  await accessible();
  await bar(page).getByRole('button', { name: 'Nie zusammen' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Neue Regel' })).toContainText(`${name} und ${mate} sollen nicht an einem Tisch sitzen.`);
  await expect(page.locator('#plan')).toContainText('Eine Regel des Aufbaus hält sie nicht ein');
  await expect(page.locator('#plan')).toContainText(`Runde 2: ${name} und ${mate}`);
  expect(await version(page)).toBe(before);
  await accessible();
  await page.getByRole('link', { name: 'Alle Regeln' }).click();
  await expect(page.locator('#rules')).toContainText(`${name} und ${mate}`);

  // The next plan keeps it.
  await page.goto(board);
  await page.locator('#plan').getByRole('button', { name: 'Neu berechnen' }).first().click();
  await page.waitForURL(/\/(plan|jobs\/[^/]+)$/);
  await expect(async () => {
    await page.goto(board);
    expect(await version(page)).toBeGreaterThan(before);
  }).toPass();
  await expect(page.locator('#plan')).not.toContainText('hält sie nicht ein');
});

test('a seat becomes a rule for good', { tag: '@nojs' }, async ({ page, server }) => {
  await signInToDemo(page, server);
  await openBoard(page);
  const first = chip(page, 1, 0);
  const name = await nameOf(first);
  await first.click();
  await bar(page).getByText('Regel daraus machen').click();
  await bar(page).getByRole('button', { name: /^In Runde 1 immer an Tisch/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Neue Regel' })).toContainText(`${name} soll in Runde 1 an Tisch`);
});

test('locks stand while the rest is solved; what stands against a plan is named, and each can be given up', { tag: ['@nojs', '@both'] }, async ({ page, server, accessible }) => {
  test.setTimeout(180_000);
  await signInToDemo(page, server);
  const board = await openBoard(page);
  /** The people at each table of a round. */
  const seatsOf = (round: number) =>
    page.locator(`td[data-round="${round}"]`).evaluateAll((cells) => cells.map((cell) => [...cell.querySelectorAll('a.seat')].map((seat) => seat.getAttribute('href')!.replace(/.*seat=/, '').replace(/[&#].*/, '')).sort()));
  const solveRest = async () => {
    await page.goto(board);
    await page.locator('.tools').getByRole('button', { name: 'Rest neu rechnen' }).click();
    await page.waitForURL(/\/(plan|jobs\/[^/]+)(\?|$)/);
  };
  // A round, a table and two seats at another one.
  await page.locator('.menu').filter({ hasText: 'Gesperrtes lässt' }).locator('summary').click();
  await page.getByRole('listitem').filter({ hasText: 'Runde 1' }).getByRole('button', { name: 'Runde sperren' }).click();
  await chip(page, 3, 0).click();
  await bar(page).getByRole('button', { name: 'Tisch sperren' }).click();
  await expect(bar(page)).toHaveCount(0);
  const [round, [atTable]] = [await seatsOf(1), await seatsOf(3)];
  const [one, other] = [await nameOf(chip(page, 2, 0)), await nameOf(chip(page, 2, 1))];
  for (const nth of [0, 1]) {
    await chip(page, 2, nth).click();
    await bar(page).getByRole('button', { name: 'Platz sperren' }).click();
    await expect(bar(page).getByRole('button', { name: 'Platz freigeben' })).toBeVisible();
  }
  await bar(page).getByText('Regel daraus machen').click();
  await bar(page).getByLabel('Mit', { exact: true }).selectOption({ label: one });
  await bar(page).getByRole('button', { name: 'Nie zusammen' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Neue Regel' })).toBeVisible();
  const before = await version(page);

  // A search names all three: on the page of the job, or on the board.
  const conflict = page.locator('#conflict');
  await solveRest();
  await expect(conflict.getByRole('listitem')).toHaveCount(3, { timeout: 20_000 });
  await page.goto(board);
  await expect(conflict.getByRole('heading')).toHaveText('Keine neue Einteilung: Diese drei Vorgaben gehen nicht zusammen');
  for (const name of [one, other]) await expect(conflict).toContainText(`Der Platz von ${name} in Runde 2 ist gesperrt`);
  await expect(conflict).toContainText('sitzen nie zusammen');
  await accessible();
  await page.locator('#plan').getByRole('link', { name: 'Ansehen' }).click();
  await expect(conflict.getByRole('listitem')).toHaveCount(3);
  await accessible();

  // So does a drawing.
  await page.goto(board);
  await page.locator('.menu').filter({ hasText: 'Auslosen' }).locator('summary').click();
  await page.getByRole('button', { name: 'Auslosen', exact: true }).click();
  await expect(page).toHaveURL(/failed=/);
  await expect(conflict.getByRole('listitem')).toHaveCount(3);
  await conflict.getByRole('button', { name: `Freigeben Der Platz von ${one}` }).click();
  await expect(conflict).toHaveCount(0);
  expect(await version(page)).toBe(before + 1);

  // Undone, the rule is given up in place of the lock.
  await page.goto(board);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect.poll(() => version(page)).toBe(before);
  await conflict.getByRole('button', { name: /^Entfernen .*nie zusammen/ }).click();
  await expect(conflict).toHaveCount(0);
  await solveRest();
  await expect(async () => {
    await page.goto(board);
    expect(await version(page)).toBeGreaterThan(before + 1);
  }).toPass();
  expect(await seatsOf(1)).toEqual(round);
  expect((await seatsOf(3))[0]).toEqual(atTable);
  await expect(seatOf(page, 2, one)).toHaveAttribute('data-table', (await seatOf(page, 2, other).getAttribute('data-table'))!);
});

test('whoever cancels keeps the name on the board, and the notice says what to do', { tag: ['@nojs', '@both'] }, async ({ page, server, accessible }) => {
  await signInToDemo(page, server);
  const board = await openBoard(page);
  const name = await nameOf(chip(page, 1, 0));
  await page.goto(`${board.replace('/cafe/plan', '/registrations')}?page=all`);
  // The list names the family first.
  const [given, ...family] = name.split(' ');
  await page.getByRole('link', { name: `${family.join(' ')}, ${given}`, exact: true }).click();
  await page.getByRole('link', { name: 'Abmelden …' }).click();
  await page.getByRole('button', { name: 'Abmelden', exact: true }).click();
  await page.goto(board);
  await expect(page.locator('#plan .notice').filter({ hasText: 'wer teilnimmt' })).toContainText(name);
  await expect(seatOf(page, 1, name).locator('.gone')).toHaveText(`${name}abgemeldet`);
  await accessible();

  // The set-up says who came and who went. The plan stays.
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('Vorname;Nachname;E-Mail\nZoe;Neu;zoe@partner.example') };
  await importTable(page, board.replace('/cafe/plan', ''), file);
  await page.goto(board.replace('/plan', ''));
  const drift = page.locator('#live-notices .notice').filter({ hasText: /Seit Fassung \d+/ });
  await expect(drift).toContainText('eine Person ist dazugekommen, eine Person ist nicht mehr dabei');
  await drift.getByRole('link', { name: 'Zur Einteilung' }).click();
  await expect(page.locator('.unseated')).toContainText('Zoe Neu');
});

test('two organisers see each other’s changes within a second', { tag: '@both' }, async ({ page, visitor, server }) => {
  await signInToDemo(page, server);
  const board = await openBoard(page);
  const second = { network: 'iq-sachsen', address: 'zweite@rinleipzig.example', name: 'Zoe Zweite', role: 'organiser' } as const;
  await followSignInLink(visitor, await addMember(server, second));
  await visitor.goto(board);
  await visitor.evaluate(() => document.body.setAttribute('data-same-page', ''));
  const before = await version(visitor);
  await chooseSwap(page);
  await bar(page).getByRole('button', { name: 'Tauschen', exact: true }).click();
  await expect.poll(() => version(visitor), { intervals: [100], timeout: 2_000 }).toBe(before + 1);
  await expect(visitor.locator('[data-same-page]')).toHaveCount(1);
  // Who it was, and what is other now.
  const news = visitor.locator('.plan-news');
  await expect(news).toContainText(`hat die Einteilung geändert: Fassung ${before + 1}, getauscht`);
  await expect(news.getByRole('listitem')).toHaveText([/, Runde \d: Tisch \d+ statt Tisch \d+$/, /, Runde \d: Tisch \d+ statt Tisch \d+$/]);
  await expect(news).toBeInViewport();
  await news.getByRole('link', { name: 'Schließen' }).click();
  await expect(news).toHaveCount(0);
  await page.getByRole('button', { name: 'Rückgängig' }).first().click();
  await expect(news).toContainText(`Die Einteilung steht wieder auf Fassung ${before}`);
});

test('a reader sees the board and changes nothing', { tag: '@nojs' }, async ({ page, visitor, server }) => {
  await signInToDemo(page, server);
  const board = await openBoard(page);
  const reader = { network: 'iq-sachsen', address: 'leserin@rinleipzig.example', name: 'Lena Leserin', role: 'reader' } as const;
  await followSignInLink(visitor, await addMember(server, reader));
  await visitor.goto(board);
  await expect(visitor.locator('.cafe-board .seat')).toHaveCount(150);
  await expect(visitor.locator('.cafe-board a.seat')).toHaveCount(0);
  await expect(visitor.locator('#plan').getByRole('button')).toHaveCount(0);
});

test('nobody without the right sees the plan', { tag: '@nojs' }, async ({ page, visitor, server }) => {
  await signInToDemo(page, server);
  const board = await openBoard(page);
  await visitor.goto(board);
  expect(new URL(visitor.url()).pathname).toBe('/sign-in');
  expect((await visitor.request.get(`${board}/events`)).status()).toBe(401);
});

test('without a script, the keyboard alone chooses, targets and swaps', { tag: '@nojs' }, async ({ page, server }, { project }) => {
  // With one, the island takes the keys: see dragging.spec.ts.
  test.skip(project.use.javaScriptEnabled !== false);
  await signInToDemo(page, server);
  await openBoard(page);
  const before = await version(page);
  const first = chip(page, 1, 0);
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText(await nameOf(first));
  const target = page.locator('td[data-round="1"] a.seat[href*="&to="]').filter({ hasNotText: 'Regel' }).first();
  await target.focus();
  await page.keyboard.press('Enter');
  const swap = bar(page).getByRole('button', { name: 'Tauschen', exact: true });
  await swap.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => version(page)).toBe(before + 1);
});

test('an event without a café leads to its agenda, from every part', { tag: '@nojs' }, async ({ page, server, accessible }) => {
  await signInToDemo(page, server);
  await page.goto('/organise');
  const event = await page.locator('main th a', { hasText: 'Fachkongress' }).first().getAttribute('href');
  for (const part of ['', '/plan', '/publish', '/day', '/live', '/paper', '/harvest']) {
    await page.goto(`${event}/cafe${part}`);
    await expect(page.locator('main')).toContainText('Das Programm hat noch kein World-Café');
  }
  await accessible();
});
