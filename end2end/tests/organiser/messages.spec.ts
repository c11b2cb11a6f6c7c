// Mails by occasion.
import { addOrganisation, addPerson, addQuestion, importTable, moveEvent, publishedEvent } from '../../harness/organiser.ts';
import { newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test('mails are counted by occasion and opened on demand', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { event } = await publishedEvent(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];
  for (const who of [anna, ben]) {
    await addPerson(page, event, who);
    await mailbox.waitFor(who.address);
  }
  await moveEvent(page, event, { starts: '10:00', ends: '16:00' });
  for (const who of [anna, ben]) await mailbox.waitFor(who.address, { nth: 2 });

  await page.goto('/organise/outgoing');
  const occasions = page.getByRole('row', { name: /Person/ });
  await expect(occasions).toHaveCount(2);
  await expect(occasions.first()).toContainText('Änderung der Veranstaltung, 2 Personen');
  await expect(occasions.first()).toContainText('Netzwerktreffen');
  await expect(async () => {
    await page.reload();
    await expect(occasions.last()).toContainText('2 gesendet', { timeout: 500 });
  }).toPass();
  await accessible();
  await page.getByRole('link', { name: 'Zusage, 2 Personen' }).click();
  await expect(page).toHaveURL(new RegExp(`${event}/messages`));
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Zusage, 2 Personen');
  await expect(page.locator('main tbody tr')).toHaveCount(2);
  await expect(page.locator('main')).toContainText(anna.address);
  await accessible();
  await page.getByRole('link', { name: 'Alle Anlässe' }).click();
  await page.getByLabel('Suche nach Adresse').fill(ben.address.slice(0, 12).toUpperCase());
  await page.getByRole('search').getByRole('button').click();
  await expect(page.locator('main tbody tr')).toHaveCount(2);
  await expect(page.locator('main')).not.toContainText(anna.address);
});

test('occasions that need a decision come first', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox }) => {
  const { event } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  mailbox.refuse(anna.address);
  await addPerson(page, event, anna);
  await expect.poll(() => mailbox.attempted).toContain(anna.address);
  const { event: later } = await publishedEvent(page, { title: 'Fachtag' });
  const ben = newParticipant('Ben');
  await addPerson(page, later, ben);
  await mailbox.waitFor(ben.address);
  await expect(async () => {
    await page.goto('/organise/outgoing');
    const first = page.locator('main tbody tr').first();
    await expect(first).toContainText('1 abgelehnt', { timeout: 500 });
    await expect(first).toContainText('Netzwerktreffen', { timeout: 500 });
  }).toPass();
  // The address that the mail server refused stands before the list.
  await expect(page.locator('main details').first()).toContainText('An eine Adresse wird nicht mehr geschrieben');
  await page.locator('main tbody th a').first().click();
  await expect(page.locator('main')).toContainText(anna.address);
});

