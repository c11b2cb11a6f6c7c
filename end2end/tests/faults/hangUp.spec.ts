// Clients hang up inside requests while others register.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, forwardedFor } from '../../harness/httpClient.ts';
import { ImpatientClients } from '../../harness/impatientClients.ts';
import { newParticipant, registrationForm } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

const IMPATIENT = 24;
const PEOPLE = 120;

// The limits per client do not apply to a proxy that names its clients.
test.use({ environment: { TREFFPUNKT_TRUSTED_PROXIES: '127.0.0.1' } });

test('24 clients hang up inside requests, and nobody else notices', { tag: '@both' }, async ({ server, organiser, mailbox }) => {
  const event = await organiser.publish(await organiser.draft('Bundeskongress', PEOPLE));
  const paths = [`/organise/events/${event.id}/registrations`, `/organise/events/${event.id}`, `/events/${event.slug}/register`];
  const impatient = new ImpatientClients(server, IMPATIENT, paths, organiser.cookie);

  const visitor = new Client(server.url, 4);
  const people = Array.from({ length: PEOPLE }, (_, number) => newParticipant(`person${number}`));
  const answers: number[] = [];
  const register = async (first: number) => {
    for (let number = first; number < PEOPLE; number += 4) {
      const client = forwardedFor(number);
      const who = people[number]!;
      const { status } = await visitor.post('/do/register?at=/', registrationForm(event.slug, who), client);
      answers.push(status);
      if (status !== 303) continue;
      const token = (await mailbox.waitFor(who.address)).link(/\/confirm\//).split('/confirm/')[1]!.split('?')[0]!;
      answers.push((await visitor.post('/do/confirm-address?at=/', { token }, client)).status);
    }
  };
  try {
    await Promise.all([0, 1, 2, 3].map(register));
  } finally {
    await impatient.stop();
    visitor.close();
  }

  expect(answers.filter((status) => status !== 303)).toEqual([]);
  for (const { address } of people) await mailbox.waitFor(address, { nth: 2 });
  await sleep(1_000); // time for a second copy
  const repeated = [...mailbox.byMessageId().values()].filter((copies) => copies.length > 1);
  expect(repeated.map(([mail]) => mail!.subject)).toEqual([]);
  expect(mailbox.mails).toHaveLength(2 * PEOPLE);
  expect(await organiser.count(event.id, 'confirmed')).toBe(PEOPLE);

  // The connections of the pool are as good as new.
  for (let time = 0; time < 30; time += 1) await organiser.draft(`Netzwerktreffen ${time}`);
  expect(server.log).not.toMatch(/"ERROR"| ERROR |panicked/);
});
