// The browser of tests and benchmarks.
import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

// The first that exists. Chromium without its window system costs half as much as Chromium without a window.
// If none exists, Playwright uses its own browser.
const browsers = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];

export const launchOptions: LaunchOptions = {
  executablePath: browsers.find((path) => path && existsSync(path)),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
