import { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { expect, test } from './fixtures';
import { graphNodes, openGlueTab, runEnds } from './pipelinePage';

/** More stops than any page has. */
const MOST_TABS = 120;

/** Moves the focus to an element as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let i = 0; i < MOST_TABS; i++) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there');
}

async function pressButton(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('by keyboard alone a run is started with a property, and stopped', async ({
  page,
}) => {
  await openGlueTab(page, 'flight-delays');
  await pressButton(page, page.getByRole('button', { name: 'Start run' }));
  const start = page.getByRole('dialog', { name: 'Start flight-delays' });
  await pressButton(page, start.getByRole('button', { name: 'Add property' }));
  await tabTo(page, start.getByLabel('Name of new property'));
  await page.keyboard.type('reason');
  await tabTo(page, start.getByLabel('Value of reason'));
  await page.keyboard.type('rehearsal');
  await pressButton(
    page,
    start.getByRole('button', { name: 'Start', exact: true }),
  );
  await expect(start).toBeHidden();

  await pressButton(
    page,
    page.getByRole('button', { name: 'Stop run' }).first(),
  );
  const stop = page.getByRole('dialog', {
    name: 'Stop the run of flight-delays?',
  });
  await pressButton(page, stop.getByRole('button', { name: 'Stop run' }));
  await expect(stop).toBeHidden();
  await runEnds(page, /stopped/i);
  await page.getByText(/^Run properties/).click();
  await expect(page.getByText('rehearsal')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  await expectAccessible(page);
});

test('a link leads to the same node, its log, and a line of it', async ({
  page,
  context,
}) => {
  await openGlueTab(page, 'covid-hiring');
  await graphNodes(page).filter({ hasText: 'load' }).click();
  const details = page.getByRole('region', {
    name: 'Details of covid-hiring-load',
  });
  await expect(details).toBeVisible();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(
    other.getByRole('region', { name: 'Details of covid-hiring-load' }),
  ).toBeVisible();
  await other.close();

  await details.getByRole('button', { name: 'Show log' }).click();
  const log = page.getByRole('dialog');
  const line = log.getByText(/loaded \d+ row/).first();
  await expect(line).toBeVisible();
  await line.click();
  await expect(
    log.getByRole('button', { name: 'Copy link to this line' }),
  ).toBeVisible();
  await page.reload();
  await expect(
    page
      .getByRole('dialog')
      .getByText(/loaded \d+ row/)
      .first(),
  ).toBeVisible();
  await page.goBack();
});

test('the loaded rows are shown', async ({ page }) => {
  await openGlueTab(page, 'covid-hiring');
  await page.getByRole('button', { name: /^Table in the warehouse/ }).click();
  await page.getByRole('button', { name: 'Show first rows' }).click();
  await expect(
    page.getByRole('table', { name: 'First rows' }).getByRole('row').nth(1),
  ).toBeVisible({ timeout: 30_000 });
});

test('a lost connection is told, and the page goes on when it is back', async ({
  page,
}) => {
  await openGlueTab(page, 'covid-hiring');
  const lost = page.getByText('The portal cannot be reached.');
  // Whoever comes back to the tab sees what is new at once.
  const comeBack = () =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.route('**/api/glue-pipelines/**', route => route.abort());
  await comeBack();
  await expect(lost).toBeVisible({ timeout: 60_000 });
  await expect(graphNodes(page).first()).toBeVisible();
  await page.unroute('**/api/glue-pipelines/**');
  await comeBack();
  await expect(lost).toBeHidden({ timeout: 60_000 });
});

test('who may not start runs is told which permission is missing', async ({
  page,
}) => {
  await page.route('**/api/permission/authorize', async route => {
    const { items } = route.request().postDataJSON() as {
      items: { id: string }[];
    };
    await route.fulfill({
      json: { items: items.map(({ id }) => ({ id, result: 'DENY' })) },
    });
  });
  await page.goto('/catalog/default/component/covid-hiring/glue');
  await expect(
    page.getByText(/You may not start runs.*glue-pipelines\.run\.start/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start run' })).toBeDisabled();
});
