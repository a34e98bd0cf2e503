import type { PipelinePlan } from '@glue-pipelines/backstage-plugin-common';
import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPages } from '../form/__testUtils__/showPages';
import { covidHiringGraph } from '../__fixtures__/covidHiring';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

// The form scrolls up on each page, which the test's browser cannot.
beforeAll(() => Object.assign(window, { scrollTo: () => {} }));
afterEach(() => window.localStorage.clear());

const PLAN: PipelinePlan = {
  name: 'covid-hiring',
  graph: covidHiringGraph,
  engine: 'Spark: compute.engine is spark.',
  steps: ['Keeps the rows of the United States'],
  files: ['README.md', 'pipeline.yaml'],
  roles: [
    {
      name: 'Job load',
      assumedBy: ['glue.amazonaws.com'],
      policies: ['policy/Basic'],
      grants: [
        { actions: ['s3:GetObject'], resources: ['data/*'], conditions: [] },
        {
          actions: ['s3:ListBucket'],
          resources: ['*'],
          conditions: ['s3:prefix is a/'],
        },
      ],
    },
  ],
  cost: {
    items: [
      { what: 'transform', usd: 0.073, reason: '2 workers G.1X for 5 minutes' },
      { what: 'prepare', usd: 0.0004, reason: 'a sixteenth of a DPU' },
    ],
    perRun: 0.0734,
    runsPerMonth: 30.41,
    runsReason: 'one a day',
    perMonth: 2.23,
    assumedMinutes: { prepare: 1, transform: 5, load: 2 },
  },
  warnings: ['One job waits for the other.'],
};

const show = (plan: () => Promise<PipelinePlan>, language?: string) => {
  const asked = jest.fn(plan);
  showPages(['Review'], {
    api: { plan: asked },
    form: { name: 'x' },
    language,
  });
  return asked;
};

describe('the review of a form', () => {
  it('shows what will be made', async () => {
    const asked = show(async () => PLAN);
    expect(
      await screen.findByRole('group', { name: /covid-hiring/ }),
    ).toBeVisible();
    expect(asked).toHaveBeenCalledWith({ name: 'x' }, expect.anything());
    expect(screen.getByText(/compute.engine is spark/)).toBeVisible();
    expect(screen.getByText(/rows of the United States/)).toBeVisible();
    expect(screen.getByText('One job waits for the other.')).toBeVisible();
    const costs = within(
      screen.getByRole('table', { name: 'What a run costs' }),
    )
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(costs).toEqual([
      'PartUS dollarsBecause of',
      'transform$0.072 workers G.1X for 5 minutes',
      'prepareless than $0.01a sixteenth of a DPU',
      'A run$0.07',
      'A month$2.2330.4 runs, one a day',
    ]);
    expect(screen.getByText(/^An estimate by list prices/)).toBeVisible();
    await userEvent.click(
      screen.getByText('Job load (taken on by glue.amazonaws.com)'),
    );
    expect(screen.getByText('s3:GetObject on data/*')).toBeVisible();
    expect(
      screen.getByText(
        's3:ListBucket on everything of its kind, where s3:prefix is a/',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByText('2 files in the repository'));
    expect(screen.getByText('pipeline.yaml')).toBeVisible();
  });

  it('says what is wrong, by its field', async () => {
    show(async () => ({
      problems: [{ field: 'transform[0].source', message: 'is missing' }],
    }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'transform[0].source: is missing',
    );
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says why it cannot be shown', async () => {
    show(async () => {
      throw new Error('cdk-nag finds something');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'cannot be shown. cdk-nag finds something',
    );
  });

  it('says that it takes a moment, in German', async () => {
    show(() => new Promise(() => {}), 'de');
    expect(
      await screen.findByText(/^Das Repository wird erzeugt/),
    ).toBeVisible();
  });
});
