// The wall clock jumps while mails wait.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Organiser } from '../../harness/httpOrganiser.ts';
import { findFaketime, MovedClock } from '../../harness/movedClock.ts';
import { newParticipant, registerByHttp } from '../../harness/participant.ts';
import { expect, test as base } from '../../harness/test.ts';

const DAY = 24 * 60 * 60;
const PEOPLE = 10;

const test = base.extend<{ clock: MovedClock }>({
  clock: async ({}, use) => {
    const library = findFaketime();
    base.skip(!library, 'finds no libfaketime: apt-get install faketime');
    const folder = await mkdtemp(join(tmpdir(), 'treffpunkt-clock-'));
    await use(await MovedClock.create(library!, folder));
    await rm(folder, { recursive: true });
  },
  environment: async ({ clock }, use) => use(clock.environment),
});

const addresses = Array.from({ length: PEOPLE }, (_, number) => `person${number}@partner.example`);

test('four days ahead: mails that are put off are sent all the same', { tag: '@both' }, async ({ clock, organiser, mailbox }) => {
  test.setTimeout(240_000);
  const event = await organiser.draft('Bundeskongress');
  await organiser.importPeople(event, 0, PEOPLE);
  for (const address of addresses) mailbox.refuse(address, 450);
  await organiser.publish(event);
  await expect.poll(() => mailbox.attempted.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(PEOPLE);
  await clock.move(4 * DAY);
  // A mail whose answer was noted after the clock moved is due half a minute later.
  await expect.poll(() => mailbox.attempted.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2 * PEOPLE);
  for (const address of addresses) mailbox.acceptAgain(address);
  // The next attempts are due in minutes, and now a day later.
  await clock.move(5 * DAY);
  for (const address of addresses) await mailbox.waitFor(address, { within: 40_000 });
  expect(mailbox.mails).toHaveLength(PEOPLE);
});

test('a clock set back by a day leaves no mail behind', { tag: '@both' }, async ({ clock, server, organiser, mailbox }) => {
  const event = await organiser.draft('Bundeskongress');
  await organiser.importPeople(event, 0, PEOPLE);
  mailbox.answerAfter(60_000);
  await organiser.publish(event);
  await expect.poll(() => mailbox.mails.length, { timeout: 20_000 }).toBeGreaterThan(2);
  // These mails are being sent, and their leases end in the future of the clock that is set back.
  await server.kill();
  mailbox.answerAfter(0);
  await clock.move(-DAY);
  await server.restart();
  for (const address of addresses) await mailbox.waitFor(address, { within: 60_000 });
  for (const copies of mailbox.byMessageId().values()) expect(copies.every(({ raw }) => raw.equals(copies[0]!.raw))).toBe(true);
  await expect(async () => {
    const page = await organiser.page(`/organise/events/${event}/messages`);
    expect(page).not.toMatch(/wird (gesendet|versendet)|wartet/);
  }).toPass({ timeout: 20_000 });
});

test('a clock set back while the server runs delays no new mail', { tag: '@both' }, async ({ clock, organiser, mailbox, request }) => {
  const { slug } = await organiser.publish(await organiser.draft('Netzwerktreffen'));
  mailbox.refuse('anna@partner.example', 450);
  expect(await registerByHttp(request, slug, newParticipant('Anna'))).toBe(303);
  await expect.poll(() => mailbox.attempted).toContain('anna@partner.example');
  await clock.move(-DAY);
  mailbox.acceptAgain('anna@partner.example');
  expect(await registerByHttp(request, slug, newParticipant('Bea'))).toBe(303);
  await mailbox.waitFor('bea@partner.example');
  // The first retry is due after half a minute, not after a day.
  await mailbox.waitFor('anna@partner.example', { within: 75_000 });
});

test('the night in which clocks go back passes while people register', async ({ clock, server, request, mailbox }) => {
  // 2:59:58 in Berlin, for the first time: two seconds later it is 2:00 again.
  const lastSecond = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 9, 31, 0, 59, 58));
  lastSecond.setUTCDate(31 - lastSecond.getUTCDay());
  await clock.set(lastSecond);
  const organiser = await Organiser.signIn(server);
  const { slug } = await organiser.publish(await organiser.draft('Netzwerktreffen', undefined, { starts_date: `${lastSecond.getUTCFullYear()}-11-20` }));
  for (let number = 0; number < 6; number += 1) {
    const who = newParticipant(`person${number}`);
    expect(await registerByHttp(request, slug, who)).toBe(303);
    const confirmation = (await mailbox.waitFor(who.address)).link(/\/confirm\//).split('/confirm/')[1]!.split('?')[0]!;
    const answer = await request.post('/do/confirm-address?at=/', { form: { token: confirmation }, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    await mailbox.waitFor(who.address, { nth: 2 });
  }
  expect(mailbox.mails).toHaveLength(12);
  organiser.close();
});
