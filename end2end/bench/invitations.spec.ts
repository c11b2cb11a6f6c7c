// A list is published: everybody on it is written to.
import { test } from './bench.ts';

const PEOPLE = 2_000;

test('invitations', async ({ organiser, mailServer, measured }) => {
  const event = await organiser.draft('Bundeskongress');
  await organiser.importPeople(event, 0, PEOPLE);
  const from = Date.now();
  await organiser.publish(event);
  measured('invitations', ((await mailServer.taken(PEOPLE)) - from) / 1_000);
});
