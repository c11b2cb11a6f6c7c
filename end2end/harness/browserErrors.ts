// What the browser complains about while a test runs: script errors, refusals by the Content Security
// Policy, missing assets, and any request to somebody else.
import type { BrowserContext } from '@playwright/test';

const ASSETS = new Set(['stylesheet', 'script', 'image', 'font', 'fetch', 'xhr']);

export class BrowserFaults {
  private readonly seen: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(context: BrowserContext, origin: string) {
    context.on('weberror', (fault) => this.seen.push(`script: ${fault.error().stack ?? fault.error().message}`));
    context.on('console', (message) => {
      // A refused form is a 4xx, which Chromium reports as well; `response` below tells the assets apart.
      const isRefusal = /^Failed to load resource: the server responded with a status of 4/.test(message.text());
      if (message.type() === 'error' && !isRefusal) this.seen.push(`console: ${message.text()}`);
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== origin) this.seen.push(`asks somebody else: ${request.url()}`);
    });
    context.on('response', (response) => {
      const isMissing = response.status() === 404 || response.status() === 410;
      if (isMissing && ASSETS.has(response.request().resourceType())) this.seen.push(`missing: ${response.url()}`);
    });
  }

  /** This test provokes it. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  /** Those that no `expect` announced. */
  get unexpected(): string[] {
    return this.seen.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }
}
