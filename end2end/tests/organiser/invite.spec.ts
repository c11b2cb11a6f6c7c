// People are invited, answer by their own links, and the silent ones are reminded.
import type { Page } from '@playwright/test';
import { readInvitation } from '../../harness/calendar.ts';
import type { Mailbox } from '../../harness/mailbox.ts';
import { followJob, publishedEvent } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

interface Contact {
  given: string;
  address: string;
  organisation?: string;
  optedOut?: boolean;
}

async function addContact(page: Page, { given, address, organisation = '', optedOut = false }: Contact): Promise<void> {
  await page.goto('/organise/contacts/new');
  await page.locator('[name=given_name]').fill(given);
  await page.locator('[name=family_name]').fill('Muster');
  await page.locator('[name=address]').fill(address);
  await page.locator('[name=organisation]').fill(organisation);
  if (optedOut) await page.locator('[name=opted_out]').check();
  await page.locator('main form button.first').click();
  await expect(page.locator('main')).toContainText('Der Kontakt ist hinzugefügt.');
}

/** Makes a fixed list of all contacts. */
async function listOfAll(page: Page, name: string): Promise<void> {
  await page.goto('/organise/lists/new');
  await page.locator('[name=name]').fill(name);
  await page.locator('[name=kind][value=fixed]').check();
  await page.locator('main form button.first').click();
  await expect(page.locator('h1')).toHaveText(name);
  await page.goto('/organise/contacts');
  for (const box of await page.locator('[name="contacts[]"]').all()) await box.check();
  await page.locator('select[name=list]').last().selectOption({ label: name });
  await page.getByRole('button', { name: 'Auf den Verteiler setzen' }).click();
  await expect(page.locator('h1')).toHaveText(name);
}

/** Finds single people and chooses them. */
async function chooseSingle(page: Page, search: string): Promise<void> {
  await page.locator('[name=search]').fill(search);
  await page.getByRole('button', { name: 'Anwenden' }).click();
  for (const box of await page.locator('[name="contacts[]"]').all()) await box.check();
  await page.getByRole('button', { name: 'Auswahl übernehmen' }).click();
}

/** Sends the invitations that are on the page. The list is open then. */
async function send(page: Page, event: string): Promise<void> {
  await page.getByRole('button', { name: /senden …/ }).click();
  await page.locator('button[value=send]').click();
  await followJob(page, `${event}/invitations`);
}

/** The link that opens the page of an invitation; the other one begins with the refusal. */
const invitationLink = /\/invitation\/\w+\?lang=\w+$/;

const link = async (mailbox: Mailbox, address: string, subject: RegExp): Promise<string> =>
  (await mailbox.waitFor(address, { subject })).link(invitationLink);

