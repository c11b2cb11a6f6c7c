// Seats of workshops for whoever comes first: by the personal link, and for the organisers.
import { offerIn, openBookedConference, openBookings } from '../../harness/bookings.ts';
import { readInvitation } from '../../harness/calendar.ts';
import { executeBehindTheServer } from '../../harness/database.ts';
import { firstVisitBytes } from '../../harness/firstVisit.ts';
import { newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test('books a seat, waits for another one, and moves up', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(240_000);
  const { event, open } = await openBookedConference(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];
  const annas = await openBookings(visitor, mailbox, open, anna);
  await expect(offerIn(visitor, 0, 'Handwerk')).toContainText('noch ein Platz frei von 1');
  await expect(offerIn(visitor, 0, 'Pflege')).toContainText('findet ab 2 Personen statt, bisher 0');
  await accessible(visitor);
  expect(await firstVisitBytes(visitor, new URL(annas).pathname)).toBeLessThan(40_000);
  await offerIn(visitor, 0, 'Handwerk').getByRole('button', { name: 'Platz buchen' }).click();
  await expect(offerIn(visitor, 0, 'Handwerk')).toContainText('Ihr Platz');
  // The same workshop at another time.
  await expect(offerIn(visitor, 1, 'Handwerk')).toContainText('Diesen Workshop besuchen Sie schon');
  await accessible(visitor);

  const bens = await openBookings(visitor, mailbox, open, ben);
  await offerIn(visitor, 0, 'Pflege').getByRole('button', { name: 'Platz buchen' }).click();
  await expect(offerIn(visitor, 0, 'Handwerk')).toContainText('ausgebucht');
  await offerIn(visitor, 0, 'Handwerk').getByRole('button', { name: 'Auf die Warteliste' }).click();
  await expect(offerIn(visitor, 0, 'Handwerk')).toContainText('Warteliste, Stelle 1');
  // The seat stays until he moves up.
  await expect(offerIn(visitor, 0, 'Pflege')).toContainText('Ihr Platz');
  await accessible(visitor);
  for (const width of [390, 320]) {
    await visitor.setViewportSize({ width, height: 900 });
    await accessible(visitor);
  }

  await page.goto(`${event}/workshops/bookings`);
  await expect(page.locator('main section').first()).toContainText('1 von 1');
  await page.locator('summary', { hasText: 'Handwerk' }).first().click();
  await expect(page.locator('.people').first()).toContainText(`Ben ${ben.family}`);
  await accessible(page);

  await visitor.goto(annas);
  await offerIn(visitor, 0, 'Handwerk').getByRole('button', { name: 'Zurückgeben' }).click();
  await expect(offerIn(visitor, 0, 'Handwerk').locator('.booked')).toHaveCount(0);
  await mailbox.waitFor(ben.address, { subject: /Sie haben jetzt einen Platz: Handwerk/ });
  await visitor.goto(bens);
  await expect(offerIn(visitor, 0, 'Handwerk')).toContainText('Ihr Platz');
  await expect(offerIn(visitor, 0, 'Pflege').getByRole('button', { name: 'Hierher wechseln' })).toBeVisible();
  await visitor.locator('.back a').click();
  const timetable = visitor.getByRole('region', { name: 'Mein Zeitplan' });
  await expect(timetable.locator('.timetable > li:not(.day)')).toHaveCount(1);
  await expect(timetable).toContainText('Handwerk');
  await expect(visitor.getByRole('region', { name: 'Workshops buchen' })).toContainText('Ihre Plätze stehen in Ihrem Zeitplan.');
  await accessible(visitor);
});

test('a seat that is gone by the click is said beside it, and the old one stays', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, database, accessible }) => {
  test.setTimeout(240_000);
  const { open } = await openBookedConference(page);
  await openBookings(visitor, mailbox, open, newParticipant('Anna'));
  await offerIn(visitor, 0, 'Pflege').getByRole('button', { name: 'Platz buchen' }).click();
  await executeBehindTheServer(database, "UPDATE workshops SET state = 'called off' WHERE title = 'Handwerk'");
  await offerIn(visitor, 0, 'Handwerk').getByRole('button', { name: 'Hierher wechseln' }).click();
  await expect(offerIn(visitor, 0, 'Handwerk').locator('.fault')).toHaveText('Dieser Workshop ist abgesagt.');
  await expect(offerIn(visitor, 0, 'Pflege')).toContainText('Ihr Platz');
  await accessible(visitor);
});

