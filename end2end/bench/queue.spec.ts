// A long queue of mails into a mail server that accepts everything.
import { expect, test } from './bench.ts';
import { runConcurrently } from './load.ts';
import { Client, forwardedFor } from '../harness/httpClient.ts';
import { newParticipant, registrationForm } from '../harness/participant.ts';

const MAILS = 20_000;
const PEOPLE_PER_EVENT = 5_000;

test.setTimeout(600_000);

test('queue without calendar parts', async ({ server, organiser, mailServer, recordMetric }) => {
  const { slug } = await organiser.publish(await organiser.draft('Bundeskongress'));
  mailServer.hold();
  const visitor = new Client(server.url, 32);
  const people = Array.from({ length: MAILS }, (_, number) => newParticipant(`person${number}`));
  await runConcurrently(people, 32, async (who, number) => {
    const { status } = await visitor.post('/do/register?at=/', registrationForm(slug, who), forwardedFor(number));
    expect(status).toBe(303);
  });
  visitor.close();
  const [from, cpu] = [Date.now(), await server.cpuSeconds()];
  mailServer.release();
  const seconds = ((await mailServer.waitForMails(MAILS)) - from) / 1_000;
  recordMetric('queue', MAILS / seconds);
  recordMetric('queueCpu', (((await server.cpuSeconds()) - cpu) * 1_000) / MAILS);
});

test('queue with calendar parts', async ({ server, organiser, mailServer, recordMetric }) => {
  const events: string[] = [];
  for (let first = 0; first < MAILS; first += PEOPLE_PER_EVENT) {
    const event = await organiser.draft(`Bundeskongress ${first}`);
    await organiser.importPeople(event, first, PEOPLE_PER_EVENT);
    events.push(event);
  }
  mailServer.hold();
  for (const event of events) await organiser.publish(event);
  const [from, cpu] = [Date.now(), await server.cpuSeconds()];
  mailServer.release();
  const seconds = ((await mailServer.waitForMails(MAILS)) - from) / 1_000;
  recordMetric('calendarQueue', MAILS / seconds);
  recordMetric('calendarQueueCpu', (((await server.cpuSeconds()) - cpu) * 1_000) / MAILS);
});
