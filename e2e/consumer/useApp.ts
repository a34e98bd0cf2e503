import { Browser, expect, Page } from '@playwright/test';
import { create, fillIn, NewPipeline, openTemplate } from '../createForm';
import { graphNodes, runEnds, startRun } from '../pipelinePage';
import type { StartedApp } from './startApp';

type During = <T>(title: string, work: () => Promise<T>) => Promise<T>;

const pipeline: NewPipeline = {
  name: 'busy-airports',
  description: 'Airports by state',
  sources: [
    { name: 'airports', uri: 's3://flight-data/airports.csv', format: 'CSV' },
  ],
  groupBy: 'state',
  measures: [{ function: 'count', as: 'airports' }],
  table: 'busy_airports',
};

/** Opens the Glue tab of a component. */
async function openTab(page: Page, name: string) {
  await page.goto(`/catalog/default/component/${name}`);
  const tab = page.getByRole('tab', { name: 'Glue', exact: true });
  const link = page.getByRole('link', { name: 'Glue', exact: true });
  await tab.or(link).first().click();
}

/**
 * Uses an app that has the packages, as a person would who tries them. Where
 * that fails the page is a picture in the app's folder.
 */
export async function useApp(
  browser: Browser,
  { url, failure }: StartedApp,
  during: During,
): Promise<void> {
  const page = await browser.newPage({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
  });
  try {
    await usePage(page, during);
  } catch (error) {
    await page.screenshot({ path: failure });
    throw error;
  }
}

async function usePage(page: Page, during: During) {
  // The development server compiles what is asked for the first time.
  page.setDefaultTimeout(120_000);
  const crashes: string[] = [];
  page.on('pageerror', error => crashes.push(error.message));
  await during('Signed in as a guest', async () => {
    await page.goto('/');
    const enter = page.getByRole('button', { name: 'Enter' });
    const home = page.getByRole('link', { name: 'Create' }).first();
    await enter.or(home).first().waitFor();
    if (await enter.isVisible()) await enter.click();
    await home.waitFor();
  });
  await during('The tab of an entity with only the annotation', async () => {
    await openTab(page, 'orders');
    // Nothing of that name is on the endpoint, which the tab says.
    await page
      .getByText(/does not exist|not found|no workflow/i)
      .first()
      .waitFor();
  });
  await during('The fleet page', async () => {
    await page.goto('/glue-pipelines');
    await page
      .getByRole('heading', { name: /pipelines/i })
      .first()
      .waitFor();
  });
  await during('A pipeline is created by the form', async () => {
    await openTemplate(page);
    await fillIn(page, pipeline);
    await create(page);
    const open = page.getByRole('link', { name: 'Open the pipeline' });
    await open.waitFor();
    await open.click();
  });
  await during('It runs and loads its table', async () => {
    await page.getByRole('heading', { name: pipeline.name }).first().waitFor();
    await openTab(page, pipeline.name);
    await expect(graphNodes(page)).toHaveCount(3, { timeout: 60_000 });
    await startRun(page);
    await runEnds(page, /succeeded/i);
    await page
      .getByText(/Loaded \d+ rows/)
      .first()
      .waitFor();
  });
  expect(crashes).toEqual([]);
}
