// Memory and start time with the data of several years.
import { expect, test } from './bench.ts';
import { Client } from '../harness/httpClient.ts';
import { saturate, percentile, runConcurrently } from './load.ts';

const EVENTS = 300;
const PEOPLE_PER_EVENT = 67;
const STARTS = 5;

test('memory and start', async ({ server, organiser, recordMetric }) => {
  test.setTimeout(240_000); // mostly the import
  const numbers = Array.from({ length: EVENTS }, (_, number) => number);
  const events: string[] = [];
  await runConcurrently(numbers, 4, async (number) => {
    const event = await organiser.draft(`Netzwerktreffen ${number}`);
    await organiser.importPeople(event, number * PEOPLE_PER_EVENT, PEOPLE_PER_EVENT);
    events.push(event);
  });
  const { slug } = await organiser.publish(await organiser.draft('Bundeskongress'));

  const starts: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    await server.stop();
    const from = performance.now();
    await server.restart();
    const visitor = new Client(server.url, 1);
    expect((await visitor.get('/')).status).toBe(200);
    starts.push(performance.now() - from);
    visitor.close();
  }
  recordMetric('start', percentile(starts.sort((one, other) => one - other), 50));
  recordMetric('memory', (await server.memory()) / 1_000_000);

  await saturate(`${server.url}/events/${slug}`, 5, { 'accept-encoding': 'br' });
  await runConcurrently(events, 4, async (event) => {
    await organiser.page(`/organise/events/${event}/registrations`);
    await organiser.page(`/organise/events/${event}`);
  });
  for (let time = 0; time < 10; time += 1) await organiser.page('/organise');
  recordMetric('memoryAfterLoad', (await server.memory()) / 1_000_000);
});
