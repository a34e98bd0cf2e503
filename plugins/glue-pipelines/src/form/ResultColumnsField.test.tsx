import type { JsonObject } from '@backstage/types';
import type { FormSteps } from '@glue-pipelines/backstage-plugin-common';
import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPages } from './__testUtils__/showPages';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

// The form scrolls up on each page, which the test's browser cannot.
beforeAll(() => Object.assign(window, { scrollTo: () => {} }));
afterEach(() => window.localStorage.clear());

const RESULT = [{ name: 'country', type: 'string' }, { name: 'n' }];

const steps = async (): Promise<FormSteps> => ({
  sources: [],
  columns: [{ isSure: true }, { columns: RESULT, isSure: true }],
  keys: [],
  problems: [],
});

const FORM = { sources: [{ name: 'orders' }, { name: 'countries' }] };

const show = (title: string, form: JsonObject) =>
  showPages([title], { api: { steps }, form: { ...FORM, ...form } });

async function choose(name: RegExp, option: string) {
  const select = await screen.findByRole('button', { name });
  await userEvent.click(select);
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

async function created(onCreate: jest.Mock) {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
  await waitFor(() => expect(onCreate).toHaveBeenCalled());
  return onCreate.mock.calls[0][0];
}

describe('the parts that name columns of the result', () => {
  it('say which there are once, and let keys be chosen', async () => {
    const { onCreate } = show('Target table', {
      warehouse: { table: 'orders', load: { mode: 'merge' } },
    });
    expect(
      await screen.findAllByText('Columns of the result: country (string), n'),
    ).toHaveLength(1);
    await choose(/^keys-0/i, 'country (string)');
    expect((await created(onCreate)).warehouse.load).toEqual({
      mode: 'merge',
      keys: ['country'],
    });
  });

  it('let rules be about them, and sources be chosen', async () => {
    const { onCreate } = show('Quality', {
      quality: [{ kind: 'referential', sourceColumn: 'id' }],
    });
    await screen.findByText(/^Columns of the result/);
    await choose(/^Column\b/, 'n');
    await choose(/^Source\b/, 'countries');
    expect(
      screen.getByRole('textbox', { name: /^Column of the source/ }),
    ).toHaveValue('id');
    expect((await created(onCreate)).quality).toMatchObject([
      {
        kind: 'referential',
        column: 'n',
        source: 'countries',
        sourceColumn: 'id',
      },
    ]);
  });
});
