import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPages } from './__testUtils__/showPages';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

// The form scrolls up on each page, which the test's browser cannot.
beforeAll(() => Object.assign(window, { scrollTo: () => {} }));
afterEach(() => window.localStorage.clear());

const SOURCES = { sources: [{ name: 'orders' }, { name: 'customers' }] };
const way = (name: string) => screen.findByRole('radio', { name });

async function created(onCreate: jest.Mock) {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
  await waitFor(() => expect(onCreate).toHaveBeenCalled());
  return onCreate.mock.calls[0][0].start;
}

describe('what starts a pipeline', () => {
  it('is people, unless something is chosen', async () => {
    const { onCreate } = showPages(['Start and compute'], { form: SOURCES });
    expect(await way('People, on demand')).toBeChecked();
    expect(await created(onCreate)).toBeUndefined();
  });

  it('is a schedule in words, with its next runs here and in UTC', async () => {
    const { onCreate } = showPages(['Start and compute'], { form: SOURCES });
    await userEvent.click(await way('A schedule'));
    expect(screen.getByRole('status')).toHaveTextContent('At 06:00 (UTC)');
    const table = screen.getByRole('table', { name: 'Next runs' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(5);
    expect(within(rows[0]).getAllByRole('cell')[1]).toHaveTextContent(
      /, 06:00:00 UTC$/,
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'At 06:00, Monday through Friday (UTC)',
      }),
    );
    expect(screen.getByRole('textbox', { name: /^At a time/ })).toHaveValue(
      'cron(0 6 ? * MON-FRI *)',
    );
    expect(await created(onCreate)).toEqual({
      cron: 'cron(0 6 ? * MON-FRI *)',
    });
  });

  it('is people where nothing is said but what the form fills in by itself', async () => {
    showPages(['Start and compute'], {
      form: { ...SOURCES, start: { onNewFiles: { sources: [] } } },
    });
    expect(await way('People, on demand')).toBeChecked();
  });

  it('says what is wrong with a schedule while it is written', async () => {
    showPages(['Start and compute'], {
      form: { ...SOURCES, start: { cron: 'cron(0 6 * * * *)' } },
    });
    expect(await way('A schedule')).toBeChecked();
    expect(screen.getByRole('status')).toHaveTextContent(/\?/);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('is new files of sources, which are chosen', async () => {
    const { onCreate } = showPages(['Start and compute'], { form: SOURCES });
    await userEvent.click(await way('New files'));
    expect(screen.getByRole('checkbox', { name: 'orders' })).toBeChecked();
    await userEvent.click(screen.getByRole('checkbox', { name: 'customers' }));
    expect(
      screen.getByText('A run starts with each new file.'),
    ).toBeInTheDocument();
    expect(await created(onCreate)).toEqual({
      onNewFiles: { sources: ['orders', 'customers'] },
    });
  });

  it('is one of the pipelines of the catalog, and nothing else beside it', async () => {
    const { onCreate } = showPages(['Start and compute'], {
      form: { ...SOURCES, start: { cron: 'cron(0 6 * * ? *)' } },
    });
    await userEvent.click(await way('Another pipeline'));
    expect(screen.getByText(/Nothing is filled in here/)).toBeInTheDocument();
    const field = screen.getByRole('combobox', {
      name: /^After another pipeline/,
    });
    await waitFor(() =>
      expect(
        document.querySelector('datalist option[value="daily-orders"]'),
      ).not.toBeNull(),
    );
    await userEvent.type(field, 'daily-orders');
    expect(
      screen.getByText(/when one of daily-orders has loaded its table/),
    ).toBeInTheDocument();
    expect(await created(onCreate)).toEqual({ after: 'daily-orders' });
  });

  it('is chosen by keyboard, and kept while another way is looked at', async () => {
    showPages(['Start and compute'], {
      form: { ...SOURCES, start: { cron: 'cron(0 7 * * ? *)' } },
    });
    (await way('A schedule')).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(await way('People, on demand')).toBeChecked();
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('textbox', { name: /^At a time/ })).toHaveValue(
      'cron(0 7 * * ? *)',
    );
  });

  it('is said in German', async () => {
    showPages(['Start and compute'], {
      form: { ...SOURCES, start: { cron: 'cron(0 6 * * ? *)' } },
      language: 'de',
    });
    expect(await way('Ein Zeitplan')).toBeChecked();
    expect(
      screen.getByRole('table', { name: 'Nächste Läufe' }),
    ).toBeInTheDocument();
  });
});