test('a booking that is sent four times counts once, and whoever leads a workshop books nothing beside it', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox }) => {
  test.setTimeout(240_000);
  const { open } = await openBookedConference(page);
  // Lea Muster leads one of the workshops.
  await openBookings(visitor, mailbox, open, newParticipant('Lea'));
  await expect(visitor.locator('#bookings > section').first()).toContainText('Zu dieser Zeit leiten Sie „Pflege“.');
  await expect(visitor.locator('#bookings > section').first().locator('.offers > li')).toHaveCount(0);
  const button = offerIn(visitor, 1, 'Handwerk').getByRole('button', { name: 'Platz buchen' });
  const take = (await button.getAttribute('value'))!;
  const token = await visitor.locator('#bookings [name=token]').first().inputValue();
  const send = () => visitor.request.post('/do/change-bookings?at=/', { form: { token, take }, maxRedirects: 0 });
  for (const answer of await Promise.all([send(), send(), send(), send()])) expect(answer.status()).toBe(303);
  await visitor.reload();
  await expect(offerIn(visitor, 1, 'Handwerk')).toContainText('Ihr Platz');
});

test('organisers give seats, take them back, and keep the limits', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(240_000);
  const { event, open } = await openBookedConference(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];
  const annas = await openBookings(visitor, mailbox, open, anna);
  await openBookings(visitor, mailbox, open, ben);
  await offerIn(visitor, 0, 'Pflege').getByRole('button', { name: 'Platz buchen' }).click();
  await page.goto(`${event}/workshops/bookings`);
  const first = page.locator('main section').first();
  await first.getByText('Jemanden eintragen').click();
  await first.locator('[name=person]').selectOption({ label: `Anna ${anna.family}` });
  await first.locator('[name=offer]').selectOption({ label: 'Pflege' });
  await accessible(page);
  await first.getByRole('button', { name: 'Eintragen' }).click();
  await expect(first).toContainText('2 von 12');
  await mailbox.waitFor(anna.address, { subject: /Sie haben jetzt einen Platz: Pflege/ });
  const csv = await page.request.get(`${event}/workshops/bookings.csv`);
  expect(await csv.text()).toContain(`"Pflege";"Anna";"${anna.family}"`);

  // A maximum below the seats that are taken.
  await page.goto(`${event}/workshops`);
  await page.locator('main tbody a', { hasText: 'Pflege' }).first().click();
  await page.locator('[name=least]').fill('');
  await page.locator('[name=most]').fill('1');
  await page.locator('main form button.first').click();
  await expect(page.locator('[data-error-for=most]')).toContainText('2 sind schon vergeben');
  await expect(page.locator('[name=most]')).toHaveValue('1');

  await page.goto(`${event}/workshops/bookings`);
  await first.locator('summary', { hasText: 'Pflege' }).click();
  await first.getByRole('button', { name: `Austragen Anna ${anna.family}` }).click();
  await expect(first).toContainText('1 von 12');
  await mailbox.waitFor(anna.address, { subject: /Ihr Platz wurde zurückgenommen: Pflege/ });
  await visitor.goto(annas);
  await expect(offerIn(visitor, 0, 'Pflege').getByRole('button', { name: 'Platz buchen' })).toBeVisible();
});

