// The list of registrations: search, counts, decisions, contingents.
import type { Page } from '@playwright/test';
import { readInvitation } from '../../harness/calendar.ts';
import { addOrganisation, addPerson, moveEvent, publishedEvent } from '../../harness/organiser.ts';
import { register, newParticipant } from '../../harness/participant.ts';
import { scenarioPeople } from '../../harness/scenario.ts';
import { signInToDemo } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';

function rows(page: Page) {
  return page.getByRole('table', { name: 'Angemeldete' }).locator('tbody tr');
}

function waiting(page: Page) {
  return page.locator('ol.waiting li a[href*="/registrations/"]:not(.button)');
}

async function expectTile(page: Page, label: string, number: string): Promise<void> {
  await expect(page.locator('.tile').filter({ has: page.getByText(label, { exact: true }) }).locator('b')).toHaveText(number);
}

test.describe('with the people of the network meeting', () => {
  test.use({ data: 'demo' });

  test('people are found by name and address, by state and by organisation', { tag: '@both' }, async ({ page, server, accessible }) => {
    await signInToDemo(page, server);
    await page.goto('/organise');
    await page.locator('main th a').first().click();
    await page.getByRole('link', { name: 'Anmeldungen' }).first().click();
    await expectTile(page, 'bestätigt', '62 von 70');
    const people = scenarioPeople('network-meeting');
    await page.getByRole('combobox', { name: 'Stand' }).selectOption('confirmed');
    await expect(rows(page)).toHaveCount(people.length);
    await page.getByRole('link', { name: 'Alle zeigen' }).first().click();

    const search = async (choose: () => Promise<unknown>, expected: number) => {
      await choose();
      await page.getByRole('button', { name: 'Anwenden' }).click();
      await expect(rows(page)).toHaveCount(expected);
    };
    await search(() => page.getByLabel('Suchen').fill('JÄGER'), people.filter(({ family_name }) => family_name === 'Jäger').length);
    await expect(rows(page).first()).toContainText('Jäger, Anna');
    await search(() => page.getByLabel('Suchen').fill('anna.jaeger@'), 1);
    await accessible();
    await page.getByLabel('Suchen').fill('%');
    await page.getByRole('button', { name: 'Anwenden' }).click();
    await expect(page.locator('main')).toContainText('Niemand passt zu dieser Suche');
    await page.getByRole('link', { name: 'Alle zeigen' }).first().click();
    await search(() => page.getByLabel('Suchen').fill('Jäger, Anna'), 1);
    await page.getByRole('link', { name: 'Alle zeigen' }).first().click();

    // A choice filters at once, and keeps the keyboard where it was.
    await page.getByRole('combobox', { name: 'Organisation' }).selectOption({ label: 'RIN Leipzig' });
    await expect(rows(page)).toHaveCount(people.filter(({ organisation }) => organisation === 'RIN Leipzig').length);
    await expect(page.getByRole('combobox', { name: 'Organisation' })).toBeFocused();
    await page.getByRole('combobox', { name: 'Stand' }).selectOption('waitlisted');
    await expect(page.locator('main')).toContainText('Niemand passt zu dieser Suche');
  });

  test('the printed list has every row, and nothing to click', { tag: '@nojs' }, async ({ page, server }) => {
    await signInToDemo(page, server);
    await page.goto('/organise');
    await page.locator('main th a').first().click();
    await page.getByRole('link', { name: 'Anmeldungen' }).first().click();
    await page.getByRole('link', { name: '62 von 70' }).click();
    await page.getByRole('link', { name: 'Drucken' }).click();
    await expect(page).toHaveURL(/rows=all/);
    await page.emulateMedia({ media: 'print' });
    await expect(rows(page)).toHaveCount(scenarioPeople('network-meeting').length);
    await expect(rows(page).first()).toBeVisible();
    await expect(page.locator('nav:visible, form:visible, .button:visible')).toHaveCount(0);
    // An A4 sheet between its margins.
    await page.setViewportSize({ width: 673, height: 990 });
    const table = page.getByRole('table', { name: 'Angemeldete' });
    expect(await table.evaluate((element) => element.scrollWidth - element.parentElement!.clientWidth)).toBeLessThanOrEqual(0);
  });
});

