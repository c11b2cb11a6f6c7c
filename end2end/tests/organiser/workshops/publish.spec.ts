// Publishing an assignment: timetables, calendar entries, lists for speakers, signs and the desk.
import type { Page } from '@playwright/test';
import { readInvitation } from '../../../harness/calendar.ts';
import type { Mailbox } from '../../../harness/mailbox.ts';
import { newParticipant, type Participant } from '../../../harness/participant.ts';
import { expect, test } from '../../../harness/test.ts';
import { openConference, openWishes, wish, type Conference } from '../../../harness/wishes.ts';

interface Assigned extends Conference {
  anna: Participant;
  ben: Participant;
}

/** A conference with an assignment that is chosen: Anna and Ben attend *Pflege* at ten and *Sprache* at one. */
async function assignedConference(page: Page, visitor: Page, mailbox: Mailbox): Promise<Assigned> {
  const conference = await openConference(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];
  for (const who of [anna, ben]) {
    await openWishes(visitor, mailbox, conference.open, who);
    for (const title of ['Pflege', 'Sprache']) await wish(visitor, title);
  }
  await page.goto(`${conference.event}/workshops/assignment`);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await page.getByRole('button', { name: /^Diese nehmen/ }).first().click();
  await expect(page.locator('.ways > li').first()).toContainText('gewählt');
  return { ...conference, anna, ben };
}

async function publishAssignment(page: Page, event: string, button = 'Veröffentlichen'): Promise<void> {
  await page.goto(`${event}/workshops/publish`);
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL(/done=published/);
}

