import { screen, waitFor, within } from '@testing-library/react';
import { NeighbourPipeline } from '@glue-pipelines/backstage-plugin-common';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { LineagePanel } from './LineagePanel';

const pipeline = (
  name: string,
  some: Partial<NeighbourPipeline> = {},
): NeighbourPipeline => ({
  entityRef: `component:default/${name}`,
  name,
  health: 'succeeded',
  late: false,
  distance: 1,
  from: 'component:default/marts',
  ...some,
});

function show(
  lineage: {
    upstream?: NeighbourPipeline[];
    downstream?: NeighbourPipeline[];
  },
  language?: string,
) {
  const api = backEnd();
  api.getLineage.mockResolvedValue({
    upstream: [],
    downstream: [],
    servedAt: '2026-11-28T12:00:00.000Z',
    ...lineage,
  });
  renderOnEntity(<LineagePanel entityRef="component:default/marts" />, {
    api,
    language,
  });
  return api;
}

describe('LineagePanel', () => {
  it('shows what is before and after, and where the trouble begins', async () => {
    show({
      upstream: [
        pipeline('orders', { late: true, via: 'processed/orders' }),
        pipeline('landing', {
          health: 'failed',
          distance: 2,
          from: 'component:default/orders',
        }),
      ],
      downstream: [pipeline('report')],
    });
    const upstream = await screen.findByRole('region', {
      name: 'Data comes from',
    });
    expect(
      within(upstream)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'ordersSucceededLatethrough processed/orders',
      'landingFailed2 steps away',
    ]);
    expect(
      screen.getByText(/What this pipeline reads may be missing or old/),
    ).toHaveTextContent(/: landing failed\.$/);
    expect(
      screen.getByRole('region', { name: 'Waiting for this' }),
    ).toHaveTextContent('report');
  });

  it('speaks German to who has chosen that', async () => {
    show(
      {
        upstream: [pipeline('orders', { late: true, distance: 2 })],
        downstream: [pipeline('report')],
      },
      'de',
    );
    expect(
      await screen.findByRole('region', { name: 'Daten kommen von' }),
    ).toHaveTextContent('2 Schritte entfernt');
    expect(screen.getByText(/fehlt vielleicht/)).toHaveTextContent(
      /: orders ist verspätet\.$/,
    );
  });

  it('warns of nothing where all before it is well', async () => {
    show({ upstream: [pipeline('orders')] });
    await screen.findByRole('region', { name: 'Data comes from' });
    expect(screen.queryByText(/missing or old/)).not.toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Waiting for this' }),
    ).not.toBeInTheDocument();
  });

  it('is not there where nothing is before or after', async () => {
    const api = show({});
    await waitFor(() => expect(api.getLineage).toHaveBeenCalled());
    expect(screen.queryByText('Before and after')).not.toBeInTheDocument();
  });
});
