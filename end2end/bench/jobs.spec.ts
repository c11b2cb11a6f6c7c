// Jobs for 5,000 people, and the writes of others meanwhile.
import { expect, test, type Fixtures } from './bench.ts';
import { percentile, runAtRate } from './load.ts';
import { Client, forwardedFor } from '../harness/httpClient.ts';
import { newParticipant, registrationForm } from '../harness/participant.ts';

const PEOPLE = 5_000;
/** Registrations a second for another event. */
const OTHERS_RATE = 20;

test.setTimeout(300_000);

/** Runs work beside a steady rate of registrations. Returns their sorted latencies in milliseconds. */
async function besideOthers(server: Fixtures['server'], slug: string, prefix: string, work: Promise<void>): Promise<number[]> {
  const visitor = new Client(server.url, 32);
  let isDone = false;
  const finished = work.finally(() => (isDone = true));
  const latencies: number[] = [];
  for (let second = 0; !isDone; second += 1) {
    let number = 0;
    const register = async () => {
      const who = newParticipant(`${prefix}${second}-${number}`);
      const client = forwardedFor(second * OTHERS_RATE + number++);
      expect((await visitor.post('/do/register?at=/', registrationForm(slug, who), client)).status).toBe(303);
    };
    latencies.push(...(await runAtRate(OTHERS_RATE, 1, register)));
  }
  await finished;
  visitor.close();
  return latencies.sort((one, other) => one - other);
}

test('jobs', async ({ server, organiser, mailServer, recordMetric }) => {
  const { slug } = await organiser.publish(await organiser.draft('Netzwerktreffen'));
  const event = await organiser.draft('Bundeskongress');

  const [from, cpu] = [performance.now(), await server.cpuSeconds()];
  const work = organiser.importPeople(event, 0, PEOPLE).then(() => recordMetric('import', (performance.now() - from) / 1_000));
  const besideImport = await besideOthers(server, slug, 'import', work);
  recordMetric('importCpu', (((await server.cpuSeconds()) - cpu) * 1_000) / PEOPLE);
  recordMetric('besideImport', percentile(besideImport, 99));
  recordMetric('worstBesideImport', percentile(besideImport, 100));
  expect(await organiser.count(event, 'confirmed')).toBe(PEOPLE);

  const publishing = organiser.publish(event).then(() => {});
  const besidePublishing = await besideOthers(server, slug, 'publishing', publishing);
  recordMetric('besidePublishing', percentile(besidePublishing, 99));
  recordMetric('worstBesidePublishing', percentile(besidePublishing, 100));
  await mailServer.waitForMails(PEOPLE + besideImport.length + besidePublishing.length);
});
