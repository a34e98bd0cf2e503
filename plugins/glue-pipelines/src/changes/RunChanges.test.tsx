import { screen, within } from '@testing-library/react';
import { RunDifference } from '@glue-pipelines/backstage-plugin-common';
import { failedRun, WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { english, german } from '../__testUtils__/texts';
import { setViewport } from '../__testUtils__/viewport';
import { GlueTab } from '../workflow/GlueTab';
import { differenceWords, RunChanges } from './RunChanges';

const difference = (i: number): RunDifference => ({
  kind: 'argument',
  node: 'load',
  field: `--arg-${i}`,
  before: 'a',
  after: 'b',
});

const answer = {
  comparedWith: { runId: 'wr_1', startedAt: '2026-11-20T06:00:00.000Z' },
  summary: 'Seven things are different.',
  differences: [1, 2, 3, 4, 5, 6, 7].map(difference),
  unknown: [
    {
      kind: 'under-way' as const,
      text: 'A run goes on: more may become different',
    },
  ],
  servedAt: '2026-11-21T06:00:00.000Z',
};

describe('RunChanges', () => {
  it('tells the likeliest differences, and keeps the others at hand', async () => {
    const api = backEnd();
    api.getRunChanges.mockResolvedValue(answer);
    renderOnEntity(
      <RunChanges
        workflow={{
          entityRef: 'component:default/covid-hiring',
          workflowArn: WORKFLOW_ARN,
        }}
        runId="wr_2"
      />,
      { api },
    );
    expect(
      await screen.findByText(
        /^7 things are different from the last run that succeeded/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('load: argument --arg-1 was a, is b'),
    ).toBeVisible();
    expect(screen.getByText('2 more')).toBeInTheDocument();
    expect(
      screen.getByText('load: argument --arg-7 was a, is b'),
    ).not.toBeVisible();
    expect(screen.getByText('What could not be compared')).toBeInTheDocument();
    expect(
      screen.getByText('A run goes on: more may become different'),
    ).toBeInTheDocument();
  });

  it('is told of runs that failed, and of no others', async () => {
    setViewport(1440);
    const api = backEnd();
    api.getRunChanges.mockResolvedValue(answer);
    renderOnEntity(<GlueTab />, { api });
    const part = await screen.findByRole('region', {
      name: 'What changed since the last success',
    });
    expect(
      await within(part).findByText(/^7 things are different/),
    ).toBeInTheDocument();
    expect(api.getRunChanges).toHaveBeenCalledWith(
      expect.objectContaining({ runId: failedRun.id }),
      expect.anything(),
    );

    screen.getAllByRole('radio')[23].click();
    await screen.findByRole('button', {
      name: 'Job covid-hiring-transform Succeeded 11 s',
    });
    expect(
      screen.queryByRole('region', {
        name: 'What changed since the last success',
      }),
    ).toBeNull();
  });
});

it.each<[RunDifference, string]>([
  [
    {
      kind: 'code',
      node: 'load',
      field: 'glueVersion',
      before: '4.0',
      after: '5.1',
    },
    'load: code glueVersion was 4.0, is 5.1',
  ],
  [
    { kind: 'property', field: 'year', after: '2025' },
    'run property year is new: 2025',
  ],
  [
    { kind: 'structure', field: 'edges', before: 'a to b' },
    'workflow edges is gone, was a to b',
  ],
  [
    { kind: 'access', node: 'load', field: 'role' },
    'load: access role is different',
  ],
])('tells %j', (change, words) => {
  expect(differenceWords(english, change)).toBe(words);
});

it('tells differences in German', () => {
  expect(differenceWords(german, difference(1))).toBe(
    'load: Argument --arg-1 war a, ist b',
  );
});
