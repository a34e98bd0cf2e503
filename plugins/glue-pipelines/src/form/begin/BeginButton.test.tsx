import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPages } from '../__testUtils__/showPages';
import { draftKey, readDraft } from '../drafts';
import { MOST_BYTES } from './beginnings';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(180_000);

// The form scrolls up on each page, which the test's browser cannot.
beforeAll(() => Object.assign(window, { scrollTo: () => {} }));
afterEach(() => window.localStorage.clear());

const KEY = draftKey('user:default/ada', 'default/pipeline');
const FORM = { description: 'Delays', sources: [{ name: 'flights' }] };

async function open(begin: () => Promise<unknown>, language?: string) {
  const asked = jest.fn(begin);
  showPages(['Pipeline'], {
    api: {
      begin: asked as never,
      examples: async () => [
        { name: 'flight-delays', description: 'Delayed flights' },
      ],
    },
    language,
  });
  await userEvent.click(
    await screen.findByRole('button', { name: /^(Start from|Beginnen mit)/ }),
  );
  return asked;
}

const fillIn = () => screen.getByRole('button', { name: 'Fill in' });
const whole = async () => ({ form: FORM, leftOut: [] });
const choose = async (field: RegExp, option: RegExp) => {
  await userEvent.click(screen.getByRole('button', { name: field }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};
const filledIn = () =>
  Object.fromEntries(
    Object.entries(readDraft(KEY)).map(([part, { value }]) => [part, value]),
  );

describe('what a form begins with', () => {
  it('is an example, which fills in the draft', async () => {
    const asked = await open(whole);
    expect(fillIn()).toBeDisabled();
    await choose(/^An example/, /^flight-delays: Delayed flights/);
    await userEvent.click(fillIn());
    expect(asked).toHaveBeenCalledWith({ example: 'flight-delays' });
    await waitFor(() => expect(filledIn()).toEqual(FORM));
  });

  it('is a pipeline of the catalog', async () => {
    const asked = await open(whole);
    await userEvent.click(
      screen.getByRole('radio', { name: 'A pipeline of the catalog' }),
    );
    await choose(/^A pipeline of the catalog/, /^daily-orders/);
    await userEvent.click(fillIn());
    expect(asked).toHaveBeenCalledWith({
      entityRef: 'component:default/daily-orders',
    });
  });

  it('is a file, of which it is said what no page has', async () => {
    const asked = await open(async () => ({ form: FORM, leftOut: ['alerts'] }));
    await userEvent.click(
      screen.getByRole('radio', { name: 'A pipeline.yaml' }),
    );
    expect(screen.getByText('No file is chosen.')).toBeVisible();
    const file = Object.assign(new File(['name: x'], 'pipeline.yaml'), {
      text: async () => 'name: x',
    });
    await userEvent.upload(screen.getByLabelText('Choose a file'), file);
    await userEvent.click(fillIn());
    expect(asked).toHaveBeenCalledWith({ yaml: 'name: x' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /no page for these fields.*: alerts\./,
    );
    expect(filledIn()).toEqual({});
    await userEvent.click(
      screen.getByRole('button', { name: 'Fill in without them' }),
    );
    expect(filledIn()).toEqual(FORM);
  });

  it('is no file that is too large', async () => {
    await open(whole);
    await userEvent.click(
      screen.getByRole('radio', { name: 'A pipeline.yaml' }),
    );
    await userEvent.upload(
      screen.getByLabelText('Choose a file'),
      new File(['x'.repeat(MOST_BYTES + 1)], 'pipeline.yaml'),
    );
    expect(screen.getByText(/at most 900/)).toBeVisible();
    expect(fillIn()).toBeDisabled();
  });

  it('is a table of the Data Catalog', async () => {
    await open(whole);
    await userEvent.click(
      screen.getByRole('radio', { name: 'A table of the Glue Data Catalog' }),
    );
    await userEvent.type(screen.getByLabelText('Database'), ' shop');
    await userEvent.type(screen.getByLabelText('Table'), 'orders');
    await userEvent.click(fillIn());
    await waitFor(() =>
      expect(filledIn()).toEqual({
        sources: [
          {
            name: 'orders',
            format: 'table',
            table: { database: 'shop', name: 'orders' },
          },
        ],
      }),
    );
  });

  it('is refused in the words of the back end, and nothing is lost', async () => {
    await open(async () => {
      throw new Error('The file is no pipeline');
    });
    await choose(/^An example/, /^flight-delays/);
    await userEvent.click(fillIn());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The form is not filled in. The file is no pipeline',
    );
    expect(filledIn()).toEqual({});
  });

  it('is asked in German', async () => {
    await open(whole, 'de');
    expect(
      screen.getByRole('dialog', { name: 'Womit beginnen?' }),
    ).toBeVisible();
  });
});
