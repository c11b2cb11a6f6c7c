// The public page of an event: what it says, what other programs read of it, and how it looks on a phone.
import type { Page } from '@playwright/test';
import { addAgendaItem, cancelEvent, draftEvent, meetingDay, openParts, publish, publishedEvent } from '../../harness/organiser.ts';
import { confirm, newParticipant, register } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

const meta = (page: Page, name: string) => page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content');

const place = { place_name: 'Kongresshalle', place_address: 'Pfaffendorfer Straße 31, 04105 Leipzig', summary: 'Zwei Tage für alle.' };

test('messengers and calendars on the web are told title, date and place', { tag: '@nojs' }, async ({ signedIn, visitor, server, accessible }) => {
  const { open } = await publishedEvent(signedIn, { title: 'Tag & Nacht', capacity: 40, fields: place });
  await visitor.goto(`${open}?utm_source=made-up`);
  expect(await visitor.locator('link[rel=canonical]').getAttribute('href')).toBe(server.url + open);
  expect(await meta(visitor, 'og:title')).toBe('Tag & Nacht');
  for (const name of ['description', 'og:description']) {
    const described = await meta(visitor, name);
    expect(described).toMatch(/15\. Juni .*9:30–16:00 Uhr · Kongresshalle · Zwei Tage für alle\.$/);
  }
  expect(await meta(visitor, 'og:url')).toBe(server.url + open);

  const aside = visitor.locator('aside');
  await expect(aside).toContainText('40 von 40 Plätzen frei');
  await expect(aside.getByRole('link', { name: 'Anreise und Karte' })).toHaveAttribute('href', /openstreetmap\.org\/search\?query=Pfaffendorfer/);
  const google = new URL((await aside.getByRole('link', { name: 'Google' }).getAttribute('href'))!);
  expect(Object.fromEntries(google.searchParams)).toMatchObject({
    text: 'Tag & Nacht',
    dates: `${meetingDay.replaceAll('-', '')}T073000Z/${meetingDay.replaceAll('-', '')}T140000Z`,
    location: 'Kongresshalle, Pfaffendorfer Straße 31, 04105 Leipzig',
    details: `Zwei Tage für alle.\n\n${server.url}${open}`,
  });
  const outlook = new URL((await aside.getByRole('link', { name: 'Outlook' }).getAttribute('href'))!);
  expect(Object.fromEntries(outlook.searchParams)).toMatchObject({ subject: 'Tag & Nacht', startdt: `${meetingDay}T07:30:00Z`, enddt: `${meetingDay}T14:00:00Z` });
  expect(await visitor.locator('script').count()).toBe(0);
  await accessible(visitor);
});

test('an organiser adds a summary in plain language, and the page shows it under its heading', { tag: ['@nojs', '@both'] }, async ({ signedIn, visitor, accessible }) => {
  const { event, open } = await publishedEvent(signedIn, { title: 'Netzwerktreffen', capacity: 40, fields: place });
  const section = visitor.getByRole('region', { name: 'In Leichter Sprache' });
  await visitor.goto(open);
  await expect(section).toHaveCount(0);
  await signedIn.goto(`${event}/edit`);
  await openParts(signedIn);
  await signedIn.getByLabel('Kurzbeschreibung in Leichter Sprache').fill('Wir treffen uns.\nKommen Sie?\n\nEs kostet nichts.');
  await signedIn.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(signedIn).toHaveURL(/saved=changed/);
  await visitor.goto(open);
  await expect(section.getByRole('heading', { level: 2 })).toHaveText('In Leichter Sprache');
  await expect(section.locator('p')).toHaveCount(2);
  // Each sentence has its own line.
  expect(await section.locator('p').first().innerText()).toBe('Wir treffen uns.\nKommen Sie?');
  await accessible(visitor);
  await signedIn.goto(`${event}/preview`);
  await expect(signedIn.getByRole('region', { name: 'In Leichter Sprache' })).toContainText('Es kostet nichts.');
  await signedIn.goto(`/organise/events/new?from=${event.split('/').pop()}`);
  await openParts(signedIn);
  await expect(signedIn.getByLabel('Kurzbeschreibung in Leichter Sprache')).toHaveValue('Wir treffen uns.\nKommen Sie?\n\nEs kostet nichts.');
});

