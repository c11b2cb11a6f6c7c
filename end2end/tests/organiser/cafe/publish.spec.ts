// Publishing the plan of a café, and its day: who is told what, who is missing, what a repair costs.
import { beginNow, comesToday, publishedCafe, type Person } from '../../../harness/cafe.ts';
import { readInvitation } from '../../../harness/calendar.ts';
import { pressOn, tabTo } from '../../../harness/keyboard.ts';
import { publish } from '../../../harness/organiser.ts';
import { expect, test } from '../../../harness/test.ts';

const people: Person[] = [
  { family: 'Öztürk', given: 'Lukas', tables: [2, 5, 10] },
  { family: 'Nguyen', given: 'Fatima', tables: [9, 6, 2] },
  { family: 'Ahmadi', given: 'Hana', tables: [1, 4, 12] },
];

test('publishing names everybody who is written to, and each reads only their own tables', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, database, mailbox, accessible }, { project }) => {
  const cafe = await publishedCafe(page, database, people);
  await page.goto(`${cafe.event}/cafe/publish`);
  await page.getByText('Zurückziehen', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Zurückziehen' }).click();
  await expect(page.getByText('Die Einteilung ist zurückgezogen')).toBeVisible();
  await publish(page, cafe.event);
  const invited = await mailbox.waitFor('person1@partner.example');
  expect(invited.text).not.toContain('Tisch 9');

  await page.goto(`${cafe.event}/cafe/publish`);
  await expect(page.getByText('3 Personen bekommen eine E-Mail')).toBeVisible();
  const fatima = page.getByRole('row', { name: /Fatima Nguyen/ });
  await expect(fatima).toContainText('zum ersten Mal: Tische 9 → 6 → 2');
  await accessible(page);
  expect(mailbox.to('person1@partner.example')).toHaveLength(1);
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await page.waitForURL(/done=published/);
  const told = await mailbox.waitFor('person1@partner.example', { subject: /Ihre Tische/ });
  expect(told.text).toContain('Tisch 9');
  expect(told.text).not.toContain('Lukas');
  const [before, after] = [invited, told].map((mail) => mail.calendars[0]!.text);
  expect(readInvitation(after!).sequence).toBe(readInvitation(before!).sequence);
  expect(after!.replaceAll(/\r?\n /g, '')).toContain('Tisch 9\\, Sprache (');

  await page.goto(`${cafe.event}/cafe/publish`);
  await expect(page.getByRole('button', { name: 'Veröffentlichen' })).toHaveCount(0);
  await visitor.goto(told.link(/\/registration\//));
  const way = visitor.getByRole('region', { name: 'Mein Weg' });
  await expect(way).toContainText('Als Nächstes, Runde 1');
  await expect(way.locator('.way-table')).toHaveText('Tisch 9');
  await expect(way.locator('.way-stops li')).toHaveCount(2);
  await expect(way).not.toContainText('Hana');
  await accessible(visitor);

  // The way follows the clock, also where rounds end early: by itself with a script, and loaded anew without one.
  const shows = async (text: string) => {
    if (project.use.javaScriptEnabled === false) await visitor.reload();
    await expect(way).toContainText(text, { timeout: 25_000 });
  };
  await comesToday(cafe, database);
  await page.goto(cafe.remote);
  await beginNow(page);
  await expect(page.getByText('Runde 1 von 3')).toBeVisible();
  await visitor.reload();
  await shows('Jetzt, Runde 1');
  await page.getByRole('button', { name: 'Runde beenden, zum Wechsel' }).click();
  await expect(page.getByText('Wechsel zu Runde 2')).toBeVisible();
  await shows('Als Nächstes, Runde 2');
  await expect(way.locator('.way-table')).toHaveText('Tisch 6');
});

test('who is missing is marked with one press, found by name, and the repair names whom it moves', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, database, accessible }) => {
  const cafe = await publishedCafe(page, database, people);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${cafe.event}/cafe/day`);
  await expect(page.getByText('von 3 sind da')).toBeVisible();
  await page.getByRole('searchbox').fill('nguyen');
  await page.getByRole('button', { name: 'Suchen' }).click();
  const list = page.getByRole('list', { name: 'Angemeldete Personen' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Fehlt Fatima Nguyen' }).click();
  await expect(page.getByText('Fatima Nguyen fehlt', { exact: true })).toBeVisible();
  await expect(page.getByText('1 fehlt', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig Fatima Nguyen' }).click();
  await expect(page.getByText('niemand fehlt')).toBeVisible();
  await page.getByRole('button', { name: 'Fehlt Fatima Nguyen' }).click();
  await accessible(page);

  await page.getByRole('link', { name: 'Plan reparieren …' }).click();
  await expect(page.getByRole('heading', { name: 'Niemand wechselt den Tisch' })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Nur übernehmen' }).first().click();
  await expect(page.getByText('Der neue Plan ist eine Fassung der Einteilung')).toBeVisible();
});

test('with the keyboard alone somebody is missing, the plan is repaired and published, and the rounds go on', async ({ signedIn: page, database }) => {
  const cafe = await publishedCafe(page, database, people);
  const focused = page.locator(':focus');
  await page.goto(`${cafe.event}/cafe/day`);
  await pressOn(page, page.getByRole('button', { name: 'Fehlt Fatima Nguyen' }));
  await expect(page.getByText('Fatima Nguyen fehlt', { exact: true })).toBeVisible();
  // The keyboard goes on where it says so.
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText(/^Rückgängig/);
  await pressOn(page, page.getByRole('link', { name: 'Plan reparieren …' }));
  await pressOn(page, page.getByRole('button', { name: 'Übernehmen und veröffentlichen' }).first(), 'Space');
  await expect(page.getByText('Der neue Plan gilt und ist veröffentlicht')).toBeVisible();

  await pressOn(page, page.getByRole('link', { name: /^Uhr und Leinwand/ }).filter({ visible: true }).first());
  await pressOn(page, page.getByText('Runde 1 beginnen …'), 'Space');
  await pressOn(page, page.getByRole('button', { name: 'Jetzt beginnen' }));
  await expect(page.getByText('Runde 1 von 3')).toBeVisible();
  const time = page.locator('[data-remaining]');
  await expect(time).toHaveText(/^(20:00|19:)/);
  const minute = page.getByRole('button', { name: '+ 1 Min.' });
  await pressOn(page, minute, 'Space');
  await expect(time).toHaveText(/^(21:00|20:)/);
  // The button that stays keeps the focus, so that it can be pressed again.
  await expect(minute).toBeFocused();
  await page.keyboard.press('Space');
  await expect(time).toHaveText(/^(22:00|21:)/);
  await pressOn(page, page.getByRole('button', { name: 'Läuten' }));
  await expect(page.locator('[data-clock]')).toHaveAttribute('data-bell', '');
  await tabTo(page, page.getByRole('button', { name: 'Runde beenden, zum Wechsel' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wechsel zu Runde 2')).toBeVisible();
  // Pressing twice makes one step; the next button is one Tab away.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Runde 2 beginnen');
  await page.keyboard.press('Space');
  await expect(page.getByText('Runde 2 von 3')).toBeVisible();
});

test('the screen and the open page of a participant follow within a second what a repair publishes', { tag: '@both' }, async ({ signedIn: page, visitor, browser, database, mailbox }) => {
  const cafe = await publishedCafe(page, database, people);
  await publish(page, cafe.event);
  const phone = (await mailbox.waitFor('person1@partner.example')).link(/\/registration\//);
  await comesToday(cafe, database);
  await page.goto(cafe.remote);
  await page.getByRole('button', { name: /Adresse anlegen$/ }).click();
  const address = await page.locator('#screen-link').inputValue();
  await beginNow(page);
  await page.getByRole('button', { name: 'Runde beenden, zum Wechsel' }).click();
  await expect(page.getByText('Wechsel zu Runde 2')).toBeVisible();
  const context = await browser.newContext();
  const screen = await context.newPage();
  const names = screen.locator('.names > li');
  await screen.goto(address);
  await expect(names).toHaveCount(3);
  await visitor.goto(phone);
  const way = visitor.locator('[data-way]');
  await expect(way.locator('.way-table')).toHaveText('Tisch 6');
  await visitor.waitForLoadState('networkidle');

  const repairAndPublish = async () => {
    await page.goto(`${cafe.event}/cafe/repair`);
    await page.getByRole('button', { name: 'Übernehmen und veröffentlichen' }).first().click();
    await expect(page.getByText('Der neue Plan gilt und ist veröffentlicht')).toBeVisible();
  };
  await page.goto(`${cafe.event}/cafe/day`);
  await page.getByRole('button', { name: 'Ab jetzt weg Fatima Nguyen' }).click();
  await expect(page.locator('#done')).toContainText('Fatima Nguyen');
  await repairAndPublish();
  await expect(names.filter({ hasText: 'Nguyen' })).toHaveText(/–$/, { timeout: 1_000 });
  await expect(way).not.toContainText('Tisch 6', { timeout: 1_000 });

  // And there after all.
  await page.getByRole('button', { name: 'Doch da Fatima Nguyen' }).click();
  await expect(page.locator('#done')).toContainText('Fatima Nguyen');
  await repairAndPublish();
  await expect(names.filter({ hasText: 'Nguyen' })).toHaveText(/\d+$/, { timeout: 1_000 });
  await expect(way.locator('.way-table')).toHaveText(/^Tisch \d+$/, { timeout: 1_000 });
  await context.close();
});

test('who comes to the door without an address is told where to sit now, and gets a card', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, database, accessible }) => {
  const cafe = await publishedCafe(page, database, people);
  await comesToday(cafe, database);
  await page.goto(cafe.remote);
  await beginNow(page);
  await page.goto(`${cafe.event}/cafe/day`);
  await page.getByRole('link', { name: 'Person eintragen' }).click();
  await page.getByLabel('Vorname').fill('Nora');
  await page.getByLabel('Nachname').fill('Neu');
  await page.getByLabel('E-Mail-Adresse').fill('nora');
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await expect(page.locator('[data-error-for=address]')).toBeVisible();
  await page.getByLabel('E-Mail-Adresse').fill('');
  await accessible(page);
  await page.getByRole('button', { name: 'Eintragen' }).click();
  const done = page.getByRole('status').filter({ hasText: 'Nora Neu ist eingetragen' });
  await expect(done).toContainText('Jetzt, in Runde 1: freier Platz an Tisch 3 (Sprache)');
  await expect(page.getByRole('listitem').filter({ hasText: 'Nora Neu' })).toContainText('freier Platz an Tisch 3');
  await accessible(page);

  // Whoever seems to be registered already is named, and counts as present with one press.
  await page.goto(`${cafe.event}/cafe/day/new`);
  await page.getByLabel('Vorname').fill('Hana');
  await page.getByLabel('Nachname').fill('Ahmadi');
  await page.getByLabel('E-Mail-Adresse').fill('hana@elsewhere.example');
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await expect(page.getByText('Die Person ist vielleicht schon angemeldet.')).toBeVisible();
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('hana@elsewhere.example');
  await expect(page.getByRole('button', { name: 'Trotzdem eintragen' })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Das ist sie Hana Ahmadi' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Hana Ahmadi ist da' })).toBeVisible();

  await page.getByRole('link', { name: 'Plan reparieren …' }).click();
  await page.getByRole('button', { name: 'Übernehmen und veröffentlichen' }).first().click();
  await expect(page.getByText('Der neue Plan gilt und ist veröffentlicht')).toBeVisible();
  // The way to the new cards stays, whenever the page is opened.
  await page.goto(`${cafe.event}/cafe/day`);
  await expect(page.getByText('Eine Karte hat sich zuletzt geändert')).toBeVisible();
  await page.getByRole('link', { name: 'Neue Karten drucken' }).click();
  await expect(page.locator('.rotation h2')).toHaveText(['Nora Neu']);
  await page.goto(`${cafe.event}/cafe/paper`);
  await expect(page.getByLabel('Geändert seit').locator('optgroup')).toHaveAttribute('label', 'Veröffentlichte Fassungen');
  await expect(page.getByLabel('Geändert seit').locator('option')).toHaveText([/^Fassung 1,/]);
  await page.goto(`${cafe.event}/registrations?page=all`);
  await expect(page.getByRole('row', { name: /Neu, Nora/ })).toContainText('ohne E-Mail-Adresse');
});

test('a table at which people sit is not removed without a question', { tag: '@nojs' }, async ({ signedIn: page, database, accessible }) => {
  const cafe = await publishedCafe(page, database, people);
  await page.goto(`${cafe.event}/cafe`);
  // Nobody sits at table 8, one person at table 9.
  await expect(page.locator('details.asks summary[aria-label="Tisch 8 entfernen"]')).toHaveCount(0);
  await page.locator('summary[aria-label="Tisch 9 entfernen"]').click();
  const question = page.locator('.question').filter({ visible: true });
  await expect(question).toContainText('Die Einteilung setzt eine Person an diesen Tisch.');
  await accessible(page);
  await question.getByRole('button', { name: 'Tisch 9 entfernen' }).click();
  await page.waitForURL(/saved=1/);
  await page.goto(`${cafe.event}/cafe/publish`);
  await expect(page.locator('main')).toContainText('1 Person sitzt an einem Tisch, den es im Aufbau nicht mehr gibt');
});
