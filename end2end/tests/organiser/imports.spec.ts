// Importing people from a table: checked first, then written as a whole. The scenario of the network
// meeting: 62 people are invited, the event moves by an hour, and is cancelled.
import { readInvitation, type Invitation } from '../../harness/calendar.ts';
import type { Mailbox } from '../../harness/mailbox.ts';
import { cancelEvent, checkTable, draftEvent, importTable, moveEvent, publish } from '../../harness/organiser.ts';
import { scenarioFile, scenarioPeople } from '../../harness/scenario.ts';
import { expect, test } from '../../harness/test.ts';

const people = scenarioPeople('network-meeting');

const faulty = [
  'Vorname;Nachname;E-Mail;Lieblingsfarbe',
  'Anna;Jäger;anna@partner.example;blau',
  'Cem;Öztürk;;rot',
  'Doris;Weiß;doris at partner.example;',
  'Anna;Jäger-Schmidt;Anna@Partner.example;grün',
  `${'Maximiliane '.repeat(50)};Muster;maxi@partner.example;`,
].join('\n');

test('a table with faults is shown line by line, and nothing of it is written', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const event = await draftEvent(page);
  await checkTable(page, event, { name: 'faulty.csv', mimeType: 'text/csv', buffer: Buffer.from(faulty) });

  const verdict = page.locator('.verdict');
  await expect(verdict).toContainText('Bisher wurde nichts gespeichert');
  await expect(verdict).toContainText('4 von 5 Zeilen haben Fehler');
  const faults = page.getByRole('table', { name: 'Zeilen mit Fehlern' });
  const line = (number: number) => faults.getByRole('row').filter({ has: page.getByRole('rowheader', { name: String(number), exact: true }) });
  await expect(line(2)).toHaveCount(0);
  await expect(line(3)).toContainText('E-Mail-Adresse: Bitte ausfüllen');
  await expect(line(4)).toContainText('Das ist keine E-Mail-Adresse');
  await expect(line(5)).toContainText('steht schon in einer Zeile darüber');
  await expect(line(6)).toContainText(/Vorname: Höchstens \d+ Zeichen/);
  await expect(page.getByLabel('Lieblingsfarbe')).toHaveValue('nothing');
  await expect(page.locator('button[value=import]')).toHaveCount(0);
  await accessible();

  await page.goto(`${event}/registrations`);
  await expect(page.locator('main')).toContainText('Noch ist niemand angemeldet');
});

test('a table without a column for addresses is refused until one is chosen', { tag: '@nojs' }, async ({ signedIn: page }) => {
  const event = await draftEvent(page);
  await page.goto(`${event}/registrations/import`);
  await page.locator('[name=text]').fill('Vorname,Nachname,Wohin\nAnna,Jäger,irgendwo\n');
  await page.locator('button[value=check]').click();
  await expect(page.locator('.verdict')).toContainText('Keine Spalte enthält: E-Mail-Adresse');
  await page.locator('[name=text]').fill('Vorname,Nachname,Wohin\nAnna,Jäger,anna@partner.example\n');
  await page.getByLabel('Wohin').selectOption('address');
  await page.locator('button[value=check]').click();
  await expect(page.locator('button[value=import]')).toHaveText('Eine Person importieren');
});

test('a table with too many columns is refused beside its field, and what was typed stays', { tag: '@nojs' }, async ({ signedIn: page }) => {
  const event = await draftEvent(page);
  await page.goto(`${event}/registrations/import`);
  const wide = Array.from({ length: 40_000 }, (_, column) => `s${column}`).join(';');
  await page.locator('[name=text]').fill(wide);
  await page.locator('button[value=check]').click();
  await expect(page.locator('main form')).toContainText('Die Tabelle hat mehr als 100 Spalten');
  await expect(page.locator('[name=text]')).toHaveValue(wide);
  expect((await page.content()).length).toBeLessThan(1_000_000);
  await page.locator('[name=file]').setInputFiles({ name: 'wide.csv', mimeType: 'text/csv', buffer: Buffer.from(wide) });
  await page.locator('[name=text]').fill('Vorname;Nachname');
  await page.locator('button[value=check]').click();
  await expect(page.locator('main form')).toContainText('Die Tabelle hat mehr als 100 Spalten');
  await expect(page.locator('[name=text]')).toHaveValue('Vorname;Nachname');
});