test('each person gets an entry for each workshop, and news only of their own', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  const { event, anna, ben } = await assignedConference(page, visitor, mailbox);
  await page.goto(`${event}/workshops/publish`);
  await expect(page.locator('main')).toContainText('Die Teilnehmenden sehen noch nicht, welche Workshops sie besuchen.');
  await expect(page.locator('.notice.bad')).toContainText('Gewünscht wird noch bis');
  await expect(page.locator('main')).toContainText('2 Personen bekommen zusammen 4 E-Mails');
  await expect(page.getByRole('row', { name: /^Anna/ })).toContainText('10:00 Uhr: Pflege');
  await accessible(page);
  expect(mailbox.to(anna.address).some((mail) => /Workshop/.test(mail.subject))).toBe(false);

  await publishAssignment(page, event);
  await expect(page.getByText('Die Einteilung ist veröffentlicht')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Veröffentlichen', exact: true })).toHaveCount(0);
  const care = await mailbox.waitFor(anna.address, { subject: /^Ihr Workshop: Pflege/ });
  const language = await mailbox.waitFor(anna.address, { subject: /^Ihr Workshop: Sprache/ });
  const [first, second] = [care, language].map((mail) => readInvitation(mail.calendars[0]!.text));
  expect([first!.method, first!.summary, first!.location, first!.sequence]).toEqual(['REQUEST', 'Pflege', 'Saal 3', 0]);
  expect([second!.summary, second!.location]).toEqual(['Sprache', 'Saal 4']);
  expect(new Set([first!.uid, second!.uid]).size).toBe(2);
  expect(care.text).toContain('Leitung: Dr. Lea Muster');

  // The page of the person, and the file to download.
  await visitor.goto(care.link(/\/registration\//));
  const timetable = visitor.getByRole('region', { name: 'Mein Zeitplan' });
  await expect(timetable.locator('.timetable > li:not(.day)')).toHaveCount(2);
  await expect(timetable).toContainText('Saal 3');
  await expect(timetable).not.toContainText('Handwerk');
  await accessible(visitor);
  const file = await visitor.request.get(`${new URL(visitor.url()).pathname}/event.ics`);
  const text = (await file.text()).replaceAll(/\r?\n /g, '');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(text).toContain(first!.uid);
  expect(text).toContain('LOCATION:Saal 4');

  // Another room is told to those of the workshop, once.
  const before = mailbox.to(ben.address).length;
  await page.goto(`${event}/workshops`);
  await page.getByRole('link', { name: 'Pflege' }).first().click();
  await page.locator('[name="offers[0][room]"]').fill('Aula');
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=/);
  await page.goto(`${event}/workshops/publish`);
  await expect(page.getByRole('row', { name: /^Anna/ })).toContainText('Pflege, neu: Raum Aula');
  await publishAssignment(page, event, 'Benachrichtigen');
  const moved = await mailbox.waitFor(anna.address, { subject: /^Geändert: Ihr Workshop: Pflege/ });
  const update = readInvitation(moved.calendars[0]!.text);
  expect([update.uid, update.location, update.sequence]).toEqual([first!.uid, 'Aula', 1]);
  await mailbox.waitFor(ben.address, { subject: /^Geändert/ });
  expect(mailbox.to(ben.address)).toHaveLength(before + 1);

  // Whoever cancels the event loses the entries.
  await visitor.goto(moved.link(/\/registration\//));
  await visitor.getByRole('link', { name: /abmelden|stornieren/i }).first().click();
  await visitor.locator('button.harm').click();
  const cancelled = await mailbox.waitFor(anna.address, { subject: /^Entfällt: Pflege/ });
  const cancel = readInvitation(cancelled.calendars[0]!.text);
  expect([cancel.method, cancel.uid, cancel.sequence]).toEqual(['CANCEL', first!.uid, 2]);
  await mailbox.waitFor(anna.address, { subject: /^Entfällt: Sprache/ });

  await page.goto(`${event}/workshops/publish`);
  await page.getByText('Zurückziehen', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Zurückziehen' }).click();
  await expect(page.getByText('Die Einteilung ist zurückgezogen')).toBeVisible();
});

test('speakers see their list by a link that can be revoked, doors have signs, and the desk finds everybody', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  const { event } = await assignedConference(page, visitor, mailbox);
  const path = `${event}/workshops`;
  await page.goto(`${path}/day`);
  await expect(page.locator('main')).toContainText('Noch ist nicht bekannt, wer wo ist');
  await accessible(page);
  await publishAssignment(page, event);

  await page.goto(`${path}/day`);
  await expect(page.locator('.rosters > li').filter({ hasText: 'Pflege' })).toContainText('2 Personen');
  await accessible(page);
  await page.getByRole('searchbox').fill('anna');
  await page.getByRole('button', { name: 'Suchen' }).click();
  await expect(page.locator('main section.card')).toHaveCount(1);
  await expect(page.locator('main section.card')).toContainText('Saal 3');
  await accessible(page);
  // Whoever leads a workshop needs no registration.
  await page.getByRole('searchbox').fill('lea muster');
  await page.getByRole('button', { name: 'Suchen' }).click();
  await expect(page.locator('main section.card')).toContainText('Leitung: Dr. Lea Muster');
  await expect(page.locator('main section.card')).toContainText('Saal 3');
  await page.getByRole('searchbox').fill('niemand');
  await page.getByRole('button', { name: 'Suchen' }).click();
  await expect(page.locator('main')).toContainText('Niemand gefunden zu „niemand“');

  // An offer with nobody in it does not take place.
  await page.goto(`${path}/signs`);
  await expect(page.locator('.sheet.sign')).toHaveCount(2);
  await expect(page.locator('.sheet.sign').filter({ hasText: 'Pflege' })).toContainText('Saal 3');
  await expect(page.locator('.sheet.sign').filter({ hasText: 'Pflege' })).toContainText('10:00–11:30 Uhr');
  await accessible(page);

  // Everybody's timetable on paper, four on a sheet.
  await page.goto(`${path}/timetables`);
  const anna = page.locator('.rotation').filter({ hasText: 'Anna' });
  await expect(anna).toHaveCount(1);
  await expect(anna.locator('.stops li').first()).toContainText('10:00–11:30');
  await expect(anna.locator('.stops b').first()).toHaveText('Saal 3');
  await accessible(page);
  const pdf = await page.request.get(`${path}/timetables.pdf`);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.goto(`${path}/lists`);
  await page.getByRole('button', { name: 'Links für alle Workshops erzeugen' }).click();
  const card = page.locator('.table-links > li').filter({ has: page.getByRole('heading', { name: 'Pflege' }) });
  const link = await card.locator('input[readonly], input').first().inputValue();
  await accessible(page);
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Pflege');
  await expect(visitor.locator('tbody tr')).toHaveCount(2);
  await expect(visitor.locator('tbody tr').first()).toContainText('Anna');
  await accessible(visitor);

  await card.getByRole('button', { name: /^Links sperren/ }).click();
  await page.waitForURL(/done=revoked/);
  expect((await visitor.goto(link))?.status()).toBe(404);
});
