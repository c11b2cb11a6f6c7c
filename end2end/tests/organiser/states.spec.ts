// Visibility and registration by state: draft, invitation, registration window, full, cancelled, past.
import type { APIRequestContext, Page } from '@playwright/test';
import { addAgendaItem, addPerson, addQuestion, cancelEvent, draftEvent, openParts, publish, publishedEvent } from '../../harness/organiser.ts';
import { registerByHttp, newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

/** The day this many days from now, as the value of a date field. */
function day(fromNow: number): string {
  return new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);
}

/** Neither the button nor the URL of the form nor a request without a browser registers anybody. */
async function expectNoRegistration(page: Page, request: APIRequestContext, open: string): Promise<void> {
  await expect(page.locator('main a[href$="/register"]')).toHaveCount(0);
  await page.goto(`${open}/register`);
  await expect(page.locator('[name=address]')).toHaveCount(0);
  expect(await registerByHttp(request, open.split('/').pop()!, newParticipant('Eve'))).toBeGreaterThanOrEqual(400);
}

test('a draft is a preview for its organisers, and nothing for everybody else', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, accessible }) => {
  const event = await draftEvent(page, { title: 'Frühjahrstreffen', fields: { summary: 'Alle stellen sich vor.' } });
  await addAgendaItem(page, event, { title: 'Begrüßung', time: '09:30', minutes: 30 });
  await addQuestion(page, event, { label: 'Was essen Sie?', kind: 'text' });
  await page.goto(`${event}/preview`);
  await expect(page.locator('main')).toContainText(/Alle stellen sich vor\..*Begrüßung.*Was essen Sie\?/s);
  await expect(page.locator('main')).toContainText('die Zahl der Plätze');
  await accessible();

  const open = '/events/fruehjahrstreffen';
  const status = async (path: string) => (await visitor.goto(path))!.status();
  expect(await status(open)).toBe(404);
  expect(await status(`${open}/register`)).toBe(404);
  expect((await visitor.request.get(`${open}/event.ics`)).status()).toBe(404);
  await visitor.goto('/');
  await expect(visitor.locator('main')).not.toContainText('Frühjahrstreffen');
  await visitor.goto(`${event}/preview`);
  await expect(visitor).toHaveURL(/\/sign-in/);

  expect(await publish(page, event)).toBe(open);
  expect(await status(open)).toBe(200);
  await visitor.goto('/');
  await expect(visitor.locator('main')).toContainText('Frühjahrstreffen');
});

