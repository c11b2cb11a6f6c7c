// Concurrent registrations: the form, then the confirmation, which gives the seat. The load comes from wrk, which
// takes little of the processors that it shares with the server.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './bench.ts';
import { runScript } from './load.ts';

/** At first, to warm up. */
const WARM_UP = 200;
/** At a time, while the rate is measured. */
const CONCURRENCY = 32;
const MEASURED = 4_000;
/** At a time at the end, when a mail to all members has just arrived. Nobody may be sent away. */
const CROWD = 300;
const IN_A_CROWD = 900;

const PEOPLE = WARM_UP + MEASURED + IN_A_CROWD;
const CAPACITY = PEOPLE - 100;

// Mails are sent meanwhile, one at a time; another benchmark measures them.
test.use({ mailConnections: 1 });

test('registrations', async ({ server, mailServer, organiser, recordMetric }) => {
  const folder = await mkdtemp(join(tmpdir(), 'treffpunkt-'));
  const event = await organiser.publish(await organiser.draft('Bundeskongress', CAPACITY));

  /** Sends the requests of everybody. Returns the rate per second and the server's milliseconds of CPU for each. */
  const sendAll = async (kind: 'register' | 'confirm', of: string) => {
    const send = (first: number, count: number, concurrency: number) =>
      runScript('registrations.lua', server.url, concurrency, [kind, of, String(first), String(count)]);
    await send(0, WARM_UP, CONCURRENCY);
    const before = await server.cpuSeconds();
    const seconds = await send(WARM_UP, MEASURED, CONCURRENCY);
    const cpu = ((await server.cpuSeconds()) - before) * 1_000;
    await send(WARM_UP + MEASURED, IN_A_CROWD, CROWD);
    return { rate: MEASURED / seconds, cpu: cpu / MEASURED };
  };

  const forms = await sendAll('register', event.slug);
  await mailServer.waitForMails(PEOPLE);
  const tokens = await mailServer.confirmationTokens();
  expect(new Set(tokens).size).toBe(PEOPLE);
  await writeFile(join(folder, 'tokens'), tokens.join('\n'));
  const seats = await sendAll('confirm', join(folder, 'tokens'));
  await rm(folder, { recursive: true });

  recordMetric('forms', forms.rate);
  recordMetric('formsCpu', forms.cpu);
  recordMetric('seats', seats.rate);
  recordMetric('seatsCpu', seats.cpu);
  recordMetric('bothCpu', forms.cpu + seats.cpu);

  const seated = await organiser.count(event.id, 'confirmed');
  recordMetric('tooMany', seated - CAPACITY);
  expect(seated).toBe(CAPACITY);
  expect(await organiser.count(event.id, 'waitlisted')).toBe(PEOPLE - CAPACITY);
  expect(await organiser.count(event.id, 'pending')).toBe(0);
  await mailServer.waitForMails(2 * PEOPLE);
});