test('an organiser writes to everybody, and each reads their own text', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible, javaScriptEnabled }) => {
  const { event } = await publishedEvent(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];
  for (const who of [anna, ben]) {
    await addPerson(page, event, who);
    await mailbox.waitFor(who.address);
  }
  await page.goto(`${event}/messages`);
  await page.getByRole('link', { name: 'Neue Nachricht' }).click();
  await expect(page.getByText('2 Personen bekommen die Nachricht')).toBeVisible();
  await accessible();

  // A variable that there is none of is named beside the text, and everything stays.
  await page.locator('[name=subject]').fill('Morgen: {Veranstaltung}');
  await page.locator('[name=text]').fill('Hallo {Vorname},\n\nIhr Titel: {Titel}');
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await expect(page.locator('main')).toContainText('{Titel} kennen wir nicht');
  await expect(page.locator('[name=subject]')).toHaveValue('Morgen: {Veranstaltung}');
  await accessible();

  // A file that is neither PDF nor picture is refused; one that is stays while the form is shown again.
  const program = { name: 'Ablauf.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') };
  await page.locator('[name=files]').setInputFiles(program);
  await page.locator('[name=text]').fill('Hallo {Vorname},\n\nIhre Plätze:\n{Weg}\n\n{Link}');
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await expect(page.locator('[data-error-for=files]')).toContainText('weder PDF noch Bild');
  // Files beyond what the server reads are named before anything is sent.
  if (javaScriptEnabled !== false) {
    await page.locator('[name=files]').setInputFiles({ ...program, buffer: Buffer.alloc(13_000_000) });
    await page.getByRole('button', { name: 'Vorschau' }).click();
    await expect(page.locator('[data-error-for=files]')).toContainText('zusammen größer als 10 MB');
    await expect(page.locator('[name=subject]')).toHaveValue('Morgen: {Veranstaltung}');
  }
  await page.locator('[name=files]').setInputFiles({ ...program, buffer: Buffer.from('%PDF-1.7 Ablauf') });
  await page.getByRole('button', { name: 'Vorschau' }).click();
  const preview = page.locator('#preview');
  await expect(preview).toContainText('Vorschau 1 von 2');
  await expect(preview).toContainText('Hallo Anna,');
  await expect(preview).toContainText('Morgen: Netzwerktreffen');
  await expect(page.getByRole('link', { name: 'Ablauf.pdf' })).toBeVisible();
  await expect(page.getByText('Bei 2 Personen fehlt {Weg}')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Nächste Person' }).click();
  await expect(preview).toContainText('Hallo Ben,');
  await page.getByRole('button', { name: 'Vorige Person' }).click();
  await expect(preview).toContainText('Hallo Anna,');

  await page.getByRole('button', { name: 'Test an mich' }).click();
  await expect(page.getByRole('status')).toContainText('Der Test ist unterwegs');
  await page.getByRole('button', { name: 'An 2 Personen senden' }).click();
  await expect(page).toHaveURL(/\/(jobs|messages)/);
  for (const who of [anna, ben]) {
    const mail = await mailbox.waitFor(who.address, { nth: 2 });
    expect(mail.subject).toBe('Morgen: Netzwerktreffen');
    expect(mail.text).toContain(`Hallo ${who.given},`);
    expect(mail.files).toEqual(['Ablauf.pdf']);
    expect(mail.text).toMatch(/\/registration\/[a-z2-9]{26}/);
  }
  await page.goto(`${event}/messages`);
  await page.getByRole('link', { name: '„Morgen: Netzwerktreffen“, 2 Personen' }).click();
  await expect(page.locator('main tbody tr')).toHaveCount(2);
  await accessible();
});

test('a message goes to those whom the choices select', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox }) => {
  await addOrganisation(page, 'VHS Leipzig');
  const { event } = await publishedEvent(page);
  await addQuestion(page, event, { label: 'Verpflegung', kind: 'one of', options: ['vegan', 'halal'] });
  const table = [
    'Vorname;Nachname;E-Mail;Organisation;Verpflegung',
    'Anna;Jäger;anna@partner.example;VHS Leipzig;vegan',
    'Bea;Roth;bea@partner.example;VHS Leipzig;halal',
    'Cem;Ay;cem@partner.example;;vegan',
  ];
  await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table.join('\n')) });
  for (const name of ['anna', 'bea', 'cem']) await mailbox.waitFor(`${name}@partner.example`);
  await page.goto(`${event}/messages/new`);
  const people = page.locator('[aria-labelledby=whom] details');
  const select = async (choices: Record<string, string>, expected: string) => {
    for (const name of ['state', 'organisation', 'answer', 'lack']) {
      const label = choices[name];
      await page.locator(`[name=${name}]`).selectOption(label ? { label } : '');
    }
    await page.getByRole('button', { name: 'Auswahl anwenden' }).click();
    await expect(people.locator('.words')).toHaveText(expected);
  };
  await page.locator('[name=subject]').fill('Nur für Sie');
  await select({ organisation: 'VHS Leipzig' }, 'Anna Jäger, Bea Roth');
  await select({ answer: 'Verpflegung: vegan' }, 'Cem Ay, Anna Jäger');
  await select({ state: 'Warteliste' }, '');
  await select({ lack: 'noch nicht am Tisch' }, 'Cem Ay, Anna Jäger, Bea Roth');
  await select({ organisation: 'VHS Leipzig', answer: 'Verpflegung: vegan', state: 'bestätigt' }, 'Anna Jäger');
  await expect(page.locator('[name=subject]')).toHaveValue('Nur für Sie');
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await page.getByRole('button', { name: 'An 1 Person senden' }).click();
  await expect(page).toHaveURL(/\/(jobs|messages)/);
  await mailbox.waitFor('anna@partner.example', { subject: /Nur für Sie/ });
  expect([...mailbox.to('bea@partner.example'), ...mailbox.to('cem@partner.example')]).toHaveLength(2);
});

