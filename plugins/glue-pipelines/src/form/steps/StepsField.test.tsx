import type { JsonObject } from '@backstage/types';
import type { FormSteps } from '@glue-pipelines/backstage-plugin-common';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPages } from '../__testUtils__/showPages';
import { PipelineFormApi } from '../PipelineFormApi';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(180_000);

// The form scrolls up on each page, which the test's browser cannot.
beforeAll(() => Object.assign(window, { scrollTo: () => {} }));
afterEach(() => window.localStorage.clear());

const CASES = [
  { name: 'date', type: 'date' },
  { name: 'cases', type: 'bigint' },
];
const HIRING = [
  { name: 'post_date', type: 'date' },
  { name: 'hired', type: 'bigint' },
];

/** What the back end knows, of any steps. */
async function steps(form: JsonObject): Promise<FormSteps> {
  const transform = (form.transform ?? []) as JsonObject[];
  return {
    sources: [
      { name: 'cases', columns: CASES },
      { name: 'hiring', columns: HIRING },
    ],
    columns: [
      { columns: CASES, isSure: true },
      ...transform.map(() => ({
        columns: [...CASES, ...HIRING],
        isSure: true,
      })),
    ],
    keys: transform.map(({ kind }) =>
      kind === 'join'
        ? [
            {
              left: 'date',
              right: 'post_date',
              sample: { compared: 10, matching: 7 },
            },
          ]
        : [],
    ),
    problems: transform.flatMap(({ condition }, index) =>
      condition === 'x = 1'
        ? [
            {
              field: `transform[${index}].condition`,
              message: 'the rows so far have no column "x"',
            },
          ]
        : [],
    ),
  };
}

const SOURCES = [{ name: 'cases' }, { name: 'hiring' }];
const show = (
  transform: JsonObject[],
  api: Partial<PipelineFormApi> = { steps },
  more: { language?: string } = {},
) =>
  showPages(['Transform'], {
    api,
    form: { sources: SOURCES, transform },
    ...more,
  });

const items = () =>
  screen
    .getAllByRole('heading', { level: 4 })
    .map(({ textContent }) => textContent);

async function choose(name: RegExp, option: string) {
  await userEvent.click(screen.getByRole('button', { name }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

async function created(onCreate: jest.Mock) {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
  await waitFor(() => expect(onCreate).toHaveBeenCalled());
  return onCreate.mock.calls[0][0].transform;
}

describe('the steps of a form', () => {
  it('are added, and filled in by choosing what there is', async () => {
    const { onCreate } = show([]);
    expect(
      await screen.findByText(/^Nothing is done to the rows/),
    ).toBeVisible();
    expect(
      await screen.findByText(
        'Columns at the beginning: date (date), cases (bigint)',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Add a step' }));
    await choose(/^Step/, 'Join a source');
    await choose(/^Source to join/, 'hiring');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'date = post_date (7 of 10 values of a sample match)',
      }),
    );
    expect(
      await screen.findByRole('button', {
        name: /^Column of this source.*post_date \(date\)/,
      }),
    ).toBeVisible();
    expect(
      screen.getByText(/^Columns after it: date \(date\), cases/),
    ).toBeVisible();
    expect(await created(onCreate)).toEqual([
      {
        kind: 'join',
        source: 'hiring',
        type: 'inner',
        keys: [{ left: 'date', right: 'post_date' }],
      },
    ]);
  });

  it('are told what is wrong with an expression while it is written', async () => {
    show([{ kind: 'filter' }]);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Condition/ }),
      'x = 1',
    );
    expect(
      await screen.findByText('Condition: the rows so far have no column "x"'),
    ).toBeVisible();
  });

  it('move and go by keyboard, which stays with them', async () => {
    const { onCreate } = show([
      { kind: 'filter', condition: 'a > 1' },
      { kind: 'sample', percent: 10 },
      { kind: 'dropIncomplete', columns: ['cases'] },
    ]);
    await waitFor(() => expect(items()[2]).toBe('3. Drop incomplete rows'));
    screen.getByRole('button', { name: 'Move step 3 up' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(items()).toEqual([
      '1. Filter rows',
      '2. Drop incomplete rows',
      '3. Take a sample',
    ]);
    expect(screen.getByText('The step is number 2 now.')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Move step 2 up' }),
    ).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    // It cannot go further up: the keyboard goes to what can be pressed.
    expect(
      screen.getByRole('button', { name: 'Move step 1 down' }),
    ).toHaveFocus();
    screen.getByRole('button', { name: 'Remove step 3' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(items()).toEqual(['1. Drop incomplete rows', '2. Filter rows']);
    expect(screen.getByRole('button', { name: 'Remove step 2' })).toHaveFocus();
    expect(await created(onCreate)).toEqual([
      { kind: 'dropIncomplete', columns: ['cases'] },
      { kind: 'filter', condition: 'a > 1' },
    ]);
  });

  it('tick the columns that they are about', async () => {
    const { onCreate } = show([{ kind: 'deduplicate', columns: ['date'] }]);
    const box = await screen.findByRole('checkbox', { name: 'date (date)' });
    expect(box).toBeChecked();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'cases (bigint)' }),
    );
    expect(await created(onCreate)).toMatchObject([
      { kind: 'deduplicate', columns: ['date', 'cases'] },
    ]);
  });

  it('forget the fields of another kind', async () => {
    const { onCreate } = show([{ kind: 'filter', condition: 'a > 1' }]);
    await screen.findByRole('textbox', { name: /^Condition/ });
    await choose(/^Step/, 'Drop incomplete rows');
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'date (date)' }),
    );
    expect(await created(onCreate)).toEqual([
      { kind: 'dropIncomplete', columns: ['date'] },
    ]);
  });

  it('are written where the columns cannot be looked up', async () => {
    show([{ kind: 'dropIncomplete', columns: ['date'] }], {
      steps: async () => {
        throw new Error('You may not.');
      },
    });
    expect(
      await screen.findByText(/cannot be looked up. You may not. Write/),
    ).toBeVisible();
    const list = screen.getByRole('list');
    expect(within(list).getByDisplayValue('date')).toBeVisible();
  });

  it('are said in German', async () => {
    show(
      [{ kind: 'filter', condition: 'a > 1' }],
      { steps },
      { language: 'de' },
    );
    expect(
      await screen.findByRole('button', { name: 'Schritt hinzufügen' }),
    ).toBeVisible();
    expect(await screen.findByText(/^Spalten danach:/)).toBeVisible();
  });
});
