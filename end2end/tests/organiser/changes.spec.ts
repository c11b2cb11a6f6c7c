// Creating, publishing, changing and cancelling an event.
import { readInvitation } from '../../harness/calendar.ts';
import { draftEvent, meetingDay, openParts, publish, publishedEvent } from '../../harness/organiser.ts';
import { confirm, register, newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test('creates an event with everything there is to say', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await page.goto('/organise/events/new');
  await openParts(page);
  const values: Record<string, string> = {
    title: 'Landesweites Netzwerktreffen IQ Sachsen',
    summary: 'Alle Teilvorhaben stellen sich vor.',
    body: 'Mit **World-Café**.',
    starts_date: meetingDay,
    starts_time: '09:30',
    ends_time: '16:00',
    place_name: 'Volkshochschule Leipzig',
    place_room: 'Aula',
    place_address: 'Löhrstraße 3–7, 04105 Leipzig',
    online_link: 'https://meet.example/iq',
    capacity: '70',
    closes_date: meetingDay,
    funding_notice: 'Gefördert durch den ESF Plus.',
  };
  for (const [name, value] of Object.entries(values)) await page.locator(`[name=${name}]`).fill(value);
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/saved=new/);
  const event = new URL(page.url()).pathname;
  await page.goto(`${event}/edit`);
  await accessible();
  await openParts(page);
  await accessible();
  for (const [name, value] of Object.entries(values)) await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
});

test('is told beside each field what is wrong, and loses nothing typed', { tag: ['@nojs'] }, async ({ signedIn: page, accessible }) => {
  await page.goto('/organise/events/new');
  await openParts(page);
  await page.locator('[name=summary]').fill('Das bleibt stehen.');
  await page.locator('[name=starts_date]').fill('2030-03-31');
  await page.locator('[name=starts_time]').fill('02:30');
  await page.locator('[name=ends_time]').fill('16:00');
  await page.locator('[name=capacity]').fill('viele');
  await page.locator('main form button.first').click();
  await expect(page.locator('[data-error-for=title]')).toBeVisible();
  await expect(page.locator('[data-error-for=capacity]')).toBeVisible();
  await expect(page.locator('[data-error-for=starts_time]')).toContainText('01:59');
  await expect(page.locator('[data-error-for=starts_time]')).toContainText('03:00');
  await expect(page.locator('[name=summary]')).toHaveValue('Das bleibt stehen.');
  await expect(page.locator('[name=capacity]')).toHaveValue('viele');
  await accessible();
});

test('is asked which of two is meant when the clocks are put back', { tag: ['@nojs'] }, async ({ signedIn: page }) => {
  await page.goto('/organise/events/new');
  await page.locator('[name=title]').fill('Nachtschicht');
  await page.locator('[name=starts_date]').fill('2030-10-27');
  await page.locator('[name=starts_time]').fill('02:30');
  await page.locator('[name=ends_time]').fill('05:00');
  await page.locator('main form button.first').click();
  await expect(page.locator('[name=starts_time]')).toHaveValue('02:30');
  await page.locator('[name=starts_which]').selectOption('second');
  await page.locator('main form > .row button.first, main form button.first').last().click();
  await expect(page).toHaveURL(/saved=new/);
});

test('moves an event by an hour: says to whom it writes, then everyone gets the update', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { event, open } = await publishedEvent(page, { capacity: 1 });
  const [anna, beate] = [newParticipant('Anna'), newParticipant('Beate')];
  for (const who of [anna, beate]) {
    await register(page, open, who);
    await confirm(page, mailbox, who);
  }
  const before = readInvitation((await mailbox.waitFor(anna.address, { nth: 2 })).calendars[0]!.text);

  await page.goto(`${event}/edit`);
  await openParts(page);
  await page.locator('[name=starts_time]').fill('10:30');
  await page.locator('[name=ends_time]').fill('17:00');
  await page.locator('main form button.first').last().click();
  const question = page.locator('[data-refusal=form]');
  await expect(question).toContainText('einer Person mit Platz');
  await expect(question).toContainText('einer Person, die wartet');
  await expect(question).toContainText('10:30 Uhr');
  await accessible();
  expect(mailbox.to(anna.address)).toHaveLength(2);
  await page.locator('[name=confirmed]').click();
  await expect(page).toHaveURL(/saved=changed/);

  const update = await mailbox.waitFor(anna.address, { nth: 3 });
  const after = readInvitation(update.calendars[0]!.text);
  expect(after).toMatchObject({ method: 'REQUEST', uid: before.uid, sequence: 1, organizer: before.organizer });
  expect(after.start.getTime() - before.start.getTime()).toBe(3_600_000);
  expect((await mailbox.waitFor(beate.address, { nth: 3 })).calendars).toEqual([]);
});

