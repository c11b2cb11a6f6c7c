// Every page with demo data: its route, and where to find it.
import type { Page } from '@playwright/test';

/** The location of a page: a path, or a link on another page. */
export type Location = string | { on: string; link: string };

export const publicPages: Record<string, Location> = {
  '/': '/',
  '/events': '/events',
  '/events/:slug': { on: '/', link: 'main a[href^="/events/"]' },
  congress: { on: '/events', link: 'main a[href^="/events/"]:has-text("Ankommen im Beruf")' },
  '/events/:slug/programme': { on: 'congress', link: 'programme' },
  '/events/:slug/register': { on: '/events/:slug', link: 'main a[href$="/register"]' },
  '/imprint/:network': '/imprint/iq-sachsen',
  '/privacy/:network': '/privacy/iq-sachsen',
  '/accessibility': '/accessibility',
  '/sign-in': '/sign-in',
  '/sign-in/:token': '/sign-in/some-link',
  'not found': '/no-such-page',
};

export const EVENT = '/organise/events/:id';
export const PERSON = `${EVENT}/registrations/:registration`;
const WORKSHOPS = `${EVENT}/workshops`;
const MEMBERS = '/organise/network/members';
export const organiserPages: Record<string, Location> = {
  '/organise': '/organise',
  '/organise/events/new': '/organise/events/new',
  [EVENT]: { on: '/organise', link: 'main th a' },
  ...Object.fromEntries(
    ['edit', 'series', 'next', 'team', 'share', 'activity', 'cancel', 'agenda', 'questions', 'preview', 'registrations', 'registrations/new', 'registrations/import', 'registrations/answers', 'registrations/several', 'registrations/several-answers', 'contingents', 'invitations', 'invitations/new', 'cafe', 'messages', 'messages/new', 'messages/reminders'].map((part) => [
      `${EVENT}/${part}`,
      { on: EVENT, link: part },
    ]),
  ),
  'café event': { on: '/organise', link: 'main th a:has-text("Netzwerktreffen")' },
  [`${EVENT}/cafe/plan`]: { on: 'café event', link: 'cafe/plan' },
  [`${EVENT}/cafe/plan/import`]: { on: 'café event', link: 'cafe/plan/import' },
  conference: { on: '/organise', link: 'main th a:has-text("Ankommen im Beruf")' },
  [WORKSHOPS]: { on: 'conference', link: 'workshops' },
  ...Object.fromEntries(['new', 'import', 'rooms', 'busy', 'copy', 'slots/new', 'wishes', 'bookings', 'assignment'].map((part) => [`${WORKSHOPS}/${part}`, { on: WORKSHOPS, link: part }])),
  [`${WORKSHOPS}/slots/:slot`]: { on: WORKSHOPS, link: 'main a[href*="/slots/"]:not([href$="/new"])' },
  [`${WORKSHOPS}/slots/:slot/remove`]: { on: `${WORKSHOPS}/slots/:slot`, link: 'remove' },
  [`${WORKSHOPS}/:workshop`]: { on: WORKSHOPS, link: 'main tbody th a' },
  [`${WORKSHOPS}/:workshop/remove`]: { on: `${WORKSHOPS}/:workshop`, link: 'remove' },
  [`${EVENT}/agenda/:item`]: { on: `${EVENT}/agenda`, link: 'main a[href*="/agenda/"]:not([href$="/remove"])' },
  [`${EVENT}/agenda/:item/remove`]: { on: `${EVENT}/agenda`, link: 'main a[href$="/remove"]' },
  [`${EVENT}/questions/:question`]: { on: `${EVENT}/questions`, link: 'main a[href*="/questions/"]:not([href$="/remove"])' },
  [`${EVENT}/questions/:question/remove`]: { on: `${EVENT}/questions`, link: 'main a[href$="/remove"]' },
  [PERSON]: { on: `${EVENT}/registrations`, link: 'main tbody th a' },
  [`${EVENT}/contingents/:organisation`]: { on: `${EVENT}/contingents`, link: 'main tbody th a' },
  [`${PERSON}/correct`]: { on: PERSON, link: 'main a[href$="/correct"]' },
  '/organise/contacts': '/organise/contacts',
  '/organise/contacts/new': '/organise/contacts/new',
  '/organise/contacts/duplicates': '/organise/contacts/duplicates',
  '/organise/contacts/import': '/organise/contacts/import',
  '/organise/contacts/:contact': { on: '/organise/contacts', link: 'main tbody th a' },
  '/organise/contacts/:contact/edit': { on: '/organise/contacts/:contact', link: 'main a[href*="/edit"]' },
  '/organise/contacts/:contact/merge': { on: '/organise/contacts/:contact', link: 'main a[href*="/merge"]' },
  '/organise/contacts/:contact/delete': { on: '/organise/contacts/:contact', link: 'main a[href*="/delete"]' },
  '/organise/lists': '/organise/lists',
  '/organise/lists/new': '/organise/lists/new',
  '/organise/lists/:list': { on: '/organise/lists', link: 'main tbody th a' },
  '/organise/lists/:list/edit': { on: '/organise/lists/:list', link: 'main a[href*="/edit"]' },
  '/organise/lists/:list/delete': { on: '/organise/lists/:list', link: 'main a[href*="/delete"]' },
  '/organise/organisations': '/organise/organisations',
  '/organise/organisations/new': '/organise/organisations/new',
  '/organise/organisations/duplicates': '/organise/organisations/duplicates',
  '/organise/organisations/import': '/organise/organisations/import',
  '/organise/organisations/:organisation': { on: '/organise/organisations', link: 'main tbody th a' },
  '/organise/organisations/:organisation/edit': { on: '/organise/organisations/:organisation', link: 'main a[href*="/edit"]' },
  '/organise/organisations/:organisation/merge': { on: '/organise/organisations/:organisation', link: 'main a[href*="/merge"]' },
  '/organise/outgoing': '/organise/outgoing',
  occasion: { on: '/organise/outgoing', link: 'main tbody th a' },
  '/organise/outgoing/:mail': { on: 'occasion', link: 'main tbody th a' },
  '/organise/network': '/organise/network',
  [MEMBERS]: MEMBERS,
  [`${MEMBERS}/:member`]: { on: MEMBERS, link: 'main tbody th a' },
  [`${MEMBERS}/:member/remove`]: { on: `${MEMBERS}/:member`, link: 'main a[href*="/remove"]' },
  '/organise/network/logos': '/organise/network/logos',
  '/organise/network/mails': '/organise/network/mails',
  '/organise/network/mails/:kind': { on: '/organise/network/mails', link: 'main tbody td a' },
  '/organise/network/history': '/organise/network/history',
  '/account': '/account',
};

