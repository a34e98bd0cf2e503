import { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { expect, test } from './fixtures';
import { openGlueTab } from './pipelinePage';

const PAGES: Record<string, (page: Page) => Promise<void>> = {
  'the Glue tab': page => openGlueTab(page, 'covid-hiring'),
  'the home page': async page => {
    await page.goto('/home');
    const mine = page.getByRole('list', { name: 'My pipelines' });
    await expect(
      mine.getByRole('link', { name: 'covid-hiring' }),
    ).toBeVisible();
    await expect(page.getByText('Failing now')).toBeVisible();
  },
  'the page of all pipelines': async page => {
    await page.goto('/glue-pipelines');
    await expect(
      page.getByRole('link', { name: 'covid-hiring' }),
    ).toBeVisible();
  },
  'what ran of all pipelines': async page => {
    await page.goto('/glue-pipelines?view=timeline&window=7d');
    await expect(page.getByText(/runs? of \d+ workflows?/)).toBeVisible();
  },
  'the wall board': async page => {
    await page.goto('/glue-pipelines?mode=wall');
    await expect(
      page.getByRole('list', { name: 'Workflows by how they are' }),
    ).toBeVisible();
  },
};

for (const [name, open] of Object.entries(PAGES)) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${name} has no accessibility violations, ${theme}, wide and narrow`, async ({
      page,
    }) => {
      await page.addInitScript(
        value => localStorage.setItem('theme', value),
        theme,
      );
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page);
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await page.setViewportSize({ width: 400, height: 800 });
      await expectAccessible(page);
    });
  }
}
