import {
  create,
  fillIn,
  fillInUpTo,
  NewPipeline,
  openTemplate,
} from './createForm';
import { localGlue } from './environment';
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

type Case = [
  what: string,
  change: Partial<NewPipeline>,
  formPage: Parameters<typeof fillInUpTo>[2],
  field: RegExp,
  message: RegExp,
];

const CASES: Case[] = [
  [
    'the name of a pipeline that exists',
    { name: 'covid-hiring' },
    'Pipeline',
    /^Name/,
    /covid-hiring already/,
  ],
  [
    'a source that is not there',
    {
      sources: [
        { name: 'x', uri: 's3://flight-data/missing.csv', format: 'CSV' },
      ],
    },
    'Sources',
    /^S3 URI/,
    /no object s3:\/\/flight-data\/missing\.csv/,
  ],
  [
    'a path that climbs out of its bucket',
    {
      sources: [
        {
          name: 'x',
          uri: 's3://flight-data/../covid19-lake/x.csv',
          format: 'CSV',
        },
      ],
    },
    'Sources',
    /^S3 URI/,
    /would leave the folder/,
  ],
  [
    'a filter by a column that no source has',
    { filter: 'no_such_column > 1' },
    'Transform',
    /^Condition/,
    /no column "no_such_column"/,
  ],
  [
    'an expression that reads a file of the host',
    {
      filter: "(select max(value) from text.`file:///etc/hostname`) <> ''",
    },
    'Transform',
    /^Condition/,
    /subquery/,
  ],
];

for (const [what, change, formPage, field, message] of CASES) {
  test(`${what} is told at its field on its page`, async ({ page }) => {
    await openTemplate(page);
    await fillInUpTo(
      page,
      { ...airports, name: 'wrong-input', ...change },
      formPage,
    );
    await expect(page.getByLabel(field).first()).toHaveAccessibleDescription(
      message,
    );
    await expect(page.getByLabel(field).first()).toBeFocused();
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
  await create(page);
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
