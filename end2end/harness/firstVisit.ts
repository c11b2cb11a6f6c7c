// The size of a first visit: a page and its style sheet, compressed. No page needs a script.
import { get } from 'node:http';
import type { Page } from '@playwright/test';

/** The bytes of a path and of the style sheet of the open page. */
export async function firstVisitBytes(page: Page, path: string): Promise<number> {
  const style = (await page.locator('link[rel=stylesheet]').getAttribute('href'))!;
  let bytes = 0;
  for (const part of [path, style]) bytes += await bytesSent(new URL(part, page.url()).href);
  return bytes;
}

/** The compressed size of a response. */
function bytesSent(url: string): Promise<number> {
  return new Promise((done, failed) => {
    get(url, { headers: { 'Accept-Encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => done(bytes));
    }).on('error', failed);
  });
}
