// Publishing an event with a list of people sends an invitation to each.
import { test } from './bench.ts';

const PEOPLE = 2_000;

test('invitations', async ({ organiser, mailServer, recordMetric }) => {
  const event = await organiser.draft('Bundeskongress');
  await organiser.importPeople(event, 0, PEOPLE);
  const from = Date.now();
  await organiser.publish(event);
  recordMetric('invitations', ((await mailServer.waitForMails(PEOPLE)) - from) / 1_000);
});