test('a title above the columns, and names in one column, are read and said', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  const event = await draftEvent(page);
  const table = 'Anmeldungen, Stand 3. Mai\n\nName;E-Mail;Sprache\n"Jäger, Anna";anna@partner.example;Deutsch\nCem Öztürk;cem@partner.example;englisch\n';
  await checkTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(page.locator('.verdict')).toContainText('Die Spaltenüberschriften stehen in Zeile 3');
  await expect(page.locator('.verdict')).toContainText('Namen in einer Spalte wurden in Vor- und Nachnamen geteilt');
  const read = page.locator('details');
  await expect(read.getByRole('rowheader', { name: 'Jäger, Anna', includeHidden: true })).toBeAttached();
  await expect(read.getByRole('rowheader', { name: 'Öztürk, Cem', includeHidden: true })).toBeAttached();
  await accessible();
});

test('what was changed after the check is shown again before it is imported', { tag: '@nojs' }, async ({ signedIn: page }) => {
  const event = await draftEvent(page);
  await page.goto(`${event}/registrations/import`);
  await page.locator('[name=text]').fill('Vorname,Nachname,E-Mail\nAnna,Jäger,anna@partner.example\n');
  await page.locator('button[value=check]').click();
  await expect(page.locator('button[value=import]')).toBeVisible();
  await page.locator('[name=text]').fill('Vorname,Nachname,E-Mail\nBeate,Jäger,beate@partner.example\n');
  await page.locator('button[value=import]').click();
  await expect(page.locator('details').getByRole('rowheader', { name: 'Jäger, Beate', includeHidden: true })).toBeAttached();
  await expect(page).not.toHaveURL(/done=imported/);
  await page.locator('button[value=import]').click();
  await expect(page).toHaveURL(/done=imported&people=1$/);
});

test('62 people are imported, invited, told of the new hour and of the end', { tag: '@both' }, async ({ signedIn: page, mailbox }) => {
  test.setTimeout(180_000);
  const event = await draftEvent(page, { title: 'Landesweites Netzwerktreffen', capacity: 70 });
  await importTable(page, event, scenarioFile('network-meeting', 'people.csv'));
  await expect(page.locator('main')).toContainText('62 Personen sind importiert');
  await expect(page.locator('main')).toContainText('62 von 70');
  const list = page.getByRole('table', { name: 'Angemeldete' });
  await expect(list.locator('tbody tr')).toHaveCount(people.length);
  const names = await list.getByRole('rowheader').allTextContents();
  for (const { given_name, family_name, email } of people) {
    expect(names.filter((name) => name.includes(`${family_name}, ${given_name}`) && name.includes(email)), email).toHaveLength(1);
  }
  expect(mailbox.mails).toEqual([]);

  await publish(page, event);
  const invited = await nthEntries(mailbox, 1);
  for (const [address, entry] of invited) {
    expect(entry).toMatchObject({ method: 'REQUEST', sequence: 0, attendees: [address], timeZone: 'Europe/Berlin' });
  }
  expect(new Set([...invited.values()].map(({ uid }) => uid)).size).toBe(1);

  await moveEvent(page, event, { starts: '10:30', ends: '17:00' });
  for (const [address, entry] of await nthEntries(mailbox, 2)) {
    const before = invited.get(address)!;
    expect(entry).toMatchObject({ method: 'REQUEST', sequence: 1, uid: before.uid, attendees: [address] });
    expect(entry.start.getTime() - before.start.getTime()).toBe(3_600_000);
  }

  await cancelEvent(page, event, 'Der Saal ist überschwemmt.');
  for (const [address, entry] of await nthEntries(mailbox, 3)) {
    expect(entry).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 2, uid: invited.get(address)!.uid, attendees: [address] });
  }
  expect(mailbox.mails).toHaveLength(3 * people.length);
});

/** The calendar entry in the nth mail to each person. */
async function nthEntries(mailbox: Mailbox, nth: number): Promise<Map<string, Invitation>> {
  const entries = new Map<string, Invitation>();
  for (const { email } of people) {
    const mail = await mailbox.waitFor(email, { nth, within: 60_000 });
    entries.set(email, readInvitation(mail.calendars[0]!.text));
  }
  return entries;
}
