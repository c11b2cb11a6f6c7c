// The clock of a world café: remote control and screens.
import type { BrowserContext, Page, Route } from '@playwright/test';
import { beginNow, publishedCafe, type Person } from '../../../harness/cafe.ts';
import { expect, test } from '../../../harness/test.ts';

const people: Person[] = [
  { family: 'Öztürk', given: 'Lukas', tables: [2, 5, 10] },
  { family: 'Nguyen', given: 'Fatima', tables: [9, 6, 2] },
  { family: 'Ahmadi', given: 'Hana', tables: [1, 4, 12] },
];

/** Makes the address of a screen on the remote control, which is open. */
async function screenAddress(remote: Page): Promise<string> {
  const before = await screens(remote).count();
  await remote.getByRole('button', { name: /Adresse anlegen$/ }).click();
  await expect(screens(remote)).toHaveCount(before + 1);
  return remote.locator('#screen-link').inputValue();
}

const press = (remote: Page, name: string) => remote.getByRole('button', { name, exact: true }).click();

const screens = (remote: Page) => remote.locator('#screens li');

/** The seconds that a page shows, *12:04*. */
async function seconds(page: Page): Promise<number> {
  const shown = page.locator('[data-remaining]').filter({ visible: true });
  const [minutes, rest] = ((await shown.textContent()) ?? '').split(':').map(Number);
  return minutes! * 60 + rest!;
}

async function expectEqualTimes(pages: Page[]): Promise<void> {
  await expect(async () => {
    const times = await Promise.all(pages.map(seconds));
    expect(Math.max(...times) - Math.min(...times), times.join()).toBeLessThanOrEqual(1);
  }).toPass({ timeout: 10_000 });
}

const view = (page: Page) => page.locator('[data-clock]').getAttribute('data-view');

