import { test as base } from '@playwright/test';
import type { Browser } from './chromium';

/** Playwright's `test` on the Chromium that the set-up found. */
export const test = base.extend({
  launchOptions: [
    async ({}, use) => {
      const found = process.env.E2E_CHROMIUM;
      if (!found) throw new Error('The global set-up did not name a browser');
      const { executablePath, args } = JSON.parse(found) as Browser;
      await use({ executablePath, args });
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
