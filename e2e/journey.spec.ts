import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expectAccessible } from './accessible';
import { create, fillIn, NewPipeline, openTemplate } from './createForm';
import { dataDir } from './environment';
import { expect, test } from './fixtures';
import { graphNodes, openGlueTab, runEnds, startRun } from './pipelinePage';
import { picture } from './pictures';
import { querySources, queryWarehouse } from './warehouse';

const pipeline: NewPipeline = {
  name: 'long-delays',
  description:
    'Flights that left an hour late or more, per state; it\'s $5 & "quoted"',
  sources: [
    {
      name: 'flights',
      uri: 's3://flight-data/flights-3m.parquet',
      format: 'Parquet',
    },
    { name: 'airports', uri: 's3://flight-data/names.csv', format: 'CSV' },
  ],
  join: { source: 'airports', left: 'origin', right: 'iata-code' },
  filter: "delay >= 60 and country = 'USA'",
  groupBy: 'state name',
  measures: [
    { function: 'count', as: 'flights' },
    { function: 'greatest', column: 'delay', as: 'longest_delay' },
    { function: 'greatest', column: 'höhe (°)', as: 'northernmost' },
  ],
  table: 'long_delays',
};

/** The airports with headers as spreadsheets have them. */
const PLACE_AIRPORTS = `
  copy (select iata as "IATA-Code", state as "State Name", country as "Country", latitude as "Höhe (°)"
        from read_csv('{flight-data/airports.csv}'))
  to '{flight-data/names.csv}' (header)`;

const LOADED =
  'select count(distinct state_name) as rows, sum(flights) as flights, max(longest_delay) as longest, max(northernmost) as north from long_delays';
const EXPECTED = `
  select count(*)::bigint as rows, sum(n)::bigint as flights, max(longest)::bigint as longest, max(north) as north from (
    select count(*) as n, max(f.delay) as longest, max(a.latitude) as north
    from '{flight-data/flights-3m.parquet}' f
    join read_csv('{flight-data/airports.csv}') a on f.origin = a.iata
    where f.delay >= 60 and a.country = 'USA' group by a.state)`;

const asNumbers = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Number(value)]),
  );

test('a person creates a pipeline, sees it, starts it and queries its table', async ({
  page,
}) => {
  await querySources(PLACE_AIRPORTS);
  await openTemplate(page);
  await fillIn(page, pipeline);
  await picture(page, 'create-form');
  await create(page);

  const open = page.getByRole('link', { name: 'Open the pipeline' });
  await expect(open).toBeVisible({ timeout: 120_000 });

  // The repository is complete and has one commit.
  const repository = join(dataDir, 'repositories', pipeline.name);
  for (const file of [
    'pipeline.yaml',
    'catalog-info.yaml',
    'README.md',
    'bin/app.ts',
    'jobs/transform.py',
    'jobs/tests',
    '.github/workflows',
  ]) {
    expect(existsSync(join(repository, file)), file).toBe(true);
  }
  expect(readFileSync(join(repository, 'pipeline.yaml'), 'utf8')).toContain(
    'long_delays',
  );
  const commits = execFileSync('git', ['log', '--oneline'], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(commits.trim().split('\n')).toHaveLength(1);
  expect(
    execFileSync('git', ['status', '--porcelain'], {
      cwd: repository,
      encoding: 'utf8',
    }),
  ).toBe('');

  // Its page: the start and two jobs.
  await open.click();
  await expect(
    page.getByRole('heading', { name: pipeline.name }).first(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Glue', exact: true }).click();
  const nodes = graphNodes(page);
  await expect(nodes).toHaveCount(3, { timeout: 60_000 });

  await startRun(page);
  await expect(nodes.filter({ hasText: /running/i }).first()).toBeVisible();
  await runEnds(page, /succeeded/i);

  const [expected] = await querySources(EXPECTED);
  const [loaded] = await queryWarehouse(pipeline.name, LOADED);
  expect(asNumbers(loaded)).toEqual(asNumbers(expected));
  expect(Number(loaded.rows)).toBeGreaterThan(10);
  await expect(page.getByText(`Loaded ${loaded.rows} rows`)).toBeVisible();

  // Running it again replaces the rows.
  await startRun(page);
  await runEnds(page, /succeeded/i);
  expect(await queryWarehouse(pipeline.name, LOADED)).toEqual([loaded]);
});

test('covid-hiring runs within 30 s of being started', async ({ page }) => {
  await openGlueTab(page, 'covid-hiring');
  await expect(graphNodes(page)).toHaveCount(6);
  await page.getByRole('checkbox', { name: 'Triggers' }).check();
  await expect(graphNodes(page)).toHaveCount(10);
  await page.getByRole('checkbox', { name: 'Triggers' }).uncheck();
  const from = Date.now();
  await startRun(page);
  await expect(
    graphNodes(page)
      .filter({ hasText: /running/i })
      .first(),
  ).toBeVisible();
  await picture(page, 'running');
  await runEnds(page, /succeeded/i);
  console.log(
    `covid-hiring: ${((Date.now() - from) / 1000).toFixed(1)} s from the click to the page saying so`,
  );
  await picture(page, 'glue-tab');

  const [expected] = await querySources(`
    select count(*)::bigint as rows, sum(c.new_cases)::bigint as cases
    from read_csv('{covid19-lake/rearc-covid-19-world-cases-deaths-testing/csv/covid-19-world-cases-deaths-testing.csv}') c
    join read_csv('{greenwichhr-covidjobimpacts/overall.csv.part_00000}') h on c.date = h.post_date
    where c.iso_code = 'USA' and c.new_cases is not null`);
  const [loaded] = await queryWarehouse(
    'covid-hiring',
    'select count(*) as rows, sum(new_cases) as cases from covid_hiring_table',
  );
  expect(asNumbers(loaded)).toEqual(asNumbers(expected));
});

test('a run is shown in every way, light and dark, wide and narrow', async ({
  page,
}) => {
  await openGlueTab(page, 'covid-hiring');
  const view = (name: string) =>
    page.getByRole('group', { name: 'View' }).getByRole('button', { name });
  const shown: Record<string, () => Promise<void>> = {
    Grid: async () => {
      const cell = page.getByRole('gridcell', { selected: false }).last();
      await expect(cell.getByRole('button')).toHaveAccessibleName(/succeeded/);
    },
    Timeline: () =>
      expect(
        page
          .getByRole('list', { name: 'Timeline of covid-hiring' })
          .getByRole('button'),
      ).toHaveCount(5),
    Table: () =>
      expect(
        page.getByRole('table', { name: 'Nodes of covid-hiring' }),
      ).toBeVisible(),
    Compare: () =>
      expect(
        page
          .getByText('There is no earlier run to compare with.')
          .or(page.getByRole('table', { name: 'Two runs side by side' })),
      ).toBeVisible(),
  };
  for (const [theme, width] of [
    ['light', 1440],
    ['dark', 390],
  ] as const) {
    await page.evaluate(value => localStorage.setItem('theme', value), theme);
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    for (const [name, expectShown] of Object.entries(shown)) {
      await view(name).click();
      await expectShown();
      await expectAccessible(page);
    }
  }
  await page.getByRole('button', { name: /^Day by day/ }).click();
  await expect(
    page.getByRole('grid', { name: 'Days with runs, by week' }),
  ).toBeVisible();
  await expectAccessible(page);
});
