// An outage of the database for ten seconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '../../harness/test.ts';

test('during a database outage pages answer 503, and afterwards the server recovers', { tag: '@postgres' }, async ({ database, request, server }) => {
  expect((await request.get('/')).status()).toBe(200);
  database.connection!.cut();
  const from = Date.now();
  // A page that was rendered a moment ago is answered for a second.
  await sleep(1_100);
  const answer = await request.get('/', { timeout: 9_000 });
  expect(answer.status()).toBe(503);
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
  expect(await answer.text()).toContain('Gerade nicht zu erreichen');
  await expect.poll(async () => (await request.get('/readyz')).status()).toBe(503);
  expect((await request.get('/healthz')).status()).toBe(200);
  await sleep(Math.max(0, 10_000 - (Date.now() - from)));
  database.connection!.restore();
  await expect.poll(async () => (await request.get('/')).status(), { timeout: 10_000 }).toBe(200);
  expect(server.log).not.toContain('panicked');
});
