// Concurrent registrations: the form, then the confirmation, which gives the seat.
import { expect, test } from './bench.ts';
import { Client, forwardedFor } from '../harness/httpClient.ts';
import { runConcurrently } from './load.ts';

const PEOPLE = 2_000;
const CAPACITY = 1_900;
const WARM_UP = 100;
const CONCURRENCY = 32;

// Mails are sent meanwhile, one at a time; another benchmark measures them.
test.use({ mailConnections: 1 });

test('registrations', async ({ server, mailServer, organiser, recordMetric }) => {
  const event = await organiser.publish(await organiser.draft('Bundeskongress', CAPACITY));
  const visitor = new Client(server.url, CONCURRENCY);

  const sendForm = async (address: string, number: number) => {
    const { status } = await visitor.post('/do/register?at=/', formOf(event.slug, address), forwardedFor(number));
    if (status !== 303) throw new Error(`the form was answered ${status}`);
  };
  const confirm = async (token: string, number: number) => {
    const { status } = await visitor.post('/do/confirm-address?at=/', { token }, forwardedFor(number));
    if (status !== 303) throw new Error(`the click was answered ${status}`);
  };
  const addresses = Array.from({ length: PEOPLE }, (_, number) => `person${number}@partner.example`);

  await runConcurrently(addresses.slice(0, WARM_UP), CONCURRENCY, sendForm);
  recordMetric('forms', await runConcurrently(addresses.slice(WARM_UP), CONCURRENCY, sendForm));

  await mailServer.waitForMails(PEOPLE);
  const tokens = await mailServer.confirmationTokens();
  expect(new Set(tokens).size).toBe(PEOPLE);
  await runConcurrently(tokens.slice(0, WARM_UP), CONCURRENCY, confirm);
  recordMetric('seats', await runConcurrently(tokens.slice(WARM_UP), CONCURRENCY, confirm));
  visitor.close();

  const seated = await organiser.count(event.id, 'confirmed');
  recordMetric('tooMany', seated - CAPACITY);
  expect(seated).toBe(CAPACITY);
  expect(await organiser.count(event.id, 'waitlisted')).toBe(PEOPLE - CAPACITY);
  expect(await organiser.count(event.id, 'pending')).toBe(0);
  await mailServer.waitForMails(2 * PEOPLE);
});

function formOf(event: string, address: string): Record<string, string> {
  return { event, given_name: 'Anna', family_name: 'Muster', address, language: 'de', consent: 'on', privacy_version: '1', fax: '' };
}
