// Registrations while clients hang up inside requests.
import { expect, test } from './bench.ts';
import { runConcurrently } from './load.ts';
import { Client, forwardedFor } from '../harness/httpClient.ts';
import { ImpatientClients } from '../harness/impatientClients.ts';
import { newParticipant, registrationForm } from '../harness/participant.ts';

const IMPATIENT = 24;
const PEOPLE = 1_000;

test('clients that hang up', async ({ server, organiser, mailServer, recordMetric }) => {
  const event = await organiser.publish(await organiser.draft('Bundeskongress'));
  const paths = [`/organise/events/${event.id}/registrations`, `/organise/events/${event.id}`, `/events/${event.slug}/register`];
  const impatient = new ImpatientClients(server, IMPATIENT, paths, organiser.cookie);
  const visitor = new Client(server.url, 8);
  const people = Array.from({ length: PEOPLE }, (_, number) => newParticipant(`person${number}`));
  let failed = 0;
  await runConcurrently(people, 8, async (who, number) => {
    const { status } = await visitor.post('/do/register?at=/', registrationForm(event.slug, who), forwardedFor(number));
    if (status !== 303) failed += 1;
  });
  await impatient.stop();
  visitor.close();
  recordMetric('hungUp', failed);
  await mailServer.waitForMails(PEOPLE - failed);
  expect(await organiser.count(event.id, 'pending')).toBe(PEOPLE - failed);
});