test('a network says automatic mails in its own words', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { event } = await publishedEvent(page);
  await page.goto('/organise/network/mails');
  await page.getByRole('link', { name: 'Zusage ändern, Deutsch' }).click();
  await page.locator('[name=subject]').fill('Willkommen: {Weg}');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('[data-error-for=subject]')).toBeVisible();
  await page.locator('[name=subject]').fill('Willkommen: {Veranstaltung}');
  await page.locator('[name=text]').fill('Schön, dass du zu {Veranstaltung} kommst.');
  await page.locator('[name=addition]').fill('Parken können Sie im Hof.');
  await page.locator('[name=closing]').fill('Bis bald\nIhr Team');
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await expect(page.locator('main')).toContainText('Willkommen: Netzwerktreffen (Beispiel)');
  await accessible();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('status')).toContainText('Gespeichert');
  await accessible();
  const anna = newParticipant('Anna');
  await addPerson(page, event, anna);
  const mail = await mailbox.waitFor(anna.address);
  expect(mail.subject).toBe('Willkommen: Netzwerktreffen');
  expect(mail.text).toContain('Schön, dass du zu Netzwerktreffen kommst.');
  expect(mail.text).toMatch(/Eingetragen von: IQ Netzwerk Sachsen/);
  expect(mail.calendars[0]!.method).toBe('REQUEST');
  expect(mail.text).toMatch(/Parken können Sie im Hof\.\s+Bis bald\s+Ihr Team/);
  // The usual words are back with one click.
  await page.goto('/organise/network/mails');
  await page.getByRole('link', { name: 'Zusage ändern, Deutsch' }).click();
  await page.getByRole('button', { name: 'zurücksetzen' }).click();
  await expect(page.locator('main')).not.toContainText('eigene Worte');
});

test('a scheduled message is withdrawn, and one person is written to', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { event } = await publishedEvent(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];
  await addPerson(page, event, anna);
  const ofBen = await addPerson(page, event, ben);
  for (const who of [anna, ben]) await mailbox.waitFor(who.address);
  await page.goto(`${event}/messages/new`);
  await page.locator('[name=subject]').fill('Bitte mitbringen');
  await page.locator('[name=text]').fill('Ein Namensschild.');
  await page.locator('[name=due_date]').fill(`${new Date().getFullYear() + 1}-06-10`);
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await page.getByRole('button', { name: 'Für 2 Personen planen' }).click();
  await expect(page.getByRole('status')).toContainText('Die Nachricht ist geplant');
  const row = page.getByRole('row', { name: /Bitte mitbringen/ });
  await expect(row).toContainText('9:00 Uhr');
  await accessible();
  await row.getByRole('button', { name: /Zurückziehen/ }).click();
  await expect(page.getByRole('status')).toContainText('nicht verschickt');
  await expect(row).toHaveCount(0);

  await page.goto(ofBen);
  await page.getByRole('link', { name: 'Nachricht schreiben' }).click();
  await expect(page.getByText('1 Person bekommt die Nachricht')).toBeVisible();
  await page.locator('[name=subject]').fill('Nur für Sie');
  await page.locator('[name=text]').fill('Guten Tag {Vorname}');
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await page.getByRole('button', { name: 'An 1 Person senden' }).click();
  await expect(page).toHaveURL(/\/(jobs|messages)/);
  await mailbox.waitFor(ben.address, { subject: /Nur für Sie/ });
  expect(mailbox.to(anna.address)).toHaveLength(1);
});

test('reminders are on by default, and each is moved, worded and switched off', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const { event } = await publishedEvent(page);
  await page.goto(`${event}/messages`);
  await expect(page.getByText('wird am').first()).toBeVisible();
  await page.getByRole('link', { name: 'Erinnerungen ändern' }).click();
  const [early, thanks] = [page.locator('#early'), page.locator('#thanks')];
  await expect(early).toContainText('8. Juni');
  await accessible();
  await early.locator('[name=days]').fill('x');
  await early.getByRole('button', { name: 'Speichern' }).click();
  await expect(early).toContainText('Bitte eine ganze Zahl');
  await early.locator('[name=days]').fill('14');
  await early.locator('[name=at]').fill('16:30');
  await early.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('status')).toContainText('Gespeichert');
  await expect(early).toContainText('1. Juni');
  await expect(early).toContainText('16:30 Uhr');
  await thanks.locator('[name=is_on]').uncheck();
  await thanks.getByRole('button', { name: 'Speichern' }).click();
  await expect(thanks).toContainText('ausgeschaltet');
  await thanks.locator('summary').click();
  await thanks.locator('[name=subject]').fill('Danke, {Vorname}');
  await thanks.getByRole('button', { name: 'Speichern' }).click();
  await thanks.locator('summary').click();
  await expect(thanks.locator('[name=subject]')).toHaveValue('Danke, {Vorname}');
  await thanks.getByRole('button', { name: /zurücksetzen/ }).click();
  await thanks.locator('summary').click();
  await expect(thanks.locator('[name=subject]')).toHaveValue('Danke: {Veranstaltung}');
  await accessible();
});
