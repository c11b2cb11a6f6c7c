// A long queue of mails into a mail server that accepts everything.
import { test } from './bench.ts';
import { runScript } from './load.ts';

const MAILS = 20_000;
const CONCURRENCY = 64;
const PEOPLE_PER_EVENT = 5_000;

test.setTimeout(600_000);

test('queue without calendar parts', async ({ server, organiser, mailServer, recordMetric }) => {
  const { slug } = await organiser.publish(await organiser.draft('Bundeskongress'));
  mailServer.hold();
  await runScript('registrations.lua', server.url, CONCURRENCY, ['register', slug, '0', String(MAILS)]);
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
