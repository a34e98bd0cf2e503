import { expect, Page } from '@playwright/test';

/** Opens the Glue tab of a component. */
export async function openGlueTab(page: Page, name: string) {
  await page.goto(`/catalog/default/component/${name}/glue`);
  await expect(startButton(page)).toBeEnabled({ timeout: 60_000 });
}

const startButton = (page: Page) =>
  page.getByRole('button', { name: 'Start run' }).first();

/** Starts a run from the page. */
export async function startRun(page: Page) {
  await startButton(page).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /start/i }).click();
  await expect(dialog).toBeHidden();
}

/** The nodes of the graph that the page shows. */
export const graphNodes = (page: Page) =>
  page.getByRole('group', { name: /^Graph of/ }).getByRole('button');

/** Waits until the page shows `count` runs and says how the newest ended. */
export async function runEnds(page: Page, outcome: RegExp, count = 1) {
  const runs = page
    .getByRole('radiogroup', { name: 'Last runs, oldest first' })
    .getByRole('radio');
  await expect(runs).toHaveCount(count);
  await expect(runs.last()).toHaveAccessibleName(outcome, { timeout: 120_000 });
}
