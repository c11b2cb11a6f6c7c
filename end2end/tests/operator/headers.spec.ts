// Response headers.
import { firstVisitBytes } from '../../harness/firstVisit.ts';
import { expect, test } from '../../harness/test.ts';

test.use({ data: 'demo' });

test('a public page brings no script, allows none, and is known again', { tag: '@both' }, async ({ page, request }) => {
  await page.goto('/');
  const path = (await page.locator('main a[href^="/events/"]').first().getAttribute('href'))!;
  const answer = await request.get(path);
  const html = await answer.text();
  expect(html).not.toContain('<script');
  expect(html).not.toContain('wasm');
  const headers = answer.headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  expect(headers['x-content-type-options']).toBe('nosniff');
  const again = await request.get(path, { headers: { 'If-None-Match': headers.etag! } });
  expect(again.status()).toBe(304);
});

test('a form sent from another site is refused', async ({ request }) => {
  const answer = await request.post('/do/request-sign-in?at=/sign-in', {
    form: { address: 'anna.jaeger@rinleipzig.example' },
    headers: { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});

test('assets have their content in their name and are kept for ever', async ({ page, request }) => {
  await page.goto('/');
  const style = await page.locator('link[rel=stylesheet]').getAttribute('href');
  expect(style).toMatch(/^\/assets\/[0-9a-f]{8,}\//);
  expect((await request.get(style!)).headers()['cache-control']).toContain('immutable');
});

test('the first visit of a public page is small', async ({ page }) => {
  await page.goto('/');
  const path = (await page.locator('main a[href^="/events/"]').first().getAttribute('href'))!;
  expect(await firstVisitBytes(page, path)).toBeLessThan(40_000);
});
