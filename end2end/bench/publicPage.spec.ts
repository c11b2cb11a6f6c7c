// The public page of an event, with the headers of a browser.
import { brotliDecompressSync } from 'node:zlib';
import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from './bench.ts';
import { Client } from '../harness/httpClient.ts';
import { saturate, runAtRate, percentile } from './load.ts';
import type { Server } from '../harness/server.ts';

const SECONDS = 5;
const browser = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'de' };

test.use({ data: 'demo' });

async function eventPage(server: Server): Promise<string> {
  const upcoming = await (await fetch(server.url)).text();
  const path = /href="(\/events\/[\w-]+)"/.exec(upcoming)?.[1];
  if (!path) throw new Error('no event on the first page');
  return path;
}

test('public event page', async ({ server, recordMetric }) => {
  const path = await eventPage(server);
  const url = `${server.url}${path}`;
  await saturate(url, 1, browser);
  const cpu = await server.cpuSeconds();
  const rate = await saturate(url, SECONDS, browser);
  recordMetric('pages', rate);
  recordMetric('pagesCpu', (((await server.cpuSeconds()) - cpu) * 1_000) / (rate * SECONDS));

  const visitor = new Client(server.url, 32, browser);
  const tag = (await visitor.get(path)).headers.etag ?? '';
  const known = { ...browser, 'if-none-match': tag };
  const again = await visitor.get(path, known);
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
  recordMetric('unchanged', await saturate(url, SECONDS, known));

  const answered = await runAtRate(500, SECONDS, async () => {
    const { status } = await visitor.get(path);
    if (status !== 200) throw new Error(`the page was answered ${status}`);
  });
  recordMetric('p99', percentile(answered, 99));
  visitor.close();
});

test('first visit', async ({ server, recordMetric }) => {
  const path = await eventPage(server);
  const page = await received(server, path);
  const html = page.html.toString();
  const styles = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*>/g)].map(([link]) => /href="([^"]+)"/.exec(link)![1]!);
  expect(styles.length).toBeGreaterThan(0);
  let bytes = page.bytes;
  for (const style of styles) bytes += (await received(server, style)).bytes;
  recordMetric('firstVisit', bytes / 1_000);
  recordMetric('scripts', [...html.matchAll(/<script|\.wasm|modulepreload/g)].length);

  const withIsland = (await received(server, `${path}/register`)).html.toString();
  const wasm = /"([^"]+\.wasm)"/.exec(withIsland)?.[1];
  if (!wasm) throw new Error('the form has no island: was the browser part built?');
  recordMetric('wasm', (await received(server, wasm)).body.length / 1_000);
});

/** The bytes of a response on the wire, with headers. */
async function received(server: Server, path: string): Promise<{ bytes: number; body: Buffer; html: Buffer }> {
  const { hostname, port, host } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const headers = Object.entries(browser).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n${headers.join('')}\r\n`);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  const bytes = Buffer.concat(chunks).length;
  const visitor = new Client(server.url, 1, browser);
  const { status, headers: said, body } = await visitor.get(path);
  visitor.close();
  expect(status, path).toBe(200);
  expect(said['content-encoding'], path).toBe('br');
  return { bytes, body, html: brotliDecompressSync(body) };
}