test('who can take part from anywhere is told the zone', { tag: '@nojs' }, async ({ signedIn, visitor }) => {
  const here = await publishedEvent(signedIn, { title: 'Vor Ort', fields: place });
  await visitor.goto(here.open);
  await expect(visitor.locator('.hero .facts')).not.toContainText('Ortszeit');
  const online = await publishedEvent(signedIn, { title: 'Online', fields: { online_link: 'https://meet.example/a' } });
  await visitor.goto(online.open);
  await expect(visitor.locator('.hero .facts')).toContainText('9:30–16:00 Uhr (Ortszeit Berlin)');
  await expect(visitor.locator('main')).not.toContainText('meet.example');
});

test('on a phone the button stays beside the programme and covers nothing at the end', { tag: '@nojs' }, async ({ signedIn, visitor, accessible }) => {
  const draft = await draftEvent(signedIn, { title: 'Netzwerktreffen', capacity: 40, fields: place });
  for (const time of ['09:45', '10:45', '11:45', '12:45', '13:45', '14:45']) {
    await addAgendaItem(signedIn, draft, { title: `Punkt um ${time}`, time, minutes: 45 });
  }
  const open = await publish(signedIn, draft);
  const [inAside, sticky] = [visitor.locator('aside a.first'), visitor.locator('.sticky-offer a')];
  for (const width of [390, 320]) {
    await visitor.setViewportSize({ width, height: 640 });
    await visitor.goto(open);
    await expect(inAside).toBeVisible();
    await visitor.locator('#programme').scrollIntoViewIfNeeded();
    await visitor.evaluate(() => scrollBy(0, 200));
    await expect(sticky).toBeInViewport({ ratio: 1 });
    await expect(sticky).toHaveText(/Anmelden · 40 Plätze frei/);
    await visitor.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const [bar, footer] = await Promise.all([visitor.locator('.sticky-offer').boundingBox(), visitor.locator('footer').boundingBox()]);
    expect(bar!.y + bar!.height).toBeLessThanOrEqual(footer!.y);
    const covered = await visitor.evaluate(() => {
      const bar = document.querySelector('.sticky-offer')!.getBoundingClientRect();
      return [...document.querySelectorAll('.agenda > li')].filter((item) => item.getBoundingClientRect().bottom > bar.top + 1).length;
    });
    expect(covered).toBe(0);
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await accessible(visitor);
  await visitor.setViewportSize({ width: 1280, height: 800 });
  await expect(sticky).toBeHidden();
  await expect(inAside).toBeInViewport();
});

test('a cancelled event stays where people look for it, without offers', { tag: ['@nojs', '@both'] }, async ({ signedIn, visitor, mailbox, accessible }) => {
  const { event, open } = await publishedEvent(signedIn, { title: 'Herbsttreffen', fields: place });
  const anna = newParticipant('Anna');
  await register(visitor, open, anna);
  await confirm(visitor, mailbox, anna);
  const own = visitor.url();
  await expect(visitor.locator('aside').getByRole('link', { name: 'Google' })).toBeVisible();
  await cancelEvent(signedIn, event, 'Der Saal ist überschwemmt.');

  for (const list of ['/', '/events']) {
    await visitor.goto(list);
    const item = visitor.locator('.events > li', { hasText: 'Herbsttreffen' });
    await expect(item).toContainText('abgesagt');
    await expect(item).not.toContainText('Anmeldung');
  }
  await visitor.getByRole('link', { name: 'Herbsttreffen' }).click();
  await expect(visitor.locator('main')).toContainText('Der Saal ist überschwemmt.');
  await expect(visitor.locator('a[href*="event.ics"], a[href*="google"], a[href$="/register"]')).toHaveCount(0);
  await expect(visitor.getByRole('link', { name: 'Anreise und Karte' })).toBeVisible();
  await accessible(visitor);
  await visitor.goto(own);
  await expect(visitor.locator('a[href*="event.ics"], a[href*="google"]')).toHaveCount(0);
});

test('a made-up query does not keep the list from being cached', async ({ signedIn, request }) => {
  await publishedEvent(signedIn, { title: 'Frühjahrstreffen' });
  const nobodys = '00000000-0000-4000-8000-000000000000';
  for (const path of ['/', '/?utm_source=newsletter', '/events', '/events?utm_source=newsletter', `/events?kept=${nobodys}`]) {
    const answer = await request.get(path);
    expect(answer.headers()['cache-control']).toContain('public');
    expect(await answer.text()).toContain('Frühjahrstreffen');
  }
});
