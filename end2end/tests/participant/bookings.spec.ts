// Seats of workshops for whoever comes first: by the personal link, and for the organisers.
import { offerIn, openBookedConference, openBookings } from '../../harness/bookings.ts';
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
  await expect(offerIn(visitor, 1, 'Handwerk')).toContainText('Diesen Workshop haben Sie schon gebucht');
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
  await expect(visitor.locator('section', { has: visitor.getByRole('heading', { name: 'Ihre Workshops' }) })).toContainText('Handwerk');
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