test('an event by invitation is seen by whoever was invited', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, request }) => {
  const event = await draftEvent(page, { title: 'Steuerungsgruppe', visibility: 'invitation' });
  await publish(page, event);
  await visitor.goto('/');
  await expect(visitor.locator('main')).not.toContainText('Steuerungsgruppe');
  expect((await visitor.goto('/events/steuerungsgruppe'))!.status()).toBe(404);
  expect(await registerByHttp(request, 'steuerungsgruppe', newParticipant('Eve'))).toBe(404);

  const anna = newParticipant('Anna');
  await addPerson(page, event, anna);
  const invitation = await mailbox.waitFor(anna.address);
  await visitor.goto(invitation.link(/\/registration\//));
  await expect(visitor.locator('main')).toContainText('Steuerungsgruppe');
  await expect(visitor.locator('main')).toContainText('Sie haben einen Platz');
});

test('registration opens and closes when it was said to', { tag: '@both' }, async ({ signedIn: page, visitor, request }) => {
  const later = await publishedEvent(page, { title: 'Später', fields: { opens_date: day(2), opens_time: '08:00' } });
  await visitor.goto(later.open);
  await expect(visitor.locator('main')).toContainText(/Die Anmeldung öffnet am .*8:00/);
  await expectNoRegistration(visitor, request, later.open);

  const closed = await publishedEvent(page, { title: 'Zu', fields: { closes_date: day(-2) } });
  await visitor.goto(closed.open);
  await expect(visitor.locator('main')).toContainText('Die Anmeldung ist geschlossen');
  await expectNoRegistration(visitor, request, closed.open);

  const running = await publishedEvent(page, { title: 'Läuft', fields: { starts_date: day(-1), ends_date: day(1) } });
  await visitor.goto(running.open);
  await expect(visitor.locator('main')).toContainText('Die Veranstaltung hat schon begonnen');
  await expectNoRegistration(visitor, request, running.open);
});

test('an event that is over neither begins nor fills up; one that is cancelled stays readable', async ({ signedIn: page, visitor, request }) => {
  const over = await draftEvent(page, { title: 'Vorbei', fields: { starts_date: day(-3) } });
  await expect(page.locator('main')).toContainText('Das Datum dieses Entwurfs ist vorbei');
  await page.goto(`${over}/publish`);
  await expect(page.locator('main')).toContainText('Das Datum dieses Entwurfs ist vorbei');
  await expect(page.locator('main form button.first')).toHaveCount(0);
  const published = await page.request.post(`/do/publish-event?at=${over}/publish`, { form: { event: over.split('/').pop()! }, maxRedirects: 0 });
  expect(published.status()).toBe(409);
  expect((await visitor.goto('/events/vorbei'))!.status()).toBe(404);

  const past = await publishedEvent(page, { title: 'Gewesen', fields: { starts_date: day(-1), ends_date: day(1) } });
  await page.goto(`${past.event}/edit`);
  await openParts(page);
  await page.locator('[name=ends_date]').fill(day(-1));
  await page.locator('main form button.first').last().click();
  await expect(page).toHaveURL(/saved=changed/);
  await visitor.goto(past.open);
  await expect(visitor.locator('main')).toContainText('Diese Veranstaltung ist vorbei');
  await expectNoRegistration(visitor, request, past.open);
  await page.goto('/organise');
  await expect(page.getByRole('table', { name: 'Vergangene' })).toContainText('Gewesen');

  const { event, open } = await publishedEvent(page, { title: 'Herbsttreffen' });
  await cancelEvent(page, event, 'Der Saal ist überschwemmt.');
  await visitor.goto(open);
  await expect(visitor.locator('main')).toContainText('Diese Veranstaltung wurde abgesagt');
  await expectNoRegistration(visitor, request, open);
  await visitor.goto('/');
  await expect(visitor.locator('main')).not.toContainText('Herbsttreffen');
  await page.goto(`${event}/edit`);
  await expect(page.locator('main')).toContainText('lässt sich nicht mehr ändern');
});

test('a new event made from another one has its agenda, moved along, and its questions', { tag: '@both' }, async ({ signedIn: page }) => {
  const earlier = await draftEvent(page, { title: 'Frühjahrstreffen', capacity: 40 });
  await addAgendaItem(page, earlier, { title: 'Begrüßung', time: '09:45', minutes: 30 });
  await addQuestion(page, earlier, { label: 'Was essen Sie?', kind: 'one of', options: ['vegan', 'halal'], required: true });
  await publish(page, earlier);

  await page.goto(earlier);
  await page.getByRole('link', { name: 'Als Vorlage verwenden' }).click();
  await expect(page.locator('[name=title]')).toHaveValue('Frühjahrstreffen');
  await page.locator('[name=title]').fill('Herbsttreffen');
  await page.locator('[name=starts_date]').fill(day(200));
  await page.locator('[name=starts_time]').fill('10:30');
  await page.locator('[name=ends_time]').fill('17:00');
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/saved=new/);
  const event = new URL(page.url()).pathname;
  await page.goto(`${event}/agenda`);
  await expect(page.locator('.plan .item')).toContainText('Begrüßung');
  expect(await page.locator('.plan .item time').getAttribute('datetime')).toContain(`${day(200)}T10:45`);
  await page.goto(`${event}/questions`);
  await expect(page.locator('.plan .item')).toContainText(/Was essen Sie\?.*Pflichtfrage.*vegan · halal/s);
  await page.goto(`${event}/registrations`);
  await expect(page.locator('main')).toContainText('Noch ist niemand angemeldet');
});
