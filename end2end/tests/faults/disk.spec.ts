// The disk of the SQLite file is full, or the file is gone.
import { execFile } from 'node:child_process';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client, forwardedFor } from '../../harness/httpClient.ts';
import { Organiser, type PlannedEvent } from '../../harness/httpOrganiser.ts';
import { newParticipant, registrationForm } from '../../harness/participant.ts';
import type { Server } from '../../harness/server.ts';
import { SmallDisk } from '../../harness/smallDisk.ts';
import { expect, test as base } from '../../harness/test.ts';

/** The lines of the log from WARN upwards. */
function complaints(server: Server): string[] {
  return server.log.split('\n').filter((line) => /\b(WARN|ERROR)\b/.test(line));
}

async function readiness(server: Server): Promise<number> {
  return (await fetch(`${server.url}/readyz`)).status;
}

/** People who register one after the other. */
class Queue {
  /** How many were told that they are registered. */
  acknowledged = 0;
  private asked = 0;
  private readonly client: Client;

  constructor(
    server: Server,
    private readonly event: PlannedEvent,
  ) {
    this.client = new Client(server.url, 1);
  }

  async register(): Promise<number> {
    const number = this.asked++;
    const form = registrationForm(this.event.slug, newParticipant(`person${number}`));
    const { status } = await this.client.post('/do/register?at=/', form, forwardedFor(number));
    if (status === 303) this.acknowledged += 1;
    return status;
  }

  async registerUntilRefused(): Promise<void> {
    for (let time = 0; time < 2_000; time += 1) {
      const status = await this.register();
      if (status === 303) continue;
      expect(status).toBe(503);
      return;
    }
    throw new Error('nobody was refused');
  }

  close(): void {
    this.client.close();
  }
}

/** Fills, waits until it is noticed, frees, and looks for everybody who was told that they are registered. */
async function survives(server: Server, fill: () => Promise<void>, free: () => Promise<void>): Promise<void> {
  const organiser = await Organiser.signIn(server);
  const event = await organiser.publish(await organiser.draft('Bundeskongress'));
  const queue = new Queue(server, event);
  for (let time = 0; time < 10; time += 1) expect(await queue.register()).toBe(303);

  await fill();
  const noted = complaints(server).length;
  await queue.registerUntilRefused();
  expect(complaints(server).length, 'the refusal is in the log').toBeGreaterThan(noted);
  await expect.poll(() => readiness(server), { timeout: 30_000 }).toBe(503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.url}/events/${event.slug}`)).status, 'pages are read from a full disk').toBe(200);

  await free();
  await expect.poll(() => readiness(server), { timeout: 30_000 }).toBe(200);
  expect(await queue.register()).toBe(303);
  expect(await organiser.count(event.id, 'pending')).toBe(queue.acknowledged);
  await server.kill();
  await server.restart();
  expect(await organiser.count(event.id, 'pending')).toBe(queue.acknowledged);
  queue.close();
  organiser.close();
}

const test = base.extend<{ disk: SmallDisk }>({
  // The limits per client do not apply to a proxy that names its clients.
  environment: { TREFFPUNKT_TRUSTED_PROXIES: '127.0.0.1' },
  delivery: 'kept',
  disk: async ({}, use) => {
    const disk = await SmallDisk.mount(8);
    base.skip(!disk, 'mounts no tmpfs here: it needs root and the right to mount');
    await use(disk!);
    await disk!.unmount();
  },
});

test.describe('on a small disk', () => {
  test.use({
    database: async ({ disk }, use) => {
      const url = `sqlite:${join(disk.folder, 'treffpunkt.sqlite')}`;
      await use({ url, direct: url, discard: async () => {} });
    },
  });

  test('a full disk refuses, says so, loses nothing, and works again once there is space', async ({ server, disk }) => {
    await survives(server, () => disk.fill(), () => disk.free());
  });
});

test.describe('under a limit of the file size', () => {
  // The signal of the limit would end the process; ignored, the write fails.
  test.use({ launcher: ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh'] });

  test('a file that may not grow refuses, says so, loses nothing, and works again afterwards', async ({ server, database }) => {
    const file = database.url.replace('sqlite:', '');
    const limit = (bytes: number | 'unlimited') => promisify(execFile)('prlimit', [`--pid=${server.pid}`, `--fsize=${bytes}:unlimited`]);
    await survives(
      server,
      async () => {
        const sizes = await Promise.all(['', '-wal'].map((suffix) => stat(`${file}${suffix}`).then(({ size }) => size, () => 0)));
        await limit(Math.max(...sizes));
      },
      async () => void (await limit('unlimited')),
    );
  });
});

test('a database file that is deleted while the server runs: nothing more is acknowledged', async ({ server, database, organiser }) => {
  const event = await organiser.publish(await organiser.draft('Bundeskongress'));
  const queue = new Queue(server, event);
  expect(await queue.register()).toBe(303);
  const file = database.url.replace('sqlite:', '');
  for (const name of await readdir(dirname(file))) if (name.startsWith('treffpunkt.sqlite')) await rm(join(dirname(file), name));

  await expect.poll(() => readiness(server), { timeout: 15_000 }).toBe(503);
  for (let time = 0; time < 10; time += 1) expect(await queue.register()).toBe(503);
  queue.close();
  expect(complaints(server)).not.toEqual([]);
});