test('a booked seat is an entry in the calendar that follows the workshop, and is told to nobody else', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(240_000);
  const { event, open } = await openBookedConference(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];
  const bens = await openBookings(visitor, mailbox, open, ben);
  await offerIn(visitor, 1, 'Sprache').getByRole('button', { name: 'Platz buchen' }).click();
  await mailbox.waitFor(ben.address, { subject: /^Gebucht: Sprache/ });
  const annas = await openBookings(visitor, mailbox, open, anna);
  await offerIn(visitor, 0, 'Pflege').getByRole('button', { name: 'Platz buchen' }).click();
  const booked = await mailbox.waitFor(anna.address, { subject: /^Gebucht: Pflege/ });
  const entry = readInvitation(booked.calendars[0]!.text);
  expect([entry.method, entry.summary, entry.location, entry.sequence]).toEqual(['REQUEST', 'Pflege', 'Saal 3', 0]);
  const file = await visitor.request.get(`${new URL(annas).pathname.replace(/\/workshops$/, '')}/event.ics`);
  const text = (await file.text()).replaceAll(/\r?\n /g, '');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text).toContain(entry.uid);

  // Another room: the page says beforehand who is told.
  await page.goto(`${event}/workshops`);
  await page.locator('main tbody a', { hasText: 'Pflege' }).first().click();
  await expect(page.locator('main')).toContainText('Eine Person hat hier gebucht. Ändern sich Zeit, Raum, Titel oder Leitung');
  await accessible(page);
  await page.locator('[name="offers[0][room]"]').fill('Aula');
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=changed/);
  const moved = await mailbox.waitFor(anna.address, { subject: /^Geändert: Ihr Workshop: Pflege/ });
  const update = readInvitation(moved.calendars[0]!.text);
  expect([update.uid, update.location, update.sequence]).toEqual([entry.uid, 'Aula', 1]);
  expect(moved.text).toContain('bisher: Saal 3');

  await page.goto(`${event}/agenda`);
  await expect(page.locator('main')).toContainText('2 Personen haben Workshops gebucht. Ändert sich deren Zeit');

  // Before anything is published: the desk, the signs on paper and as a PDF, and the lists.
  const path = `${event}/workshops`;
  await page.goto(`${path}/day`);
  await expect(page.locator('.rosters > li').filter({ hasText: 'Pflege' })).toContainText('1 von 12 Plätzen belegt');
  await accessible(page);
  await page.goto(`${path}/signs`);
  await expect(page.locator('.sheet.sign')).toHaveCount(4);
  await expect(page.locator('.sheet.sign').filter({ hasText: 'Pflege' })).toContainText('Aula');
  const href = (await page.getByRole('link', { name: 'Als PDF laden' }).getAttribute('href'))!;
  const pdf = await page.request.get(href);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await visitor.request.get(href)).status()).not.toBe(200);
  await page.goto(`${path}/lists`);
  await page.getByRole('button', { name: 'Links für alle Workshops erzeugen' }).click();
  const card = page.locator('.table-links > li').filter({ has: page.getByRole('heading', { name: 'Pflege' }) });
  await visitor.goto(await card.locator('input').first().inputValue());
  await expect(visitor.locator('tbody tr')).toHaveCount(1);
  await expect(visitor.locator('tbody tr')).toContainText(`Anna ${anna.family}`);
  await accessible(visitor);

  // Anna becomes the speaker of another workshop at that time, and gives her seat back.
  await page.goto(path);
  await page.locator('main tbody a', { hasText: 'Handwerk' }).first().click();
  await page.locator('[name=speakers]').fill(`Anna ${anna.family}`);
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=changed/);
  await visitor.goto(annas);
  await expect(visitor.locator('#bookings > section').first()).toContainText('Bitte geben Sie Ihren Platz in „Pflege“ zurück');
  await expect(visitor.locator('#bookings > section').first().locator('.offers > li')).toHaveCount(1);
  await accessible(visitor);
  await offerIn(visitor, 0, 'Pflege').getByRole('button', { name: 'Zurückgeben' }).click();
  await expect(visitor.locator('#bookings > section').first().locator('.offers > li')).toHaveCount(0);
  const back = await mailbox.waitFor(anna.address, { subject: /^Platz zurückgegeben: Pflege/ });
  const cancel = readInvitation(back.calendars[0]!.text);
  expect([cancel.method, cancel.uid, cancel.sequence, cancel.status]).toEqual(['CANCEL', entry.uid, 2, null]);

  // Another way to the seats ends them only if that is ticked.
  const before = mailbox.to(ben.address).length;
  await page.goto(`${path}/bookings`);
  const slot = await page.locator('main section[id^=slot-]').nth(1).getAttribute('id');
  await page.goto(`${path}/slots/${slot!.replace('slot-', '')}`);
  await expect(page.locator('main')).toContainText('Bei einer anderen Vergabe entfällt die Buchung einer Person');
  await page.locator('[name=way][value="wishes"]').check();
  await page.locator('main form button.first').click();
  await expect(page.locator('[data-error-for=way]')).toContainText('In diesem Zeitfenster hat eine Person schon einen Platz.');
  await accessible(page);
  expect(mailbox.to(ben.address)).toHaveLength(before);
  await page.locator('[name=ends_seats]').check();
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=slot-changed/);
  const ended = await mailbox.waitFor(ben.address, { subject: /^Plätze werden anders vergeben: Sprache/ });
  expect(readInvitation(ended.calendars[0]!.text).method).toBe('CANCEL');
  await visitor.goto(ended.link(/\/registration\//));
  await expect(visitor.getByRole('region', { name: 'Mein Zeitplan' })).toHaveCount(0);
  await visitor.goto(bens);
  await accessible(visitor);
});