test('the remote control moves all screens within a second, and one that was offline counts on', { tag: '@both' }, async ({ signedIn: remote, database, browser, server, accessible, browserErrors }) => {
  browserErrors.expect(/ERR_INTERNET_DISCONNECTED/);
  const cafe = await publishedCafe(remote, database, people);
  await remote.goto(cafe.remote);
  await expect(remote.getByText('Vor der ersten Runde')).toBeVisible();
  const address = await screenAddress(remote);
  const contexts: BrowserContext[] = [await browser.newContext(), await browser.newContext()];
  const screens = await Promise.all(contexts.map((context) => context.newPage()));
  const [one, other] = screens as [Page, Page];
  for (const screen of screens) {
    await screen.goto(address);
    await expect(screen.getByRole('heading', { level: 1 })).toContainText('World-Café');
    expect(await screen.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  }
  expect(await contexts[0]!.cookies()).toEqual([]);

  // The day is another one: the remote control asks first.
  await expect(remote.getByRole('button', { name: 'Jetzt beginnen' })).toBeHidden();
  await beginNow(remote);
  await expect(remote.getByText('Runde 1 von 3')).toBeVisible();
  await expect(remote.getByText('Probe.')).toBeVisible();
  for (const screen of screens) await expect(screen.getByRole('heading', { level: 1 })).toHaveText(/Runde\s+1\s+von 3/, { timeout: 1_000 });
  await expect(one.locator('.then:not([hidden])').filter({ visible: true })).toContainText(/Um \d+:\d\d Uhr wechseln alle den Tisch/);
  await expectEqualTimes([remote, one, other]);
  await accessible(remote);
  await accessible(one);

  // One goes offline and goes on by itself.
  await contexts[1]!.setOffline(true);
  await expect(other.locator('[data-alone]')).toHaveText(/^Ohne Verbindung seit \d+:\d\d Uhr; die Zeit läuft weiter\.$/, { timeout: 15_000 });
  const shown = await seconds(one);
  await press(remote, '+ 1 Min.');
  await expect.poll(() => seconds(one), { timeout: 2_000 }).toBeGreaterThan(shown);
  expect(await seconds(other)).toBeLessThanOrEqual(shown);
  const before = await seconds(other);
  await expect.poll(() => seconds(other)).toBeLessThan(before);
  await contexts[1]!.setOffline(false);
  await expectEqualTimes([remote, one, other]);
  await expect(other.locator('[data-alone]')).toHaveText('');

  await press(remote, 'Runde beenden, zum Wechsel');
  for (const screen of screens) {
    await expect(screen.getByRole('heading', { level: 1 })).toContainText('Wechsel: Wohin jetzt?', { timeout: 1_000 });
    await expect(screen.locator('.names > li')).toHaveText([/Ahmadi, Hana\s*4/, /Nguyen, Fatima\s*6/, /Öztürk, Lukas\s*5/]);
    await expect(screen.locator('.rooms li')).toHaveText(['Aula: Tische 1–8', 'Foyer: Tische 9–12']);
  }
  await accessible(one);

  // What is published meanwhile is on the open screens at once.
  const board = await remote.context().newPage();
  await board.goto(`${cafe.event}/cafe/plan`);
  await board.locator('td[data-round="2"] a.seat', { hasText: 'Hana' }).click();
  await board.locator('#seat-bar select[name=to]').selectOption('t8');
  await board.locator('#seat-bar').getByRole('button', { name: 'Setzen', exact: true }).click();
  await expect(board.locator('main .head .kind')).toContainText('Fassung 2');
  await board.goto(`${cafe.event}/cafe/publish`);
  await board.getByRole('button', { name: 'Veröffentlichen' }).click();
  await board.waitForURL(/done=published/);
  for (const screen of screens) await expect(screen.locator('.names > li').first()).toHaveText(/Ahmadi, Hana\s*8/, { timeout: 3_000 });
  await board.close();

  await press(remote, 'Anhalten');
  await expect(remote.getByText('Angehalten')).toBeVisible();
  const stopped = await seconds(one);
  await press(remote, 'Weiter');
  await expect(remote.getByRole('button', { name: 'Anhalten' })).toBeVisible();
  expect(Math.abs((await seconds(one)) - stopped)).toBeLessThanOrEqual(2);
  // A machine under load may be late once: the bell is rung again.
  await expect(async () => {
    await press(remote, 'Läuten');
    await expect(one.locator('[data-clock]')).toHaveAttribute('data-bell', '', { timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
  // A button that is pressed before the answer to another counts as well.
  const slow = async (route: Route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  };
  await remote.route('**', slow);
  const rings = remote.waitForRequest((request) => request.method() === 'POST');
  await press(remote, 'Läuten');
  await rings;
  await press(remote, 'Einen Schritt zurück');
  await expect.poll(() => view(one), { timeout: 4_000 }).toBe('talk');
  await remote.unroute('**');

  await remote.getByRole('button', { name: /^Sperren / }).click();
  await one.reload();
  await expect(one.getByRole('heading', { level: 1 })).not.toContainText('Runde');
  for (const context of contexts) await context.close();
  expect(server.log).not.toContain('panicked');
});

test('screens have names, and one is revoked while the others go on', { tag: ['@nojs', '@both'] }, async ({ signedIn: remote, database, visitor, accessible }) => {
  const cafe = await publishedCafe(remote, database, people);
  await remote.goto(cafe.remote);
  const addresses = new Map<string, string>();
  for (const name of ['Saal', 'Foyer', '']) {
    await remote.getByLabel('Wo sie steht').fill(name);
    addresses.set(name, await screenAddress(remote));
    if (name) await expect(remote.getByLabel(`Adresse der Leinwand „${name}“`)).toHaveValue(addresses.get(name)!);
  }
  await expect(screens(remote)).toHaveText([/^Saal angelegt /, /^Foyer angelegt /, /^Leinwand ohne Namen angelegt /]);
  await accessible();
  // A name that is too long is refused beside the field, and stays there.
  const long = 'ä'.repeat(61);
  await remote.getByLabel('Wo sie steht').fill(long);
  await remote.getByRole('button', { name: /Adresse anlegen$/ }).click();
  await expect(remote.locator('[data-error-for=name]')).toBeVisible();
  await expect(remote.locator('[name=name]')).toHaveValue(long);
  await remote.goto(cafe.remote);
  await screens(remote).filter({ hasText: 'Foyer' }).getByRole('button', { name: /^Sperren Foyer/ }).click();
  await expect(remote.getByRole('status').filter({ hasText: 'die anderen laufen weiter' })).toBeVisible();
  await expect(screens(remote)).toHaveCount(2);
  await visitor.goto(addresses.get('Foyer')!);
  await expect(visitor.locator('body')).not.toContainText('World-Café');
  for (const name of ['Saal', '']) {
    await visitor.goto(addresses.get(name)!);
    await expect(visitor.locator('[data-clock]')).toBeVisible();
  }
  await press(remote, 'Alle Adressen sperren');
  await expect(screens(remote)).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.locator('[data-clock]')).toHaveCount(0);
});

test('a step that was made meanwhile is not made twice', { tag: ['@nojs', '@both'] }, async ({ signedIn: remote, database, context, browserErrors }) => {
  browserErrors.expect(/ERR_FAILED/);
  const cafe = await publishedCafe(remote, database, people);
  await remote.goto(cafe.remote);
  const phone = await context.newPage();
  // The second phone has seen the same state.
  await phone.route('**/cafe/**/{clock,events}', (route) => route.abort());
  await phone.goto(cafe.remote);
  await beginNow(remote);
  await expect(remote.getByText('Runde 1 von 3')).toBeVisible();
  await beginNow(phone);
  await expect(phone.getByText('Nicht ausgeführt: Die Uhr war inzwischen weiter.')).toBeVisible();
  await expect(phone.getByText('Runde 1 von 3')).toBeVisible();
});

test('without a script the screen says minutes and loads itself again', { tag: '@nojs' }, async ({ signedIn: remote, database, visitor }, { project }) => {
  test.skip(project.use.javaScriptEnabled !== false, 'a script replaces this');
  const cafe = await publishedCafe(remote, database, people);
  await remote.goto(cafe.remote);
  const address = await screenAddress(remote);
  await beginNow(remote);
  await expect(remote.locator('meta[http-equiv=refresh]')).toHaveCount(1);
  await visitor.goto(address);
  await expect(visitor.locator('meta[http-equiv=refresh]')).toHaveAttribute('content', '10');
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(/Runde\s+1\s+von 3/);
  await expect(visitor.locator('.countdown')).toHaveText('20 Min.');
  await press(remote, 'Runde beenden, zum Wechsel');
  // The page loads itself.
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText('Wechsel: Wohin jetzt?', { timeout: 15_000 });
  await expect(visitor.locator('.names > li')).toHaveCount(3);
  // On another day than that of the café this was a rehearsal.
  await press(remote, 'Probe beenden');
  await expect(remote.getByText('Vor der ersten Runde')).toBeVisible();
  await expect(remote.getByText('Probe.')).toHaveCount(0);
});

test('more than sixty names are turned in pages, the same on all screens; a phone shows them all', async ({ signedIn: remote, database, browser }) => {
  const letters = 'ABCDEFGHIJKLMNOPQRST';
  const many = Array.from({ length: 100 }, (_, number) => ({ family: `${letters[number % 20]}muster${number}`, given: 'P', tables: [1, 2, 3] }));
  const cafe = await publishedCafe(remote, database, many);
  await remote.goto(cafe.remote);
  const address = await screenAddress(remote);
  await beginNow(remote);
  await press(remote, 'Runde beenden, zum Wechsel');
  const sizes = [{ width: 1280, height: 720 }, { width: 1920, height: 1080 }];
  const contexts = await Promise.all(sizes.map((viewport) => browser.newContext({ viewport })));
  const screens = await Promise.all(contexts.map((context) => context.newPage()));
  for (const screen of screens) await screen.goto(address);
  const shown = (screen: Page) => screen.locator('[data-letters]').textContent();
  const first = await shown(screens[0]!);
  expect(first).toMatch(/^[A-T] – [A-T]$/);
  await expect(async () => expect(await shown(screens[0]!)).toBe(await shown(screens[1]!))).toPass();
  await expect.poll(() => shown(screens[0]!), { timeout: 12_000 }).not.toBe(first);
  for (const screen of screens) {
    // Nothing is cut off.
    const list = await screen.locator('.names').boundingBox();
    const rooms = await screen.locator('.rooms').boundingBox();
    expect(list!.y + list!.height).toBeLessThanOrEqual(rooms!.y + 1);
    expect(await screen.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await screens[0]!.setViewportSize({ width: 390, height: 844 });
  await expect(screens[0]!.locator('.names > li').filter({ visible: true })).toHaveCount(100);
  expect(await screens[0]!.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  for (const context of contexts) await context.close();
});