test('people are chosen, invited, and answer; only the silent are reminded', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible, request }) => {
  await addContact(page, { given: 'Anna', address: 'anna@partner.example' });
  await addContact(page, { given: 'Bea', address: 'bea@partner.example' });
  await addContact(page, { given: 'Cem', address: 'cem@partner.example' });
  await addContact(page, { given: 'Dora', address: 'dora@partner.example', optedOut: true });
  const { event, open } = await publishedEvent(page, { admission: 'invited' });

  // Nobody registers by the public page.
  await page.goto(open);
  await expect(page.locator('main')).toContainText('werden Gäste persönlich eingeladen');
  await expect(page.getByRole('link', { name: /anmelden/i })).toHaveCount(0);
  await page.goto(`${open}/register`);
  await expect(page.locator('[name=address]')).toHaveCount(0);
  await accessible();

  await page.goto(`${event}/invitations`);
  await expect(page.locator('main')).toContainText('Noch ist niemand eingeladen');
  await accessible();
  await page.getByRole('link', { name: 'Personen einladen' }).click();
  await accessible();
  await chooseSingle(page, 'Muster');
  await expect(page.locator('#result')).toContainText('3 Personen bekommen die Einladung.');
  await expect(page.locator('#result')).toContainText('Eine Person möchte keine Einladungen mehr');
  await accessible();

  // An unknown variable is named beside the field, and everything is kept.
  await page.locator('[name=subject]').fill('Einladung von {Titel}');
  await page.getByRole('button', { name: /senden …/ }).click();
  await expect(page.locator('[data-error-for=subject]')).toContainText('Titel');
  await expect(page.locator('#result')).toContainText('3 Personen');
  await page.locator('[name=subject]').fill('Einladung an {Vorname}');
  await page.locator('[name=text]').fill('Guten Tag {Vorname},\n\nbitte kommen Sie: {Veranstaltung}, {Ort}.');
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await expect(page.locator('main')).toContainText('Einladung an Anna');
  await expect(page.locator('main')).toContainText('Bei 3 Personen fehlt {Ort}');
  await page.getByRole('button', { name: 'Nächste Person' }).click();
  await expect(page.locator('main')).toContainText('Einladung an Bea');
  await page.getByRole('button', { name: 'Test an mich' }).click();
  await expect(page.locator('main')).toContainText('Der Test ist unterwegs');
  await page.getByRole('button', { name: /senden …/ }).click();
  await expect(page.locator('main')).toContainText('3 Personen bekommen diese E-Mail');
  await accessible();
  await page.locator('button[value=send]').click();
  await followJob(page, `${event}/invitations`);
  await page.goto(`${event}/invitations`);
  await expect(page.locator('.tiles')).toContainText('3 eingeladen');
  await accessible();

  // Opening the links, as scanners do, answers nothing.
  const annas = await link(mailbox, 'anna@partner.example', /Einladung an Anna/);
  const beas = await link(mailbox, 'bea@partner.example', /Einladung an Bea/);
  await request.get(annas);
  await request.get(`${beas}&answer=no`);
  await page.reload();
  await expect(page.locator('.tiles')).toContainText('3 ohne Antwort');

  await page.goto(annas);
  await accessible();
  await page.getByRole('button', { name: 'Ich komme' }).click();
  await expect(page).toHaveURL(/\/registration\//);
  await expect(page.locator('main')).toContainText('Sie haben einen Platz');
  await page.goto(annas);
  await expect(page.locator('main')).toContainText('Sie sind angemeldet');
  await accessible();

  await page.goto(beas);
  await page.getByRole('button', { name: 'Ich kann nicht' }).click();
  await expect(page.locator('main')).toContainText('Sie haben abgesagt');
  await accessible();
  await page.locator('[name=given_name]').last().fill('Emil');
  await page.locator('[name=family_name]').last().fill('Vertretung');
  await page.locator('[name=address]').fill('keine adresse');
  await page.getByRole('button', { name: 'Einladen', exact: true }).click();
  await expect(page.locator('[data-error-for=address]')).toBeVisible();
  await page.locator('[name=address]').fill('emil@partner.example');
  await page.getByRole('button', { name: 'Einladen', exact: true }).click();
  await expect(page.locator('main')).toContainText('An Ihrer Stelle haben Sie emil@partner.example genannt.');
  const emils = await mailbox.waitFor('emil@partner.example');
  expect(emils.text).toContain('Bea Muster kann nicht kommen');

  // Emil's name was typed by somebody else, so it is asked for.
  await page.goto(emils.link(invitationLink));
  await expect(page.locator('[name=family_name]')).toHaveValue('Vertretung');
  await accessible();

  await page.goto(`${event}/invitations`);
  await expect(page.locator('.tiles')).toContainText('4 eingeladen');
  await expect(page.locator('.tiles')).toContainText('1 angemeldet');
  await expect(page.locator('.tiles')).toContainText('abgesagt, eine mit Vertretung');
  await expect(page.locator('.tiles')).toContainText('2 ohne Antwort');
  await page.locator('[name=answer]').selectOption({ label: 'ohne Antwort (2)' });
  await page.getByRole('button', { name: 'Anwenden' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await accessible();

  await page.getByRole('link', { name: /Die 2 erinnern/ }).click();
  await expect(page.locator('main')).toContainText('2 Personen bekommen diese E-Mail');
  await accessible();
  await page.getByRole('button', { name: '2 Erinnerungen senden' }).click();
  await followJob(page, `${event}/invitations`);
  await mailbox.waitFor('cem@partner.example', { subject: /Kommen Sie/ });
  expect(mailbox.to('anna@partner.example').filter((mail) => /Kommen Sie/.test(mail.subject))).toEqual([]);
  expect(mailbox.to('dora@partner.example')).toEqual([]);

  await page.goto(`${event}/invitations`);
  await page.getByRole('link', { name: 'Muster, Cem' }).click();
  await accessible();
  await page.getByRole('button', { name: 'Neuen Link schicken' }).click();
  await expect(page.locator('main')).toContainText('Der neue Link ist unterwegs.');
  const cems = await link(mailbox, 'cem@partner.example', /neuer Link/);
  await page.getByRole('button', { name: 'Einladung zurücknehmen' }).click();
  await expect(page.locator('main')).toContainText('Die Einladung ist zurückgenommen.');
  await expect(page.locator('.tiles')).toContainText('3 eingeladen');
  await page.goto(cems);
  await expect(page.locator('main')).toContainText('Diese Einladung wurde zurückgenommen.');
  await expect(page.getByRole('button', { name: 'Ich komme' })).toHaveCount(0);
  await accessible();
});

test('a list and a single person overlap, and the calendar entry comes with the invitation', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  await addContact(page, { given: 'Anna', address: 'anna@partner.example' });
  await addContact(page, { given: 'Bea', address: 'bea@partner.example' });
  await listOfAll(page, 'Beirat');
  const { event } = await publishedEvent(page);
  await page.goto(`${event}/invitations/new`);
  await page.getByLabel(/Beirat/).check();
  await chooseSingle(page, 'Anna');
  await expect(page.locator('#result')).toContainText('2 Personen bekommen die Einladung.');
  await expect(page.locator('#result')).toContainText('Eine Person ist mehrfach gewählt und bekommt eine einzige E-Mail');
  await page.locator('[name=calendar][value="with invitation"]').check();
  await accessible();
  await send(page, event);

  const invitation = await mailbox.waitFor('anna@partner.example', { subject: /Einladung/ });
  expect(mailbox.to('anna@partner.example')).toHaveLength(1);
  const entry = readInvitation(invitation.calendars[0]!.text);
  expect(entry).toMatchObject({ method: 'REQUEST', sequence: 0, attendees: ['anna@partner.example'] });
  await page.goto(invitation.link(invitationLink));
  await page.getByRole('button', { name: 'Ich komme' }).click();
  await expect(page).toHaveURL(/\/registration\//);
  const seat = await mailbox.waitFor('anna@partner.example', { nth: 2 });
  expect(readInvitation(seat.calendars[0]!.text)).toMatchObject({ method: 'REQUEST', sequence: 1, uid: entry.uid });

  await page.goto(await link(mailbox, 'bea@partner.example', /Einladung/));
  await page.getByRole('button', { name: 'Ich kann nicht' }).click();
  const cancelled = await mailbox.waitFor('bea@partner.example', { nth: 2 });
  expect(readInvitation(cancelled.calendars[0]!.text)).toMatchObject({ method: 'CANCEL', sequence: 1, uid: entry.uid });
});
