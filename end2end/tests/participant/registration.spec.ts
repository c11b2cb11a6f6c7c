// Registration: confirmation, waiting list, changes, cancellation.
import { readInvitation } from '../../harness/calendar.ts';
import { addOrganisation, publishedEvent } from '../../harness/organiser.ts';
import { confirm, register, newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test('registers, confirms by the mailed link and gets an invitation', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible, request }) => {
  const { open } = await publishedEvent(page, { capacity: 2 });
  const anna = newParticipant('Anna');
  await page.goto(open);
  await expect(page.locator('main')).toContainText('2 von 2 Plätzen frei');
  await register(page, open, anna);
  await accessible();
  await expect(page.locator('main')).toContainText(anna.address);

  const letter = await mailbox.waitFor(anna.address);
  // Opening the link, as scanners do, confirms nothing.
  await request.get(letter.link(/\/confirm\//));
  await page.goto(open);
  await expect(page.locator('main')).toContainText('2 von 2 Plätzen frei');

  await confirm(page, mailbox, anna);
  await accessible();
  await expect(page.locator('main')).toContainText('Sie haben einen Platz');

  const invitation = await mailbox.waitFor(anna.address, { nth: 2 });
  const [body, attachment] = invitation.calendars;
  expect(body?.method).toBe('REQUEST');
  expect(attachment?.text).toBe(body?.text);
  const entry = readInvitation(body!.text);
  expect(entry).toMatchObject({ method: 'REQUEST', sequence: 0, summary: 'Netzwerktreffen', attendees: [anna.address], timeZone: 'Europe/Berlin' });

  // The downloads have the same UID.
  const download = await request.get(`${open}/event.ics`);
  expect(download.headers()['content-type']).toContain('text/calendar');
  expect(readInvitation(await download.text()).uid).toBe(entry.uid);
  const personal = await request.get(`${new URL(page.url()).pathname}/event.ics`);
  expect(readInvitation(await personal.text()).uid).toBe(entry.uid);
});

test('is told beside each field what is wrong, and loses nothing typed', { tag: ['@nojs'] }, async ({ signedIn: page, accessible }) => {
  const { open } = await publishedEvent(page);
  await page.goto(`${open}/register`);
  await page.locator('[name=given_name]').fill('Zoë "Zo" O\'Brien 👩🏽‍💻 נועה');
  await page.locator('[name=address]').fill('keine adresse');
  await page.locator('main form button.first').click();

  await expect(page.locator('[data-error-for=family_name]')).toBeVisible();
  await expect(page.locator('[data-error-for=address]')).toBeVisible();
  await expect(page.locator('[data-error-for=consent]')).toBeVisible();
  await expect(page.locator('[name=given_name]')).toHaveValue('Zoë "Zo" O\'Brien 👩🏽‍💻 נועה');
  await expect(page.locator('[name=address]')).toHaveValue('keine adresse');
  const summary = page.locator('[data-refusal=form]');
  await expect(summary.getByRole('link')).toHaveCount(3);
  await accessible();
  await summary.getByRole('link').first().click();
  await expect(page).toHaveURL(/#f-/);
});

test('waits when it is full, and moves up when somebody cancels', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { open } = await publishedEvent(page, { capacity: 1 });
  const [anna, beate] = [newParticipant('Anna'), newParticipant('Beate')];
  await register(page, open, anna);
  await confirm(page, mailbox, anna);
  const annas = page.url();
  await page.goto(`${open}/register`);
  await expect(page.locator('main')).toContainText('Warteliste');
  await register(page, open, beate);
  await confirm(page, mailbox, beate);
  const beates = page.url();
  await expect(page.locator('main')).toContainText('Stelle 1');
  expect((await mailbox.waitFor(beate.address, { nth: 2 })).calendars).toEqual([]);

  await page.goto(`${annas.split('?')[0]}/cancel`);
  await accessible();
  await expect(page.locator('main')).toContainText('nächste Person auf der Warteliste');
  await page.locator('main form button.harm, main form button.first').first().click();
  await expect(page.locator('main')).toContainText('Wieder anmelden');

  await page.goto(beates);
  await expect(page.locator('main')).toContainText('Sie haben einen Platz');
  const moved = await mailbox.waitFor(beate.address, { nth: 3 });
  expect(readInvitation(moved.calendars[0]!.text)).toMatchObject({ method: 'REQUEST', attendees: [beate.address] });
  const left = await mailbox.waitFor(anna.address, { nth: 3 });
  expect(readInvitation(left.calendars[0]!.text)).toMatchObject({ method: 'CANCEL', sequence: 1, status: null, attendees: [anna.address] });
});

test('changes the answers on the personal page', { tag: ['@nojs'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { open } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  await register(page, open, anna);
  await confirm(page, mailbox, anna);
  const path = page.url().split('?')[0]!;
  await page.goto(`${path}/change`);
  await accessible();
  await page.locator('[name=family_name]').fill('');
  await page.locator('main form button.first').click();
  await expect(page.locator('[data-error-for=family_name]')).toBeVisible();
  await page.locator('[name=family_name]').fill('Jäger');
  await page.locator('main form button.first').click();
  await expect(page.locator('main')).toContainText('Anna Jäger');
});

test('an address that is registered already is told to its owner alone', { tag: ['@nojs'] }, async ({ signedIn: page, mailbox }) => {
  const { open } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  await register(page, open, anna);
  await confirm(page, mailbox, anna);
  await register(page, open, { ...anna, given: 'Mallory' });
  const told = await mailbox.waitFor(anna.address, { nth: 3 });
  await page.goto(told.link(/\/registration\//));
  await expect(page.locator('main')).toContainText('Anna Muster');
});

test('a machine that fills the hidden field in is answered like everybody, and writes nothing', { tag: ['@nojs'] }, async ({ signedIn: page, mailbox, request }) => {
  const { event, open } = await publishedEvent(page);
  const slug = open.split('/').pop()!;
  const answer = await request.post('/do/register?at=/', {
    form: { event: slug, given_name: 'Bot', family_name: 'Bot', address: 'bot@partner.example', language: 'de', consent: 'on', nothing: 'spam' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  const anna = newParticipant('Anna');
  await register(page, open, anna);
  await mailbox.waitFor(anna.address);
  expect(mailbox.to('bot@partner.example')).toEqual([]);
  await page.goto(event);
  await expect(page.locator('main')).toContainText('1');
});

test('the form is short: what is optional is marked, and a phone reaches it without scrolling', { tag: ['@nojs'] }, async ({ signedIn: page, visitor, accessible }) => {
  await addOrganisation(page, 'VHS Köln');
  const { open } = await publishedEvent(page, { capacity: 2 });
  await visitor.setViewportSize({ width: 390, height: 844 });
  await visitor.goto(`${open}/register`);
  await accessible(visitor);
  await expect(visitor.locator('[name=given_name]')).toBeInViewport({ ratio: 1 });
  await expect(visitor.locator('main [aria-current=step]')).toHaveText('Angaben');
  await expect(visitor.locator('main .optional')).toHaveCount(1);
  await expect(visitor.locator('label', { hasText: 'Organisation' })).toContainText('freiwillig');
  await expect(visitor.locator('datalist option')).toHaveCount(1);
});

test('an organisation of the network is found however it is typed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox }) => {
  await addOrganisation(page, 'VHS Köln');
  const { open } = await publishedEvent(page, { capacity: 2, contingents: { 'VHS Köln': 1 } });
  const anna = newParticipant('Anna');
  await page.goto(`${open}/register`);
  await page.locator('[name=given_name]').fill(anna.given);
  await page.locator('[name=family_name]').fill(anna.family);
  await page.locator('[name=address]').fill(anna.address);
  await page.locator('[name=organisation]').fill('vhs  Ko\u0308LN');
  await expect(page.getByLabel(/für weitere Einladungen gespeichert/)).not.toBeChecked();
  await page.locator('[name=consent]').check();
  await page.locator('main form button.first').click();
  await confirm(page, mailbox, anna);
  await expect(page.locator('main')).toContainText('VHS Köln');
});