test('who is added twice is a link to the registration, and what was typed stays', { tag: '@nojs' }, async ({ signedIn: page }) => {
  const { event } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  const person = await addPerson(page, event, anna);
  await page.goto(`${event}/registrations/new`);
  await page.locator('[name=given_name]').fill(anna.given);
  await page.locator('[name=family_name]').fill(anna.family);
  await page.locator('[name=address]').fill(anna.address.toUpperCase());
  await page.locator('main form button.first').click();
  await expect(page.locator('[name=address]')).toHaveValue(anna.address.toUpperCase());
  await page.getByRole('link', { name: 'Anmeldung ansehen' }).click();
  await expect(page).toHaveURL(new RegExp(`${person}$`));
});

test('a seat held for an organisation is given to nobody else', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor }) => {
  await addOrganisation(page, 'VHS Leipzig');
  const { event, open } = await publishedEvent(page, { capacity: 2, contingents: { 'VHS Leipzig': 1 } });
  const anna = await addPerson(page, event, newParticipant('Anna'));
  await expect(page.locator('main')).toContainText('Eingetragen, mit einem Platz');
  await visitor.goto(open);
  await expect(visitor.locator('main')).toContainText('vorgemerkt');
  const beate = await addPerson(page, event, newParticipant('Beate'));
  await expect(page.locator('main')).toContainText('Eingetragen, auf der Warteliste');
  await page.goto(`${beate}?decide=confirm`);
  await expect(page.locator('main')).toContainText('ist kein Platz frei');
  await expect(page.locator('main')).toContainText(/andere[rn]? Organisationen/);

  await addPerson(page, event, newParticipant('Cem'), 'VHS Leipzig');
  await expect(page.locator('main')).toContainText('Eingetragen, mit einem Platz');
  const held = new URL(page.url()).pathname;
  // A seat of a contingent stays with the organisation; any other seat goes to the first on the waiting list.
  await cancel(page, held);
  await page.goto(`${event}/registrations`);
  await expectTile(page, 'bestätigt', '1 von 2');
  await expect(waiting(page)).toHaveText(['Muster, Beate']);
  await cancel(page, anna);
  await page.goto(`${event}/registrations`);
  await expectTile(page, 'bestätigt', '1 von 2');
  await expectTile(page, 'auf der Warteliste', '0');
  await expect(rows(page).filter({ hasText: 'Muster, Beate' })).toContainText('bestätigt');
});

async function cancel(page: Page, person: string): Promise<void> {
  await page.goto(`${person}?decide=cancel`);
  await page.locator('main form button.harm').click();
  await expect(page).toHaveURL(/done=cancelled/);
}

test('the waiting list is in order, and organisers decide: up, seat, no, away', { tag: '@both' }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(120_000);
  const { event, open } = await publishedEvent(page, { capacity: 1 });
  const people = ['Anna', 'Beate', 'Cem', 'Doris'].map(newParticipant);
  const pages = [];
  for (const who of people) pages.push(await addPerson(page, event, who));
  const [anna, , cem] = pages as [string, string, string, string];
  await register(visitor, open, newParticipant('Emil'));
  await page.goto(`${event}/registrations`);
  await expectTile(page, 'bestätigt', '1 von 1');
  await expectTile(page, 'auf der Warteliste', '3');
  await expectTile(page, 'Adresse noch nicht bestätigt', '1');
  await expect(waiting(page)).toHaveText(['Muster, Beate', 'Muster, Cem', 'Muster, Doris']);
  await accessible();

  await page.locator('ol.waiting li').filter({ hasText: 'Doris' }).getByRole('button').click();
  await expect(waiting(page)).toHaveText(['Muster, Beate', 'Muster, Doris', 'Muster, Cem']);
  await page.goto(`${event}/registrations?state=waitlisted`);
  await expect(rows(page).getByRole('link')).toHaveText(['Muster, Beate', 'Muster, Doris', 'Muster, Cem']);

  // The confirmation page of declining Anna says that Beate gets the seat.
  await page.goto(`${anna}?decide=decline`);
  await expect(page.locator('main')).toContainText('Beate Muster rückt von der Warteliste nach');
  await page.locator('[name=reason]').fill('Sie vertreten eine andere Region.');
  await accessible();
  await page.locator('main form button.harm').click();
  await expect(page.locator('main')).toContainText('Die Anmeldung ist abgelehnt');
  const declined = await mailbox.waitFor('anna@partner.example', { nth: 2 });
  expect(declined.text).toContain('Sie vertreten eine andere Region.');
  expect(readInvitation(declined.calendars[0]!.text)).toMatchObject({ method: 'CANCEL', attendees: ['anna@partner.example'] });
  expect((await mailbox.waitFor('beate@partner.example', { nth: 2 })).calendars).not.toEqual([]);

  // Cem moves up before Doris.
  await page.goto(`${cem}?decide=confirm`);
  await expect(page.locator('main')).toContainText('ist kein Platz frei');
  await page.goto(cem);
  await expect(page.locator('main')).toContainText(/Warteliste, \S+ 2/);
  await page.getByRole('button', { name: 'nach oben' }).click();
  await expect(page.locator('main')).toContainText(/Warteliste, \S+ 1/);

  const history = page.getByRole('table', { name: 'E-Mails an diese Person' });
  await expect(history.locator('tbody tr')).toHaveCount(1);
  await expect(history).toContainText('Warteliste');
  await page.goto(`${event}/registrations?state=declined`);
  await expect(rows(page).getByRole('link')).toHaveText(['Muster, Anna']);
});

