import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FleetRunsResponse } from '@glue-pipelines/backstage-plugin-common';
import { WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { setViewport } from '../__testUtils__/viewport';
import { FleetPage } from './FleetPage';

const HOUR_MS = 3_600_000;
const address = () => screen.getByTestId('address').textContent;

async function show(
  some: Partial<FleetRunsResponse> = {},
  search = '?view=timeline',
) {
  const api = backEnd();
  api.getFleetRuns.mockImplementation(async ({ from, to }) => ({
    from,
    to,
    items: [
      {
        arn: WORKFLOW_ARN,
        name: 'covid-hiring',
        accountId: '123456789012',
        region: 'eu-west-1',
        entityRef: 'component:default/covid-hiring',
        owner: 'group:default/data-engineering',
        leftOut: 2,
        runs: [
          {
            id: 'wr_2',
            health: 'failed',
            startedAt: new Date(Date.parse(to) - HOUR_MS).toISOString(),
            durationSeconds: 90,
          },
          {
            id: 'wr_1',
            health: 'succeeded',
            startedAt: new Date(Date.parse(to) - 5 * HOUR_MS).toISOString(),
            durationSeconds: 1800,
          },
        ],
      },
    ],
    total: 1,
    idle: 4,
    counts: { runs: 2, failed: 1, running: 0, succeeded: 1 },
    filters: {
      owners: ['group:default/a', 'group:default/b'],
      systems: [],
      tags: [],
      accounts: [],
      regions: [],
    },
    withheld: 0,
    servedAt: to,
    ...some,
  }));
  renderOnEntity(<FleetPage />, { api, search });
  return api;
}

const hoursAsked = (api: ReturnType<typeof backEnd>) => {
  const [{ from, to }] = api.getFleetRuns.mock.lastCall!;
  return (Date.parse(to) - Date.parse(from)) / HOUR_MS;
};

describe('FleetTimeline', () => {
  beforeEach(() => setViewport(1440));

  it('shows the runs of each workflow as links in words', async () => {
    const api = await show();
    const row = within(
      await screen.findByRole('list', { name: 'Workflows that ran' }),
    );
    expect(hoursAsked(api)).toBe(12);
    expect(row.getByRole('link', { name: 'covid-hiring' })).toBeInTheDocument();
    expect(
      row.getByText(
        'data-engineering · 2 runs: 1 failed, 1 succeeded · 2 older ones are not shown',
      ),
    ).toBeInTheDocument();
    const runs = within(
      row.getByRole('group', { name: 'Runs of covid-hiring' }),
    );
    const [first, second] = runs.getAllByRole('link');
    expect(first).toHaveAccessibleName(/^Run of .*, succeeded, 30 min$/);
    expect(second).toHaveAccessibleName(/^Run of .*, failed, 1 min 30 s$/);
    expect(second).toHaveAttribute(
      'href',
      `/catalog/default/component/covid-hiring/glue?workflow=${encodeURIComponent(WORKFLOW_ARN)}&run=wr_2`,
    );
    expect(
      screen.getByText(
        /2 runs of 1 workflow, 1 failed, 4 workflows did not run$/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('now')).toBeInTheDocument();
    // Order and grouping are of the list.
    expect(screen.queryByRole('combobox', { name: 'Order' })).toBeNull();
  });

  it('is one stop of the Tab key for each workflow, with arrows inside', async () => {
    await show();
    const runs = within(
      await screen.findByRole('group', { name: 'Runs of covid-hiring' }),
    );
    const [older, newer] = runs.getAllByRole('link');
    expect([older.tabIndex, newer.tabIndex]).toEqual([-1, 0]);
    newer.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(older).toHaveFocus();
    expect([older.tabIndex, newer.tabIndex]).toEqual([0, -1]);
    await userEvent.keyboard('{End}');
    expect(newer).toHaveFocus();
  });

  it('goes to other windows, and keeps them in the address', async () => {
    const api = await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Last 7 days' }),
    );
    expect(address()).toBe('?view=timeline&window=7d');
    await waitFor(() => expect(hoursAsked(api)).toBe(7 * 24));
    expect(screen.getByRole('button', { name: 'Later' })).toBeDisabled();
    const before = Date.parse(api.getFleetRuns.mock.lastCall![0].from);
    await userEvent.click(screen.getByRole('button', { name: 'Earlier' }));
    expect(address()).toMatch(/window=7d&until=20/);
    await waitFor(() => {
      const { to } = api.getFleetRuns.mock.lastCall![0];
      expect(Math.abs(Date.parse(to) - before)).toBeLessThan(60_000);
    });
    expect(screen.queryByText('now')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    expect(address()).toBe('?view=timeline&window=7d');
  });

  it('is reached from the list, and left again', async () => {
    await show({}, '');
    await userEvent.click(
      await screen.findByRole('button', { name: 'What ran' }),
    );
    expect(address()).toBe('?view=timeline');
    await screen.findByRole('list', { name: 'Workflows that ran' });
    await userEvent.click(screen.getByRole('button', { name: 'How they are' }));
    expect(address()).toBe('');
  });

  it('says so where nothing ran, and what is withheld', async () => {
    await show({ items: [], total: 0, withheld: 3 });
    expect(
      await screen.findByText('Nothing ran in this window'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/may not see their runs: 3 workflows/),
    ).toBeInTheDocument();
  });

  it('says why nothing can be shown', async () => {
    const api = backEnd();
    api.getFleetRuns.mockRejectedValue(new Error('not today'));
    renderOnEntity(<FleetPage />, { api, search: '?view=timeline' });
    expect(await screen.findByText('Error: not today')).toBeInTheDocument();
  });
});
