// The harvest of a café: tables write on their phones, organisers tidy up, results are published.
import type { Browser, Page, Route } from '@playwright/test';
import { cafeToHarvest, type CafeToHarvest } from '../../../harness/harvest.ts';
import { pressOn } from '../../../harness/keyboard.ts';
import { expect, test } from '../../../harness/test.ts';

/** Makes new links. Returns the path of a table's page. */
async function tableLink(page: Page, { event }: CafeToHarvest, table: string): Promise<string> {
  await page.goto(`${event}/cafe/harvest/links`);
  await page.getByRole('button', { name: 'Neue Links für alle Tische' }).click();
  const card = page.locator('.table-links > li').filter({ has: page.getByRole('heading', { name: `Tisch ${table}`, exact: true }) });
  const link = await card.locator('.copy input').inputValue();
  return new URL(link).pathname;
}

async function phone(browser: Browser, url: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 390, height: 844 }, javaScriptEnabled, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  return context.newPage();
}

async function write(page: Page, text: string, kind = 'Vorschlag'): Promise<void> {
  await page.locator('[name=text]').fill(text);
  await page.locator('#write label').filter({ hasText: new RegExp(`^${kind}$`) }).click();
  await page.getByRole('button', { name: 'Festhalten' }).click();
}

/** The pages of tables that are kept on the phone. */
const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const kept: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
    return kept.filter((path) => path.startsWith('/table/'));
  });
const versions = (page: Page) => page.evaluate(() => caches.keys());

const noted = (page: Page) => page.locator('.points[data-round] .words');
const waiting = (page: Page) => page.locator('[data-waits]:visible');

test('a table writes by its link, without an account; the organiser tidies, agrees and publishes', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, database, visitor, browser, server, javaScriptEnabled, accessible }) => {
  const cafe = await cafeToHarvest(page, database);
  const link = await tableLink(page, cafe, '5');
  await accessible();
  const code = await page.request.get(`${link}/qr.svg`);
  expect(code.headers()['content-type']).toBe('image/svg+xml');

  const host = await phone(browser, server.url, javaScriptEnabled);
  await host.goto(`${link}?round=1`);
  await expect(host.getByRole('heading', { level: 1 })).toHaveText('Was hält Ihr Tisch fest?');
  await expect(host.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await write(host, ' ');
  await expect(host.locator('[data-error-for=text]')).toBeVisible();
  await write(host, 'Kurse in den Betrieben,\nin der Arbeitszeit.');
  await expect(noted(host)).toHaveText(['Kurse in den Betrieben,\nin der Arbeitszeit.']);
  await host.goto(`${link}?round=2`);
  await expect(host.locator('.before')).toContainText('Kurse in den Betrieben');
  await write(host, '<b>Wer</b> bezahlt?', 'Frage');
  await expect(noted(host)).toHaveText(['<b>Wer</b> bezahlt?']);
  await host.getByRole('link', { name: 'ändern' }).first().click();
  await host.locator('[name=text]').fill('Wer bezahlt?');
  await host.getByRole('button', { name: 'Festhalten' }).click();
  await expect(noted(host)).toHaveText(['Wer bezahlt?']);
  await expect(waiting(host)).toHaveCount(0);
  const width = await host.evaluate(() => document.documentElement.scrollWidth).catch(() => 0);
  expect(width).toBeLessThanOrEqual(390);
  await accessible(host);

  await page.goto(`${cafe.event}/cafe/harvest`);
  const points = page.locator('.points > li');
  await expect(points).toHaveCount(2);
  await accessible();
  await page.locator('select[name=kind]').selectOption('question');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(points).toHaveCount(1);
  await points.getByRole('link', { name: 'Ändern' }).click();
  await page.locator('[name=heading]').fill('Geld');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('heading', { name: 'Geld' })).toBeVisible();

  await points.first().getByRole('link', { name: 'Vereinbarung' }).click();
  await accessible();
  await page.locator('#agree [name=who]').fill('Anna Jäger');
  await page.getByRole('button', { name: 'Vereinbaren' }).click();
  await expect(page.locator('.agreed > li')).toContainText(['Anna Jäger']);
  await page.locator('.agreed').getByRole('link', { name: /^Ändern/ }).click();
  await accessible();
  await page.locator('[name=who]').fill('Anna Jäger, Ben Kaya');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('.agreed > li')).toContainText(['Anna Jäger, Ben Kaya']);
  await page.locator('.agreed').getByRole('button', { name: 'Erledigt' }).click();
  await expect(page.locator('.agreed .tag')).toHaveText('erledigt');

  await visitor.goto(`${cafe.open}/results`);
  await expect(visitor.locator('main')).toContainText('gibt es nicht');
  await page.getByRole('button', { name: 'Ergebnisse veröffentlichen' }).click();
  await expect(page.getByRole('button', { name: 'Zurückziehen' })).toBeVisible();
  await visitor.goto(cafe.open);
  await visitor.getByRole('link', { name: 'Ergebnisse lesen' }).click();
  await expect(visitor.locator('.results .words')).toHaveText([/Kurse in den Betrieben/, 'Wer bezahlt?']);
  await expect(visitor.locator('main')).not.toContainText('Anna Jäger');
  await accessible(visitor);
  // On paper stands what was said, without navigation; no point is torn apart.
  await visitor.emulateMedia({ media: 'print' });
  for (const navigation of await visitor.locator('nav').all()) await expect(navigation).toBeHidden();
  await expect(visitor.locator('.results .words').first()).toBeVisible();
  await expect(visitor.locator('.points > li').first()).toHaveCSS('break-inside', 'avoid');
  await expect(visitor.locator('.points > li').first()).toHaveCSS('border-top-width', '0px');

  await page.goto(`${cafe.event}/cafe/harvest/links`);
  await page.getByRole('button', { name: 'Alle Links sperren' }).click();
  await expect(page.locator('.table-links .tag').first()).toHaveText('kein Link');
  await host.goto(link);
  await expect(host.locator('main')).toContainText('gibt es nicht');
  await host.context().close();
});

