// Everybody wants to come at once: the form, and then the click in the mail, which gives the seat.
import { expect, test } from './bench.ts';
import { Client, client } from './client.ts';
import { together } from './load.ts';

const PEOPLE = 2_000;
const CAPACITY = 1_900;
const WARMING_UP = 100;
const AT_A_TIME = 32;

// Mails go out meanwhile, as they do in life, but one at a time: they are measured elsewhere.
test.use({ mailConnections: 1 });

test('registrations', async ({ server, mailServer, organiser, measured }) => {
  const event = await organiser.publish(await organiser.draft('Bundeskongress', CAPACITY));
  const public_ = new Client(server.url, AT_A_TIME);

  const sendForm = async (address: string, number: number) => {
    const { status } = await public_.post('/do/register?at=/', formOf(event.slug, address), client(number));
    if (status !== 303) throw new Error(`the form was answered ${status}`);
  };
  const click = async (token: string, number: number) => {
    const { status } = await public_.post('/do/confirm-address?at=/', { token }, client(number));
    if (status !== 303) throw new Error(`the click was answered ${status}`);
  };
  const addresses = Array.from({ length: PEOPLE }, (_, number) => `person${number}@partner.example`);

  await together(addresses.slice(0, WARMING_UP), AT_A_TIME, sendForm);
  measured('forms', await together(addresses.slice(WARMING_UP), AT_A_TIME, sendForm));

  await mailServer.taken(PEOPLE);
  const tokens = await mailServer.confirmationTokens();
  expect(new Set(tokens).size).toBe(PEOPLE);
  await together(tokens.slice(0, WARMING_UP), AT_A_TIME, click);
  measured('seats', await together(tokens.slice(WARMING_UP), AT_A_TIME, click));
  public_.close();

  const seated = await organiser.count(event.id, 'confirmed');
  measured('tooMany', seated - CAPACITY);
  expect(seated).toBe(CAPACITY);
  expect(await organiser.count(event.id, 'waitlisted')).toBe(PEOPLE - CAPACITY);
  expect(await organiser.count(event.id, 'pending')).toBe(0);
  await mailServer.taken(2 * PEOPLE);
});

function formOf(event: string, address: string): Record<string, string> {
  return { event, given_name: 'Anna', family_name: 'Muster', address, language: 'de', consent: 'on', privacy_version: '1', fax: '' };
}
