// Every page with demo data: no serious or critical finding, light and dark; nothing sticks out of a
// narrow screen.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { draftEvent } from '../../harness/organiser.ts';
import { signInToDemo } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';

test.use({ data: 'demo' });

/** Where a page of a route is found: at a path, or behind a link of another page. */
type Place = string | { on: string; link: string };

const everybody: Record<string, Place> = {
  '/': '/',
  '/events/:slug': { on: '/', link: 'main a[href^="/events/"]' },
  '/events/:slug/register': { on: '/events/:slug', link: 'main a[href$="/register"]' },
  '/imprint/:network': '/imprint/iq-sachsen',
  '/privacy/:network': '/privacy/iq-sachsen',
  '/accessibility': '/accessibility',
  '/sign-in': '/sign-in',
  '/sign-in/:token': '/sign-in/some-link',
  'not found': '/no-such-page',
};

const EVENT = '/organise/events/:id';
const PERSON = `${EVENT}/registrations/:registration`;
const organisers: Record<string, Place> = {
  '/organise': '/organise',
  '/organise/events/new': '/organise/events/new',
  [EVENT]: { on: '/organise', link: 'main th a' },
  ...Object.fromEntries(
    ['edit', 'cancel', 'agenda', 'questions', 'preview', 'registrations', 'registrations/new', 'registrations/import', 'messages'].map((part) => [
      `${EVENT}/${part}`,
      { on: EVENT, link: part },
    ]),
  ),
  [`${EVENT}/agenda/:session`]: { on: `${EVENT}/agenda`, link: 'main a[href*="/agenda/"]:not([href$="/remove"])' },
  [`${EVENT}/agenda/:session/remove`]: { on: `${EVENT}/agenda`, link: 'main a[href$="/remove"]' },
  [`${EVENT}/questions/:question`]: { on: `${EVENT}/questions`, link: 'main a[href*="/questions/"]:not([href$="/remove"])' },
  [`${EVENT}/questions/:question/remove`]: { on: `${EVENT}/questions`, link: 'main a[href$="/remove"]' },
  [PERSON]: { on: `${EVENT}/registrations`, link: 'main tbody th a' },
  [`${PERSON}/correct`]: { on: PERSON, link: 'main a[href$="/correct"]' },
  '/organise/organisations': '/organise/organisations',
  '/organise/organisations/new': '/organise/organisations/new',
  '/organise/organisations/:organisation': { on: '/organise/organisations', link: 'main a[href^="/organise/organisations/"]:not([href$="/new"])' },
  '/organise/outgoing': '/organise/outgoing',
  '/organise/outgoing/:mail': { on: '/organise/outgoing', link: 'main tbody th a' },
  '/organise/network': '/organise/network',
  '/account': '/account',
};

/** Pages of a draft, and the questions that are asked before something is decided about a person. */
const more = [`${EVENT}/publish`, `${EVENT}/discard`];

/** What a participant sees after registering: tests/participant/registers.spec.ts looks at it on the way. */
const onTheWay = ['/events/:slug/registered', '/confirm/:token', '/registration/:token', '/registration/:token/change', '/registration/:token/cancel'];

/** The paths of these places, each found once. */
async function paths(page: Page, places: Record<string, Place>): Promise<string[]> {
  const found: Record<string, string> = {};
  for (const [route, place] of Object.entries(places)) {
    if (typeof place === 'string') {
      found[route] = place;
    } else if (/^[a-z/]+$/.test(place.link)) {
      found[route] = `${found[place.on]}/${place.link}`;
    } else {
      await page.goto(found[place.on]!);
      found[route] = (await page.locator(place.link).first().getAttribute('href'))!;
    }
  }
  return Object.values(found);
}

test('every route is looked at', () => {
  const source = readFileSync(resolve(import.meta.dirname, '../../../app/src/routes.rs'), 'utf8');
  const routes = [...source.matchAll(/path!\("([^"]+)"\)/g)].map(([, route]) => route);
  expect(routes.length).toBeGreaterThan(30);
  const seen = [...Object.keys(everybody), ...Object.keys(organisers), ...more, ...onTheWay];
  expect(routes.filter((route) => !seen.includes(route!))).toEqual([]);
});

test('what everybody sees', async ({ page, accessible }) => {
  test.setTimeout(400_000);
  for (const path of await paths(page, everybody)) {
    await page.goto(path);
    await accessible();
  }
});

test('what organisers see', async ({ page, server, accessible }) => {
  test.setTimeout(600_000);
  await signInToDemo(page, server);
  for (const path of await paths(page, organisers)) {
    await page.goto(path);
    await accessible();
  }
});

test('what organisers are asked before they decide', async ({ page, server, accessible }) => {
  test.setTimeout(400_000);
  await signInToDemo(page, server);
  const way = ['/organise', EVENT, `${EVENT}/registrations`, PERSON];
  const person = (await paths(page, Object.fromEntries(way.map((route) => [route, organisers[route]!])))).at(-1)!;
  await page.goto(person);
  const questions = await page.locator('main a[href*="?"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(questions.length).toBeGreaterThan(1);
  const draft = await draftEvent(page, { title: 'Entwurf' });
  for (const path of [...questions, `${draft}/publish`, `${draft}/discard`]) {
    await page.goto(path);
    await accessible();
  }
});

test('nothing sticks out of a screen 320 pixels wide', async ({ page, server }) => {
  test.setTimeout(400_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await signInToDemo(page, server);
  const long = await draftEvent(page, { title: 'Fachkräfteeinwanderungsgesetzesänderungsverordnungsberatungstreffen' });
  for (const path of [...(await paths(page, { ...everybody, ...organisers })), long, `${long}/edit`]) {
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, path).toBeLessThanOrEqual(320);
  }
});
