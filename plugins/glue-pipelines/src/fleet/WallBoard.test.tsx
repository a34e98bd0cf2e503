import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FleetItem,
  FleetResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import {
  backEnd,
  renderOnEntity,
  Signals,
} from '../__testUtils__/renderOnEntity';
import { FleetPage } from './FleetPage';

const item = (name: string, some: Partial<FleetItem>): FleetItem => ({
  arn: `${WORKFLOW_ARN}-${name}`,
  signalKey: '',
  name,
  accountId: '123456789012',
  region: 'eu-west-1',
  entityRef: `component:default/${name}`,
  owner: 'group:default/sales',
  tags: [],
  health: 'failed',
  tiles: ['failing'],
  ...some,
});

async function show(some: Partial<FleetResponse>, search = '?mode=wall') {
  const api = backEnd();
  const empty = await api.getFleet({});
  api.getFleet.mockClear();
  api.getFleet.mockResolvedValue({ ...empty, ...some });
  const signals = new Signals();
  renderOnEntity(<FleetPage />, { api, search, signals });
  return { api, signals };
}

describe('WallBoard', () => {
  const bad: Partial<FleetResponse> = {
    items: [
      item('orders', {
        runs: [
          {
            id: 'wr_1',
            health: 'failed',
            startedAt: '2026-11-21T06:00:00.000Z',
          },
        ],
      }),
      item('clicks', {
        health: 'succeeded',
        tiles: ['late'],
        freshness: { kind: 'freshness', promise: 'P1D', state: 'late' },
      }),
      item('dates', { health: 'succeeded', tiles: ['healthy'] }),
    ],
    total: 30,
    tiles: { failing: 1, running: 0, late: 1, healthy: 28, unknown: 0 },
  };

  it('shows nothing but the tiles and the worst workflows', async () => {
    const { api } = await show(
      bad,
      '?mode=wall&owner=group:default/sales&tile=late&page=4&sort=cost',
    );
    expect(
      await screen.findByRole('heading', { name: 'Glue pipelines · sales' }),
    ).toBeInTheDocument();
    expect(api.getFleet).toHaveBeenCalledWith(
      { owner: 'group:default/sales', limit: 50 },
      expect.anything(),
    );
    const tiles = within(
      await screen.findByRole('list', { name: 'Workflows by how they are' }),
    );
    expect(
      tiles.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual(['1 Failing', '1 Late', '0 Running', '28 Healthy', '0 Unknown']);
    const worst = within(screen.getByRole('list', { name: 'Worst workflows' }));
    expect(worst.getAllByRole('listitem')).toHaveLength(2);
    expect(worst.getByText('orders')).toBeInTheDocument();
    expect(worst.getByText('Succeeded · Stale · sales')).toBeInTheDocument();
    expect(screen.queryByRole('search')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Saved views' })).toBeNull();
  });

  it('tells good news', async () => {
    await show({
      ...bad,
      items: [item('dates', { health: 'succeeded', tiles: ['healthy'] })],
    });
    expect(await screen.findByText('All healthy')).toBeInTheDocument();
  });

  it('keeps what it knew when the portal does not answer, and says how old it is', async () => {
    const { api, signals } = await show(bad);
    await screen.findByText('orders');
    expect(screen.getByText(/^Updated/)).toBeInTheDocument();
    api.getFleet.mockRejectedValue(new TypeError('Failed to fetch'));
    act(() => signals.send({ action: 'workflow-changed', key: 'k' }));
    expect(
      await screen.findByText(
        /does not answer. What is shown is .* old/,
        undefined,
        {
          timeout: 4_000,
        },
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('orders')).toBeInTheDocument();
  });

  it('is left by a button, and keeps the filters', async () => {
    await show(bad, '?mode=wall&owner=x');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Leave the wall board' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('?owner=x');
    expect(await screen.findByRole('search')).toBeInTheDocument();
  });
});
