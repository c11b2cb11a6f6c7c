// One client's flood is nobody else's trouble.
import { once } from 'node:events';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from '../../harness/server.ts';
import { expect, test } from '../../harness/test.ts';

/** Milliseconds in which a page has to be answered during a flood. */
const PATIENCE_MS = 5_000;

async function open(server: Server, count: number): Promise<Socket[]> {
  const { hostname, port } = new URL(server.url);
  const sockets = Array.from({ length: count }, () => connect(Number(port), hostname).on('error', () => {}));
  await Promise.all(sockets.map((socket) => Promise.race([once(socket, 'connect'), once(socket, 'close')])));
  return sockets;
}

/**
 * The status of a page, or why there is none. Every request has a connection of its own: one that was kept from before
 * the flood is idle longest, so the server may close it while the request is sent.
 */
async function statusOf(url: string): Promise<number | string> {
  return new Promise((resolve) => {
    get(url, { agent: false, signal: AbortSignal.timeout(PATIENCE_MS) }, (answer) => {
      resolve(answer.statusCode ?? 'no status');
      answer.resume();
    }).on('error', (error) => resolve(error.message));
  });
}

test('520 bodies that trickle in take no turn from others', async ({ server }) => {
  const sockets = await open(server, 520);
  const head = `POST /do/register HTTP/1.1\r\nhost: ${new URL(server.url).host}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\nevent=`;
  for (const socket of sockets) socket.write(head);
  const trickle = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x');
  }, 500);
  try {
    await sleep(1_500);
    expect(await statusOf(`${server.url}/healthz`)).toBe(200);
    expect(await statusOf(server.url)).toBe(200);
    expect(await statusOf(`${server.url}/sign-in`)).toBe(200);
  } finally {
    clearInterval(trickle);
    for (const socket of sockets) socket.destroy();
  }
});

test.describe('with 1,024 open files', () => {
  test.use({ launcher: ['prlimit', '--nofile=1024:1024'] });

  test('1,200 idle connections leave pages and health checks answered', async ({ server }) => {
    const sockets = await open(server, 1_200);
    try {
      expect(await statusOf(`${server.url}/healthz`)).toBe(200);
      expect(await statusOf(server.url)).toBe(200);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
    expect(await statusOf(server.url)).toBe(200);
  });
});
