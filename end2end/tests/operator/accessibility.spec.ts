// Every page with demo data: no serious or critical violation, and no overflow on a narrow screen.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { draftEvent } from '../../harness/organiser.ts';
import { signInToDemo } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';

test.use({ data: 'demo' });

/** The location of a page: a path, or a link on another page. */
type Location = string | { on: string; link: string };

const publicPages: Record<string, Location> = {
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
const MEMBERS = '/organise/network/members';
const organiserPages: Record<string, Location> = {
  '/organise': '/organise',
  '/organise/events/new': '/organise/events/new',
  [EVENT]: { on: '/organise', link: 'main th a' },
  ...Object.fromEntries(
    ['edit', 'cancel', 'agenda', 'questions', 'preview', 'registrations', 'registrations/new', 'registrations/import', 'messages'].map((part) => [
      `${EVENT}/${part}`,
      { on: EVENT, link: part },
    ]),
  ),
  [`${EVENT}/agenda/:item`]: { on: `${EVENT}/agenda`, link: 'main a[href*="/agenda/"]:not([href$="/remove"])' },
  [`${EVENT}/agenda/:item/remove`]: { on: `${EVENT}/agenda`, link: 'main a[href$="/remove"]' },
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
  [MEMBERS]: MEMBERS,
  [`${MEMBERS}/:member`]: { on: MEMBERS, link: 'main tbody th a' },
  [`${MEMBERS}/:member/remove`]: { on: `${MEMBERS}/:member`, link: 'main a[href*="/remove"]' },
  '/organise/network/history': '/organise/network/history',
  '/account': '/account',
};

/** The confirmation pages of a draft. */
const draftPages = [`${EVENT}/publish`, `${EVENT}/discard`];

/** The pages of a participant after registering, which tests/participant/registration.spec.ts checks. */
const participantPages = ['/events/:slug/registered', '/confirm/:token', '/registration/:token', '/registration/:token/change', '/registration/:token/cancel'];

/** The page of a job, which tests/organiser/jobs.spec.ts checks. */
const jobPages = [`${EVENT}/jobs/:job`];

/** The paths of these locations. */
async function paths(page: Page, locations: Record<string, Location>): Promise<string[]> {
  const found: Record<string, string> = {};
  for (const [route, location] of Object.entries(locations)) {
    if (typeof location === 'string') {
      found[route] = location;
    } else if (/^[a-z/]+$/.test(location.link)) {
      found[route] = `${found[location.on]}/${location.link}`;
    } else {
      await page.goto(found[location.on]!);
      found[route] = (await page.locator(location.link).first().getAttribute('href'))!;
    }
  }
  return Object.values(found);
}

test('every route is checked', () => {
  const source = readFileSync(resolve(import.meta.dirname, '../../../app/src/routes.rs'), 'utf8');
  const routes = [...source.matchAll(/path!\("([^"]+)"\)/g)].map(([, route]) => route);
  expect(routes.length).toBeGreaterThan(30);
  const seen = [...Object.keys(publicPages), ...Object.keys(organiserPages), ...draftPages, ...jobPages, ...participantPages];
  expect(routes.filter((route) => !seen.includes(route!))).toEqual([]);
});

test('public pages', async ({ page, accessible }) => {
  test.setTimeout(400_000);
  for (const path of await paths(page, publicPages)) {
    await page.goto(path);
    await accessible();
  }
});

test('organiser pages', async ({ page, server, accessible }) => {
  test.setTimeout(600_000);
  await signInToDemo(page, server);
  for (const path of await paths(page, organiserPages)) {
    await page.goto(path);
    await accessible();
  }
});

test('confirmation pages of organisers', async ({ page, server, accessible }) => {
  test.setTimeout(400_000);
  await signInToDemo(page, server);
  const way = ['/organise', EVENT, `${EVENT}/registrations`, PERSON];
  const person = (await paths(page, Object.fromEntries(way.map((route) => [route, organiserPages[route]!])))).at(-1)!;
  await page.goto(person);
  const questions = await page.locator('main a[href*="?"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(questions.length).toBeGreaterThan(1);
  const draft = await draftEvent(page, { title: 'Entwurf' });
  for (const path of [...questions, `${draft}/publish`, `${draft}/discard`]) {
    await page.goto(path);
    await accessible();
  }
});

test('no page overflows a screen 320 pixels wide', async ({ page, server }) => {
  test.setTimeout(400_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await signInToDemo(page, server);
  const long = await draftEvent(page, { title: 'Fachkräfteeinwanderungsgesetzesänderungsverordnungsberatungstreffen' });
  for (const path of [...(await paths(page, { ...publicPages, ...organiserPages })), long, `${long}/edit`]) {
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, path).toBeLessThanOrEqual(320);
  }
});
