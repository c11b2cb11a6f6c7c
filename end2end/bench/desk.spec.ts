// The desk of an organiser with a large address book and a large event.
import { executeBehindTheServer } from '../harness/database.ts';
import { expect, test } from './bench.ts';
import { percentile } from './load.ts';

const PEOPLE = 2_000;
/** With those who registered. */
const CONTACTS = 20_000;
const REQUESTS = 30;

/** Statements that add contacts to the only network. */
function contacts(engine: 'sqlite' | 'postgres', count: number): string {
  const id = engine === 'sqlite' ? 'randomblob(16)' : 'gen_random_uuid()';
  return `
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
    INSERT INTO contacts (id, network_id, given_name, family_name, address, address_lower, language, notes, source,
      created_at, confirmed_at, revision, search, sort_key, organisation_key)
    SELECT ${id}, networks.id, 'Anna', 'Jäger ' || n, 'jaeger' || n || '@haus.example', 'jaeger' || n || '@haus.example',
      'de', '', 'organiser', 1, 1, 0, 'anna jager ' || n || ' jaeger' || n || '@haus.example ', 'jager ' || n || ' anna', ''
    FROM numbers, networks;
    ${engine === 'postgres' ? 'ANALYZE contacts;' : ''}`;
}

test('desk', async ({ engine, database, mailServer, organiser, recordMetric }) => {
  const event = await organiser.draft('Bundeskongress');
  await organiser.importPeople(event, 0, PEOPLE, 40);
  await organiser.publish(event);
  await mailServer.waitForMails(PEOPLE);
  await executeBehindTheServer(database, contacts(engine, CONTACTS - PEOPLE));

  /** The time of a page, in the middle of many. */
  const milliseconds = async (path: string, shows: string): Promise<number> => {
    const times: number[] = [];
    for (let request = 0; request < REQUESTS; request += 1) {
      const from = performance.now();
      const page = await organiser.page(path);
      times.push(performance.now() - from);
      expect(page).toContain(shows);
    }
    return percentile(times.sort((one, other) => one - other), 50);
  };
  recordMetric('contactsPage', await milliseconds('/organise/contacts?page=100', 'Jäger'));
  recordMetric('contactSearch', await milliseconds('/organise/contacts?search=J%C3%A4ger+17999', 'jaeger17999@haus.example'));
  recordMetric('registrationsPage', await milliseconds(`/organise/events/${event}/registrations?page=10`, 'Nachname'));

  const from = Date.now();
  await organiser.sendMessage(event, 'Morgen: {Veranstaltung}', 'Guten Tag {Vorname},\n\nbis morgen.\n\n{Link}');
  recordMetric('message', ((await mailServer.waitForMails(2 * PEOPLE)) - from) / 1_000);
});