test('cancels an event with a reason, and everyone is told', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { event, open } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  await register(page, open, anna);
  await confirm(page, mailbox, anna);
  await page.goto(`${event}/cancel`);
  await accessible();
  await page.locator('main form button.harm').click();
  await expect(page.locator('[data-error-for=reason]')).toBeVisible();
  await page.locator('[name=reason]').fill('Der Saal ist überschwemmt.');
  await page.locator('main form button.harm').click();
  await expect(page).toHaveURL(/saved=cancelled/);
  const told = await mailbox.waitFor(anna.address, { nth: 3 });
  expect(told.text).toContain('Der Saal ist überschwemmt.');
  expect(readInvitation(told.calendars[0]!.text)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1 });
  await page.goto(open);
  await expect(page.locator('main')).toContainText('Der Saal ist überschwemmt.');
});

test('of two who change the same event the second is told what changed, and loses nothing', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, context }) => {
  const event = await draftEvent(page, { title: 'Netzwerktreffen' });
  const second = await context.newPage();
  await page.goto(`${event}/edit`);
  await second.goto(`${event}/edit`);
  for (const editor of [page, second]) await openParts(editor);
  await page.locator('[name=title]').fill('Netzwerktreffen in Dresden');
  await page.locator('main form button.first').last().click();
  await expect(page).toHaveURL(/saved=changed/);
  await second.locator('[name=summary]').fill('Mein langer Text');
  await second.locator('main form button.first').last().click();
  const told = second.locator('[data-refusal=form]');
  await expect(told).toContainText('Netzwerktreffen in Dresden');
  await expect(second.locator('[name=summary]')).toHaveValue('Mein langer Text');
  // Saving again keeps the change of the first editor.
  await expect(second.locator('[name=title]')).toHaveValue('Netzwerktreffen in Dresden');
  await second.locator('main form button.first').last().click();
  await expect(second).toHaveURL(/saved=changed/);
  await expect(second.locator('h1')).toHaveText('Netzwerktreffen in Dresden');
});

test('takes an earlier event as the template for a new one', { tag: '@nojs' }, async ({ signedIn: page }) => {
  const { event } = await publishedEvent(page, { title: 'Frühjahrstreffen', capacity: 40 });
  await page.goto(`/organise/events/new?from=${event.split('/').pop()}`);
  await expect(page.locator('[name=title]')).toHaveValue('Frühjahrstreffen');
  await expect(page.locator('[name=capacity]')).toHaveValue('40');
  await expect(page.locator('[name=starts_date]')).toHaveValue('');
});

test('an event by link is found by whoever has the link, and by nobody else', { tag: '@both' }, async ({ signedIn: page, browser }) => {
  const event = await draftEvent(page, { title: 'Steuerungsgruppe', visibility: 'link' });
  await publish(page, event);
  const link = await page.locator('main a[href*="key="]').first().getAttribute('href');
  const stranger = await browser.newPage();
  expect((await stranger.goto(link!))!.status()).toBe(200);
  expect((await stranger.goto(link!.split('?')[0]!))!.status()).toBe(404);
  await stranger.goto(new URL('/', link!).toString());
  await expect(stranger.locator('main')).not.toContainText('Steuerungsgruppe');
  await stranger.close();
});
