import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fillIn, NewPipeline, openTemplate } from './createForm';
import { dataDir, localGlue } from './environment';
import { expect, test } from './fixtures';
import {
  graphNodes,
  openGlueTab,
  resumeRun,
  runEnds,
  startRun,
} from './pipelinePage';
import { picture } from './pictures';

const airports: NewPipeline = {
  name: 'airports-only',
  description: 'The airports as they are',
  sources: [
    { name: 'airports', uri: 's3://flight-data/airports.csv', format: 'CSV' },
  ],
  table: 'airports',
};

const flights = {
  name: 'flights',
  uri: 's3://flight-data/flights-3m.parquet',
  format: 'Parquet' as const,
};

const CASES: [string, Partial<NewPipeline>, RegExp][] = [
  [
    'a join key that no source has',
    {
      name: 'wrong-key',
      sources: [flights, airports.sources[0]],
      join: { source: 'airports', left: 'origin', right: 'faa_code' },
    },
    /faa_code/,
  ],
  [
    'a source that is not there',
    {
      name: 'no-source',
      sources: [
        { name: 'x', uri: 's3://flight-data/missing.csv', format: 'CSV' },
      ],
    },
    /sources\[0\]\.uri.*missing\.csv/,
  ],
  [
    'a path that climbs out of its bucket',
    {
      name: 'climbing',
      sources: [
        {
          name: 'x',
          uri: 's3://flight-data/../covid19-lake/x.csv',
          format: 'CSV',
        },
      ],
    },
    /sources\[0\]\.uri/,
  ],
  [
    'a filter by a column that no source has',
    { name: 'wrong-filter', filter: 'no_such_column > 1' },
    /transform\[\d\]\.condition.*no_such_column/,
  ],
  [
    'an expression that reads a file of the host',
    {
      name: 'reading-files',
      filter: "(select max(value) from text.`file:///etc/hostname`) <> ''",
    },
    /transform\[\d\]\.condition.*subquery/,
  ],
  [
    'the name of a workflow that exists',
    { name: 'covid-hiring' },
    /name: .*covid-hiring already/,
  ],
];

for (const [what, change, message] of CASES) {
  test(`${what} is an error that names the field, and nothing stays behind`, async ({
    page,
  }) => {
    const pipeline = { ...airports, ...change };
    const before = existsSync(join(dataDir, 'repositories', pipeline.name));
    await openTemplate(page);
    await fillIn(page, pipeline);
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page.getByText(message).first()).toBeVisible({
      timeout: 60_000,
    });
    await expect(
      page.getByRole('button', { name: /start over/i }),
    ).toBeVisible();
    expect(existsSync(join(dataDir, 'repositories', pipeline.name))).toBe(
      before,
    );
  });
}

test('a failed job shows its Python error on the page, and the run resumes from it', async ({
  page,
}) => {
  await openTemplate(page);
  await fillIn(page, {
    ...airports,
    name: 'failing-filter',
    table: 'failing_filter',
    filter: 'cast(name as int) > 1',
  });
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('Open the pipeline').first()).toBeVisible({
    timeout: 120_000,
  });

  await openGlueTab(page, 'failing-filter');
  await startRun(page);
  await runEnds(page, /failed/i);
  await expect(page.getByText(/CAST_INVALID_INPUT/).first()).toBeVisible();
  await expect(
    graphNodes(page)
      .filter({ hasText: /not reached/i })
      .first(),
  ).toBeVisible();
  await graphNodes(page)
    .filter({ hasText: 'failing-filter-transform' })
    .first()
    .click();
  await expect(
    page
      .getByRole('region', { name: /Details of failing-filter-transform/ })
      .getByText(/CAST_INVALID_INPUT/)
      .first(),
  ).toBeVisible();
  await picture(page, 'failed-run');

  // What failed fails again; what succeeded before it is not done a second time.
  await resumeRun(page, 'failing-filter-transform');
  await runEnds(page, /failed/i);
  const [resumed, first] = await localGlue<
    { WorkflowRunId: string; PreviousRunId?: string }[]
  >('runs', 'failing-filter');
  expect(resumed.PreviousRunId).toBe(first.WorkflowRunId);
});
