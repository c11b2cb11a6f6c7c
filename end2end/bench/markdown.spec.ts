// The public page of an event while others read the page with the most expensive text.
import { expect, test } from './bench.ts';
import { percentile, saturate } from './load.ts';
import { Client } from '../harness/httpClient.ts';

const SECONDS = 5;
/** As deep as a text may nest, with as many elements as it may have: app/ui/src/markdown/bounds.rs. */
const WORST = `${'>'.repeat(22)} *a*\n\n`.repeat(400);
const browser = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'de' };

test('beside the worst Markdown', async ({ server, organiser, recordMetric }) => {
  const quiet = await organiser.publish(await organiser.draft('Netzwerktreffen'));
  const worst = await organiser.publish(await organiser.draft('Bundeskongress', undefined, { body: WORST }));

  // A page of a signed-in reader is rendered anew for each view.
  const readers = new Client(server.url, 8, { ...browser, cookie: organiser.cookie });
  let isOver = false;
  const latencies: number[] = [];
  const read = async () => {
    while (!isOver) {
      const from = performance.now();
      expect((await readers.get(`/events/${worst.slug}`)).status).toBe(200);
      latencies.push(performance.now() - from);
    }
  };
  const reading = Array.from({ length: 8 }, read);
  try {
    recordMetric('pagesBesideMarkdown', await saturate(`${server.url}/events/${quiet.slug}`, SECONDS, browser));
  } finally {
    isOver = true;
    await Promise.all(reading);
    readers.close();
  }
  recordMetric('worstMarkdown', percentile(latencies.sort((one, other) => one - other), 99));
});