test('with the keyboard alone the harvest is tidied, agreed on and published', async ({ signedIn: page, database, browser, server }) => {
  const cafe = await cafeToHarvest(page, database);
  const host = await phone(browser, server.url);
  await host.goto(await tableLink(page, cafe, '5'));
  for (const text of ['Eins', 'Zwei', 'Drei']) {
    await write(host, text);
    await expect(noted(host).filter({ hasText: text })).toHaveCount(1);
  }
  await expect(waiting(host)).toHaveCount(0);
  await host.context().close();
  await page.goto(`${cafe.event}/cafe/harvest`);
  const points = page.locator('.points > li').filter({ visible: true });
  await pressOn(page, page.getByRole('button', { name: /^Ausblenden Zwei/ }), 'Space');
  await expect(points).toHaveCount(2);
  // The keyboard goes on at the next point.
  await expect(points.filter({ hasText: 'Drei' })).toBeFocused();
  await pressOn(page, points.filter({ hasText: 'Drei' }).getByRole('link', { name: /^Ändern/ }));
  await page.waitForURL(/\/points\//);
  await pressOn(page, page.locator('[name=heading]'), 'Space');
  await page.keyboard.type('Geld');
  await pressOn(page, page.getByRole('button', { name: 'Speichern' }));
  await expect(page.getByRole('heading', { name: 'Geld' })).toBeVisible();
  await expect(points.filter({ hasText: 'Drei' })).toBeFocused();
  await pressOn(page, points.filter({ hasText: 'Drei' }).getByRole('link', { name: /^Vereinbarung/ }));
  await pressOn(page, page.locator('#agree [name=who]'), 'Space');
  await page.keyboard.type('Anna');
  await page.keyboard.press('Enter');
  await expect(page.locator('.agreed > li')).toContainText(['Anna']);
  await pressOn(page, page.locator('.agreed').getByRole('button', { name: 'Erledigt' }), 'Space');
  await expect(page.locator('.agreed .tag')).toHaveText('erledigt');
  await pressOn(page, page.locator('.left-out summary'));
  await pressOn(page, page.getByRole('button', { name: /Zwei$/ }).filter({ visible: true }), 'Space');
  await expect(points).toHaveCount(3);
  await pressOn(page, page.getByRole('button', { name: 'Ergebnisse veröffentlichen' }));
  await expect(page.getByRole('button', { name: 'Zurückziehen' })).toBeVisible();
});

test('two phones write at once: both see everything, and a point changed by both keeps both texts', { tag: '@both' }, async ({ signedIn: page, database, browser, server }) => {
  const cafe = await cafeToHarvest(page, database);
  const link = await tableLink(page, cafe, '5');
  const [one, other] = [await phone(browser, server.url), await phone(browser, server.url)];
  await page.goto(`${cafe.event}/cafe/harvest`);
  await one.goto(link);
  await other.goto(link);
  await Promise.all([write(one, 'Von links'), write(other, 'Von rechts')]);
  for (const host of [one, other]) await expect(noted(host)).toHaveCount(2);
  await expect(page.locator('.points > li')).toHaveCount(2);

  const change = async (host: Page, text: string) => {
    await host.locator('.points[data-round] li').filter({ hasText: 'Von links' }).getByRole('link').click();
    await host.locator('[name=text]').fill(text);
  };
  await change(one, 'Von links, ergänzt');
  await change(other, 'Von links, anders');
  await one.getByRole('button', { name: 'Festhalten' }).click();
  await expect(noted(other).filter({ hasText: 'ergänzt' })).toHaveCount(1);
  await other.getByRole('button', { name: 'Festhalten' }).click();
  await expect(other.locator('[data-said]')).toContainText('Beide Fassungen');
  for (const host of [one, other]) await expect(noted(host)).toHaveCount(3);
  await expect(page.locator('.points > li').filter({ hasText: 'zweite Fassung' })).toHaveCount(1);
  await one.context().close();
  await other.context().close();
});

test('what tables write and organisers tidy is on the other organiser\'s page within a second', { tag: '@both' }, async ({ signedIn: page, database, browser, server }) => {
  const cafe = await cafeToHarvest(page, database);
  const link = await tableLink(page, cafe, '5');
  const host = await phone(browser, server.url);
  await host.goto(link);
  await page.goto(`${cafe.event}/cafe/harvest`);
  const second = await page.context().newPage();
  await second.goto(`${cafe.event}/cafe/harvest`);
  const points = (at: Page) => at.locator('.points > li');
  // The stream is open.
  await expect(page.locator('[data-follow]')).toHaveAttribute('data-followed', '');
  await expect(second.locator('[data-follow]')).toHaveAttribute('data-followed', '');
  for (const [number, text] of ['Eins', 'Zwei', 'Drei'].entries()) {
    await write(host, text);
    for (const at of [page, second]) await expect(points(at)).toHaveCount(number + 1, { timeout: 1_500 });
  }
  await expect(page.locator('[data-points-count]')).toContainText('3');
  await points(page).filter({ hasText: 'Zwei' }).getByRole('button', { name: /Ausblenden/ }).click();
  await expect(second.locator('.points[class] > li').filter({ visible: true })).toHaveCount(2, { timeout: 1_500 });
  // What is in use stays: the focus is where it was.
  const edit = points(second).filter({ hasText: 'Eins' }).getByRole('link', { name: /Ändern/ });
  await edit.focus();
  await write(host, 'Vier');
  await expect(points(second).filter({ hasText: 'Vier' })).toHaveCount(1, { timeout: 1_500 });
  await expect(edit).toBeFocused();
  await host.context().close();
});

test('what is typed is saved as a draft, which others see before it is kept', { tag: '@both' }, async ({ signedIn: page, database, browser, server }) => {
  const cafe = await cafeToHarvest(page, database);
  const link = await tableLink(page, cafe, '5');
  const [one, other] = [await phone(browser, server.url), await phone(browser, server.url)];
  await page.goto(`${cafe.event}/cafe/harvest`);
  for (const host of [one, other]) await host.goto(link);
  await one.locator('[name=text]').pressSequentially('Kurse in den Betr');
  // Nobody presses a button.
  await expect(noted(other)).toHaveText(['Kurse in den Betr'], { timeout: 15_000 });
  await expect(other.locator('.points[data-round] .tag').filter({ visible: true })).toHaveText(['Entwurf']);
  await expect(page.locator('.points > li')).toContainText(['Kurse in den Betr']);
  await expect(page.getByRole('heading', { name: /Wird gerade geschrieben/ })).toBeVisible();
  // Where it is typed it stands in the form alone.
  await expect(noted(one)).toHaveCount(0);
  // A reload goes on with the same point.
  await one.reload();
  await one.locator('[name=text]').press('End');
  await one.locator('[name=text]').pressSequentially('ieben');
  await one.getByRole('button', { name: 'Festhalten' }).click();
  for (const host of [one, other]) {
    await expect(noted(host)).toHaveText(['Kurse in den Betrieben'], { timeout: 15_000 });
    await expect(host.locator('.points[data-round] .tag').filter({ visible: true })).toHaveCount(0);
  }
  await expect(page.locator('.points > li')).toHaveCount(1);
  for (const host of [one, other]) await host.context().close();
});

test('a change is saved as it is typed, too: as a draft beside the point, until it is kept or left', { tag: '@both' }, async ({ signedIn: page, database, browser, server }) => {
  const cafe = await cafeToHarvest(page, database);
  const link = await tableLink(page, cafe, '5');
  const [one, other] = [await phone(browser, server.url), await phone(browser, server.url)];
  for (const host of [one, other]) await host.goto(link);
  await write(one, 'Kurse');
  for (const host of [one, other]) await expect(noted(host)).toHaveText(['Kurse'], { timeout: 15_000 });
  const drafts = (host: Page) => host.locator('.points[data-round] li').filter({ hasText: 'Entwurf' }).locator('.words');
  const change = async (text: string) => {
    await one.locator('.points[data-round] li').getByRole('link', { name: 'ändern' }).click();
    await one.locator('[name=text]').fill(text);
    // Nobody presses a button, and the point stays as it is.
    await expect(drafts(other)).toHaveText([text], { timeout: 20_000 });
    await expect(noted(other)).toHaveText(['Kurse', text]);
    await expect(noted(one)).toHaveText(['Kurse']);
  };
  await change('Kurse in den Betrieben');
  await one.reload();
  await expect(one.locator('[name=text]')).toHaveValue('Kurse in den Betrieben');
  await one.getByRole('button', { name: 'Festhalten' }).click();
  for (const host of [one, other]) await expect(noted(host)).toHaveText(['Kurse in den Betrieben'], { timeout: 15_000 });
  await one.locator('.points[data-round] li').getByRole('link', { name: 'ändern' }).click();
  await one.locator('[name=text]').fill('Doch nicht');
  await expect(drafts(other)).toHaveText(['Doch nicht'], { timeout: 20_000 });
  await one.locator('[data-leave]').click();
  for (const host of [one, other]) await expect(noted(host)).toHaveText(['Kurse in den Betrieben'], { timeout: 15_000 });
  // The drafts lie folded away among what is in no results.
  await page.goto(`${cafe.event}/cafe/harvest`);
  await expect(page.locator('.points > li').filter({ visible: true })).toHaveCount(1);
  for (const host of [one, other]) await host.context().close();
});

test('a phone without a connection loads the page of its table again, until the link is revoked', async ({ signedIn: page, database, browser, server }) => {
  const cafe = await cafeToHarvest(page, database);
  const link = await tableLink(page, cafe, '5');
  const host = await phone(browser, server.url);
  // What an earlier version has kept.
  await host.goto('/accessibility');
  await host.evaluate(() => caches.open('table /assets/0000/treffpunkt.css'));
  await host.goto(link);
  await expect.poll(() => keptPages(host)).toEqual([link]);
  expect(await versions(host)).toEqual([expect.stringMatching(/^table \/assets\/\w+\/treffpunkt\.css$/)]);
  await write(host, 'Mit Netz geschrieben');
  await expect(noted(host)).toHaveText(['Mit Netz geschrieben']);
  await expect(waiting(host)).toHaveCount(0);
  await host.goto(`${link}?round=2`);
  await host.goto(link);
  await host.locator('[name=text]').fill('Ein halber Satz');

  await host.context().setOffline(true);
  await host.reload();
  await expect(host.getByRole('heading', { level: 1 })).toHaveText('Was hält Ihr Tisch fest?');
  await expect(host.locator('[data-offline-notice]')).toContainText('Ohne Netz seit');
  await expect(host.locator('[name=text]')).toHaveValue('Ein halber Satz');
  await expect(noted(host)).toHaveText(['Mit Netz geschrieben']);
  // With its style.
  expect(await host.locator('.table-page').evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
  await write(host, 'Nach dem Neuladen geschrieben');
  await expect(waiting(host)).toHaveCount(1);
  await host.goto(`${link}?round=2`);
  await expect(host.locator('.before')).toContainText('Mit Netz geschrieben');
  // Nothing else is kept.
  await expect(host.goto('/')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|NS_ERROR|ERR_FAILED|offline/);
  await host.context().setOffline(false);
  await host.goto(link);
  await expect(waiting(host)).toHaveCount(0);
  await expect(noted(host)).toHaveText(['Mit Netz geschrieben', 'Nach dem Neuladen geschrieben']);

  await page.goto(`${cafe.event}/cafe/harvest/links`);
  await page.getByRole('button', { name: 'Alle Links sperren' }).click();
  await expect(page.locator('.table-links .tag').first()).toHaveText('kein Link');
  // The page that is open learns it by itself.
  await expect.poll(() => versions(host), { timeout: 15_000 }).toEqual([]);
  await host.context().setOffline(true);
  await expect(host.goto(link)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|NS_ERROR|ERR_FAILED|offline/);
  await host.context().close();
});

test('offline, points and draft stay on the phone and go out by themselves, once each', async ({ signedIn: page, database, browser, server }) => {
  const cafe = await cafeToHarvest(page, database);
  const link = await tableLink(page, cafe, '5');
  const host = await phone(browser, server.url);
  await host.goto(link);
  await host.context().setOffline(true);
  await write(host, 'Ohne Netz geschrieben');
  await write(host, 'Und noch einer');
  const notice = host.locator('[data-offline-notice]');
  await expect(notice).toContainText(/Ohne Netz seit \d+:\d\d Uhr\. 2 Punkte warten auf diesem Gerät/);
  await expect(waiting(host)).toHaveCount(2);
  // What waits can be changed before it is sent.
  await host.locator('.points[data-round] li').last().getByRole('link').click();
  await host.locator('[name=text]').fill('Und noch einer, besser');
  await host.getByRole('button', { name: 'Festhalten' }).click();
  await host.locator('[name=text]').fill('Ein halber Satz');
  await expect(host.locator('[data-draft]')).toHaveText('Entwurf gespeichert, auch ohne Netz');
  await host.context().setOffline(false);
  await expect(waiting(host)).toHaveCount(0);
  await expect(notice).toBeHidden();
  await expect(noted(host)).toHaveText(['Ohne Netz geschrieben', 'Und noch einer, besser']);
  await host.reload();
  await expect(host.locator('[name=text]')).toHaveValue('Ein halber Satz');

  // An answer that is lost: the draft is sent again, and saved once.
  const loseAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await host.route('**/points', loseAnswer, { times: 1 });
  await write(host, 'Antwort verloren');
  await expect(noted(host)).toHaveCount(3);
  await expect(waiting(host)).toHaveCount(0);
  await page.goto(`${cafe.event}/cafe/harvest`);
  await expect(page.locator('.points > li')).toHaveCount(3);
  await host.context().close();
});
