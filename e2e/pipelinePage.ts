import { expect, Page } from '@playwright/test';

/** Opens the Glue tab of a component. */
export async function openGlueTab(page: Page, name: string) {
  await page.goto(`/catalog/default/component/${name}/glue`);
  await expect(startButton(page)).toBeEnabled();
}

const startButton = (page: Page) =>
  page.getByRole('button', { name: 'Start run' }).first();

const runBars = (page: Page) =>
  page
    .getByRole('radiogroup', { name: 'Last runs, oldest first' })
    .getByRole('radio');

/** Starts a run from the page and waits until its bar is there. */
export async function startRun(page: Page) {
  const before = await runBars(page).count();
  await startButton(page).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(runBars(page)).toHaveCount(before + 1);
}

/** Resumes the run that the page shows from what failed, and waits until the new run's bar is there. */
export async function resumeRun(page: Page, failed: string) {
  const before = await runBars(page).count();
  await page.getByRole('button', { name: 'Resume from what failed' }).click();
  const dialog = page.getByRole('dialog', { name: /^Resume the run of/ });
  await expect(
    dialog.getByRole('checkbox', { name: new RegExp(`^${failed}`) }),
  ).toBeChecked();
  await dialog.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(runBars(page)).toHaveCount(before + 1);
}

/** The nodes of the graph that the page shows. */
export const graphNodes = (page: Page) =>
  page.getByRole('group', { name: /^Graph of/ }).getByRole('button');

/** Waits until the page says how the newest run ended. */
export async function runEnds(page: Page, outcome: RegExp) {
  await expect(runBars(page).last()).toHaveAccessibleName(outcome, {
    timeout: 120_000,
  });
}
