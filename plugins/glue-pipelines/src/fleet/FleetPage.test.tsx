import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FleetItem,
  FleetResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { covidHiring, WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import {
  backEnd,
  renderOnEntity,
  Signals,
} from '../__testUtils__/renderOnEntity';
import { setViewport } from '../__testUtils__/viewport';
import { FleetPage } from './FleetPage';

const failing: FleetItem = {
  arn: WORKFLOW_ARN,
  signalKey: covidHiring.signalKey,
  name: 'covid-hiring',
  accountId: '123456789012',
  region: 'eu-west-1',
  entityRef: 'component:default/covid-hiring',
  owner: 'group:default/data-engineering',
  tags: [],
  health: 'failed',
  tiles: ['failing', 'late'],
  runs: [
    {
      id: 'wr_2',
      health: 'failed',
      startedAt: '2026-11-21T06:00:00.000Z',
      durationSeconds: 90,
    },
    {
      id: 'wr_1',
      health: 'succeeded',
      startedAt: '2026-11-20T06:00:00.000Z',
      durationSeconds: 30,
    },
  ],
  medianSeconds: 30,
  successRate: { succeeded: 1, ended: 2 },
  cost: { dpuHours: 3, amount: 1.32 },
};

const fleetOf = (
  items: FleetItem[],
  more: Partial<FleetResponse> = {},
): FleetResponse => ({
  items,
  total: items.length,
  tiles: { failing: 1, running: 0, late: 1, healthy: 0, unknown: 0 },
  withheld: 0,
  filters: {
    owners: ['group:default/data-engineering', 'group:default/analytics'],
    systems: [],
    tags: [],
    accounts: ['123456789012'],
    regions: ['eu-west-1'],
  },
  price: {
    perDpuHour: 0.44,
    currency: 'USD',
    note: 'An estimate, by the price of most regions',
  },
  servedAt: '2026-11-21T10:00:00.000Z',
  ...more,
});

const address = () => screen.getByTestId('address').textContent;

function show(
  fleet: FleetResponse,
  search: string = '',
  language: string = 'en',
) {
  const api = backEnd();
  const signals = new Signals();
  api.getFleet.mockResolvedValue(fleet);
  renderOnEntity(<FleetPage />, { api, signals, search, language });
  return { api, signals };
}

describe('FleetPage', () => {
  beforeEach(() => setViewport(1440));

  it('shows how workflows are, and leads to each', async () => {
    show(fleetOf([failing]));
    const table = within(
      await screen.findByRole('table', { name: 'Workflows' }),
    );
    const link = table.getByRole('link', { name: 'covid-hiring' });
    expect(link).toHaveAttribute(
      'href',
      `/catalog/default/component/covid-hiring/glue?workflow=${encodeURIComponent(WORKFLOW_ARN)}`,
    );
    const row = within(table.getAllByRole('row')[1]);
    expect(row.getByRole('rowheader')).toContainElement(link);
    expect(row.getByText('Failed')).toBeInTheDocument();
    expect(row.getByText('data-engineering')).toBeInTheDocument();
    expect(
      row.getByText('1 min 30 s, 3.0 times the usual 30 s'),
    ).toBeInTheDocument();
    expect(row.getByText('1 of 2')).toBeInTheDocument();
    expect(row.getByText('$1.32')).toBeInTheDocument();
    expect(
      row.getByRole('img', { name: 'Last 2 runs: 1 failed, 1 succeeded' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        '7 days at $0.44 a DPU hour. An estimate, by the price of most regions.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('1 to 1 of 1')).toBeInTheDocument();
  });

  it('narrows down by a tile, and widens again', async () => {
    const { api } = show(fleetOf([failing]));
    const tile = await screen.findByRole('button', { name: '1 Failing' });
    await userEvent.click(tile);
    expect(address()).toBe('?tile=failing');
    await waitFor(() =>
      expect(api.getFleet).toHaveBeenLastCalledWith(
        expect.objectContaining({ tile: 'failing' }),
        expect.anything(),
      ),
    );
    expect(
      await screen.findByRole('button', { name: '1 Failing', pressed: true }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '1 Failing' }));
    expect(address()).toBe('');
  });

  it('searches, filters and orders, and keeps it in the address', async () => {
    const { api } = show(fleetOf([failing]), '?page=2');
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Name or entity' }),
      'covid',
    );
    await waitFor(() => expect(address()).toBe('?text=covid'));
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Owner' }),
      'analytics',
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Order' }),
      'Cost',
    );
    await waitFor(() =>
      expect(api.getFleet).toHaveBeenLastCalledWith(
        expect.objectContaining({
          text: 'covid',
          owner: 'group:default/analytics',
          sort: 'cost',
        }),
        expect.anything(),
      ),
    );
    // What there is only one of is no choice.
    expect(screen.queryByRole('combobox', { name: 'Account' })).toBeNull();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    expect(address()).toBe('?sort=cost');
  });

  it('turns pages', async () => {
    const items = Array.from({ length: 50 }, (_, i) => ({
      ...failing,
      arn: `${WORKFLOW_ARN}-${i}`,
    }));
    const { api } = show(fleetOf(items, { total: 120 }));
    expect(await screen.findByText('1 to 50 of 120')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() =>
      expect(api.getFleet).toHaveBeenLastCalledWith(
        expect.objectContaining({ offset: 50 }),
        expect.anything(),
      ),
    );
    expect(address()).toBe('?page=2');
  });

  it('asks once for many signals', async () => {
    const { api, signals } = show(fleetOf([failing]));
    await screen.findByRole('table');
    expect(api.getFleet).toHaveBeenCalledTimes(1);
    act(() => {
      for (let i = 0; i < 20; i++) {
        signals.send({ action: 'workflow-changed', key: `key-${i}` });
      }
    });
    await waitFor(() => expect(api.getFleet).toHaveBeenCalledTimes(2), {
      timeout: 4_000,
    });
  });

  it.each([
    ['lacks=promise', 'Promise of freshness', { lacks: 'promise' }],
    ['mine=true', undefined, { mine: true }],
  ])('narrows down to %s', async (query, option, asked) => {
    const { api } = show(fleetOf([failing]));
    const without = await screen.findByRole('combobox', { name: 'Without' });
    await (option
      ? userEvent.selectOptions(without, option)
      : userEvent.click(screen.getByRole('checkbox', { name: 'Only mine' })));
    expect(address()).toBe(`?${query}`);
    await waitFor(() =>
      expect(api.getFleet).toHaveBeenLastCalledWith(
        expect.objectContaining(asked),
        expect.anything(),
      ),
    );
  });

  it('keeps workflows of one owner together', async () => {
    const groups = [
      {
        ref: 'group:default/data-engineering',
        total: 7,
        worst: 'failing' as const,
        tiles: { failing: 2, running: 0, late: 1, healthy: 5, unknown: 0 },
      },
      {
        total: 1,
        worst: 'healthy' as const,
        tiles: { failing: 0, running: 0, late: 0, healthy: 1, unknown: 0 },
      },
    ];
    const { api } = show(
      fleetOf(
        [
          failing,
          { ...failing, name: 'orphan', owner: undefined, arn: 'arn:2' },
        ],
        { groups },
      ),
    );
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Group by' }),
      'Owner',
    );
    expect(address()).toBe('?group=owner');
    await waitFor(() =>
      expect(api.getFleet).toHaveBeenLastCalledWith(
        expect.objectContaining({ group: 'owner' }),
        expect.anything(),
      ),
    );
    const heads = await screen.findAllByRole('rowheader');
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      'data-engineering7 workflows: 2 failing, 1 late, 5 healthy',
      expect.stringMatching(/^covid-hiring/),
      'No owner1 workflow: 1 healthy',
      expect.stringMatching(/^orphan/),
    ]);
  });

  it('lists workflows one below the other where rows have no room', async () => {
    setViewport(390);
    show(fleetOf([failing]));
    const list = await screen.findByRole('list', { name: 'Workflows' });
    expect(within(list).getByText('1 of 2')).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it.each([
    ['', 'No workflow yet'],
    ['?tile=late', 'No workflow is like that'],
  ])('says so where there is nothing, with "%s"', async (search, title) => {
    show(fleetOf([]), search);
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('tells a run that had nothing to do from one that loaded', async () => {
    const runs = [
      { id: 'wr_1', health: 'succeeded' as const, skipped: 'nothing-new' },
    ];
    show(fleetOf([{ ...failing, health: 'succeeded', runs }]));
    expect(await screen.findByText('Skipped: nothing new')).toBeInTheDocument();
  });

  it('says that there is more than one may see', async () => {
    show(fleetOf([failing], { withheld: 3 }));
    expect(await screen.findByText(/3 more are not shown/)).toBeInTheDocument();
  });

  it('says why nothing can be shown', async () => {
    const api = backEnd();
    api.getFleet.mockRejectedValue(new Error('not today'));
    renderOnEntity(<FleetPage />, { api });
    expect(await screen.findByText('Error: not today')).toBeInTheDocument();
  });

  it('speaks German to who has chosen that', async () => {
    const freshness = {
      kind: 'freshness' as const,
      promise: 'P1D',
      state: 'late' as const,
    };
    show(fleetOf([{ ...failing, freshness }], { withheld: 1 }), '', 'de');
    const table = await screen.findByRole('table', { name: 'Workflows' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Workflow',
      'Zustand',
      'Letzte zehn Läufe',
      'Letzter Lauf',
      'Dauer',
      'Erfolgreich',
      'Nächster Lauf',
      'Zusage',
      '7 Tage',
      'Account',
    ]);
    const cells = within(within(table).getAllByRole('row')[1]);
    expect(cells.getByText('Fehlgeschlagen')).toBeInTheDocument();
    expect(
      cells.getByText('1 min 30 s, das 3,0-Fache der üblichen 30 s'),
    ).toBeInTheDocument();
    expect(cells.getByText('Veraltet')).toBeInTheDocument();
    expect(screen.getByText(/1 weiterer wird nicht gezeigt/)).toBeVisible();
    expect(screen.getByRole('main')).toHaveAttribute('lang', 'de-DE');
  });
});
