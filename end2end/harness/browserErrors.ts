// Browser errors during a test: script errors, Content Security Policy violations, missing assets, and
// requests to other origins.
import type { BrowserContext } from '@playwright/test';

const ASSETS = new Set(['stylesheet', 'script', 'image', 'font', 'fetch', 'xhr']);

export class BrowserErrors {
  private readonly errors: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(context: BrowserContext, origin: string) {
    context.on('weberror', (error) => this.errors.push(`script: ${error.error().stack ?? error.error().message}`));
    context.on('console', (message) => {
      // Chromium also reports the 4xx of a refused form. `response` below reports missing assets.
      const isHttpError = /^Failed to load resource: the server responded with a status of 4/.test(message.text());
      if (message.type() === 'error' && !isHttpError) this.errors.push(`console: ${message.text()}`);
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== origin) this.errors.push(`request to another origin: ${request.url()}`);
    });
    context.on('response', (response) => {
      const isMissing = response.status() === 404 || response.status() === 410;
      if (isMissing && ASSETS.has(response.request().resourceType())) this.errors.push(`missing: ${response.url()}`);
    });
  }

  /** Ignores errors that match: the test provokes them. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  /** The errors that match no pattern of `expect`. */
  get unexpected(): string[] {
    return this.errors.filter((error) => !this.expected.some((pattern) => pattern.test(error)));
  }
}
