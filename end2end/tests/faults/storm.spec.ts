// Kills and impatient clients for minutes, then a count of what was promised.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, forwardedFor } from '../../harness/httpClient.ts';
import { ImpatientClients } from '../../harness/impatientClients.ts';
import { newParticipant, registrationForm } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

const KILLS = 20;
const VISITORS = 8;
const CAPACITY = 50;

test.use({ environment: { TREFFPUNKT_TRUSTED_PROXIES: '127.0.0.1' } });

test('twenty kill -9 while people register and hang up: nothing that was acknowledged is lost', { tag: ['@both', '@long'] }, async ({ server, organiser, mailbox }) => {
  test.setTimeout(600_000);
  const event = await organiser.publish(await organiser.draft('Bundeskongress', CAPACITY));
  const impatient = new ImpatientClients(server, 8, [`/organise/events/${event.id}/registrations`, `/events/${event.slug}/register`], organiser.cookie);

  let isOver = false;
  const registered: string[] = [];
  const clicked: string[] = [];
  // The server is away now and then: an error means that nothing was promised.
  const visit = async (first: number) => {
    const visitor = new Client(server.url, 1);
    const send = (path: string, form: Record<string, string>, number: number) =>
      visitor.post(path, form, forwardedFor(number)).then(({ status }) => status, () => 0);
    for (let number = first; !isOver; number += VISITORS) {
      const who = newParticipant(`person${number}`);
      if ((await send('/do/register?at=/', registrationForm(event.slug, who), number)) !== 303) continue;
      registered.push(who.address);
      const confirmation = await mailbox.waitFor(who.address, { within: 5_000 }).catch(() => undefined);
      const token = confirmation?.link(/\/confirm\//).split('/confirm/')[1]!.split('?')[0];
      if (token && (await send('/do/confirm-address?at=/', { token }, number)) === 303) clicked.push(who.address);
    }
    visitor.close();
  };
  const visitors = Array.from({ length: VISITORS }, (_, first) => visit(first));
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(2_000 + Math.random() * 1_000);
    await server.kill();
    await server.restart();
  }
  isOver = true;
  await Promise.all([...visitors, impatient.stop()]);

  expect(registered.length).toBeGreaterThan(KILLS);
  // A killed server's mails wait for the end of its leases.
  for (const address of registered) await mailbox.waitFor(address, { within: 200_000 });
  for (const address of clicked) await mailbox.waitFor(address, { nth: 2, within: 200_000 });
  for (const copies of mailbox.byMessageId().values()) expect(copies.every(({ raw }) => raw.equals(copies[0]!.raw))).toBe(true);

  const list = await organiser.page(`/organise/events/${event.id}/registrations/export.csv`);
  expect(registered.filter((address) => !list.includes(address))).toEqual([]);
  const seated = await organiser.count(event.id, 'confirmed');
  expect(seated).toBeLessThanOrEqual(CAPACITY);
  expect(seated + (await organiser.count(event.id, 'waitlisted'))).toBeGreaterThanOrEqual(clicked.length);
  expect(server.log).not.toContain('panicked');
});