/** The confirmation pages of a draft. */
export const draftPages = [`${EVENT}/publish`, `${EVENT}/discard`];

/** The pages of a participant after registering, which tests/participant/registration.spec.ts checks. */
export const participantPages = ['/events/:slug/registered', '/confirm/:token', '/registration/:token', '/registration/:token/change', '/registration/:token/cancel', '/registration/:token/wishes', '/registration/:token/workshops', '/registration/:token/swaps'];

/** The pages of the café of the demo. The tests of tests/organiser/cafe check them with axe, with people of their own. */
export const cafePages: Record<string, Location> = {
  ...Object.fromEntries(['live', 'paper', 'publish', 'day', 'day/new', 'repair', 'harvest', 'harvest/links'].map((part) => [`${EVENT}/cafe/${part}`, { on: 'café event', link: `cafe/${part}` }])),
  [`${EVENT}/cafe/paper/:part`]: { on: 'café event', link: 'cafe/paper/cards' },
  ...Object.fromEntries(['signs', 'tables', 'names'].map((part) => [`printed ${part}`, { on: 'café event', link: `cafe/paper/${part}` }])),
  [`${EVENT}/cafe/harvest/points/:point`]: { on: `${EVENT}/cafe/harvest`, link: 'main a[href*="/harvest/points/"]' },
  [`${EVENT}/cafe/harvest/agreed/:action`]: { on: `${EVENT}/cafe/harvest`, link: 'main a[href*="/harvest/agreed/"]' },
};

/** The pages of a café that have secret addresses, or are published first, which the tests of tests/organiser/cafe check. */
export const secretCafePages = ['/screen/:token', '/table/:token', '/events/:slug/results'];

/** The pages of the people of an assignment, which tests/organiser/workshops/assignedPerson.spec.ts checks. */
export const assignmentPages = [`${EVENT}/workshops/assignment/:person`, `${EVENT}/workshops/assignment/refused`, `${EVENT}/workshops/assignment/small`, '/registration/:token/assignment'];

/** The page before a reminder, which tests/organiser/workshops/reminder.spec.ts checks. */
export const reminderPages = [`${EVENT}/workshops/wishes/remind`];

/** The pages of a published assignment, which tests/organiser/workshops/publish.spec.ts checks. */
export const timetablePages = ['/list/:token', ...['publish', 'day', 'lists', 'signs', 'timetables'].map((page) => `${EVENT}/workshops/${page}`)];

/** The pages of invitations and messages, which tests/organiser/invite.spec.ts and messages.spec.ts check. */
export const writtenPages = ['/invitation/:token', '/opt-out/:token', `${EVENT}/invitations/remind`, `${EVENT}/invitations/:invitation`, `${EVENT}/messages/:mailing`];

/** The page of an organisation's places, which tests/organiser/places.spec.ts checks. */
export const placesPages = ['/places/:token'];

/** The page of a job, which tests/organiser/jobs.spec.ts checks. */
export const jobPages = [`${EVENT}/jobs/:job`];

/** The page of a logo, which tests/organiser/logos.spec.ts checks. */
export const logoPages = ['/organise/network/logos/:logo'];

/** The paths of these locations. */
export async function paths(page: Page, locations: Record<string, Location>): Promise<string[]> {
  const found: Record<string, string> = {};
  for (const [route, location] of Object.entries(locations)) {
    if (typeof location === 'string') {
      found[route] = location;
    } else if (/^[a-z/-]+$/.test(location.link)) {
      found[route] = `${found[location.on]}/${location.link}`;
    } else {
      await page.goto(found[location.on]!);
      found[route] = (await page.locator(location.link).first().getAttribute('href'))!;
    }
  }
  return Object.values(found);
}