test('an unconfirmed person is given a seat, and who was declined is given one after all', { tag: '@nojs' }, async ({ signedIn: page, visitor, mailbox }) => {
  const { event, open } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  await register(visitor, open, anna);
  await page.goto(`${event}/registrations`);
  await rows(page).getByRole('link').click();
  await expect(page.locator('main')).toContainText('unbestätigt');
  const path = new URL(page.url()).pathname;
  for (const [decision, state, nth] of [['confirm', 'Der Platz ist vergeben', 2], ['decline', 'Die Anmeldung ist abgelehnt', 3], ['confirm', 'Der Platz ist vergeben', 4]] as const) {
    await page.goto(`${path}?decide=${decision}`);
    await page.locator('main form button:is(.first, .harm)').click();
    await expect(page.locator('main')).toContainText(state);
    const mail = await mailbox.waitFor(anna.address, { nth });
    expect(readInvitation(mail.calendars[0]!.text).method).toBe(decision === 'confirm' ? 'REQUEST' : 'CANCEL');
  }
});

test('a misspelt name is corrected, and calendars learn it with the next update', { tag: '@nojs' }, async ({ signedIn: page, mailbox }) => {
  const { event } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  const person = await addPerson(page, event, anna);
  await page.goto(`${person}/correct`);
  await page.locator('[name=family_name]').fill('Jäger');
  await page.getByRole('radio', { name: 'English' }).check();
  await page.locator('main form button.first').click();
  await expect(page).not.toHaveURL(/\/correct/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna Jäger');
  await moveEvent(page, event, { starts: '10:30', ends: '17:00' });
  const update = await mailbox.waitFor(anna.address, { nth: 2 });
  expect(update.subject).toMatch(/^Changed: /);
  expect(readInvitation(update.calendars[0]!.text)).toMatchObject({ sequence: 1, attendees: [anna.address], attendeeNames: ['Anna Jäger'] });
});

test('the columns of the list are chosen, and print and export have the same', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { event } = await publishedEvent(page, { title: 'Spaltentreffen' });
  const anna = newParticipant('Anna');
  await addPerson(page, event, anna);
  await mailbox.waitFor(anna.address);
  await page.goto(`${event}/registrations`);
  const list = page.getByRole('table');
  await expect(list).toContainText(anna.address);
  await page.getByText('Spalten wählen').click();
  await accessible();
  await page.getByLabel('E-Mail-Adresse', { exact: true }).uncheck();
  await page.getByLabel('Angemeldet', { exact: true }).uncheck();
  await page.getByLabel('Sprache', { exact: true }).check();
  await page.getByRole('button', { name: 'Auswahl merken' }).click();
  await expect(list).not.toContainText(anna.address);
  await expect(list.getByRole('columnheader', { name: 'Angemeldet' })).toHaveCount(0);
  await expect(list).toContainText('Deutsch');
  await page.getByRole('link', { name: 'Drucken' }).click();
  await expect(page.getByRole('table')).not.toContainText(anna.address);
  const csv = await (await page.request.get(`${event}/registrations/export.csv`)).text();
  expect(csv).toContain(anna.family);
  expect(csv).not.toContain(anna.address);
});
