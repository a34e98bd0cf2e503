import { createExtensionTester } from '@backstage/frontend-test-utils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen, within } from '@testing-library/react';
import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import plugin, { FailingNow, MyPipelines } from '../index';

const item = (name: string): FleetItem => ({
  arn: `${WORKFLOW_ARN}-${name}`,
  signalKey: '',
  name,
  accountId: '123456789012',
  region: 'eu-west-1',
  entityRef: `component:default/${name}`,
  tags: [],
  health: 'failed',
  tiles: ['failing'],
  runs: [
    { id: 'wr_1', health: 'failed', startedAt: '2026-11-21T06:00:00.000Z' },
  ],
});

const testerOf = (name: 'my-pipelines' | 'failing-now') =>
  createExtensionTester(
    plugin.getExtension(`home-page-widget:glue-pipelines/${name}`),
  );

async function show(
  name: Parameters<typeof testerOf>[0],
  items: FleetItem[],
  total = items.length,
) {
  const api = backEnd();
  const empty = await api.getFleet({});
  api.getFleet.mockClear();
  api.getFleet.mockResolvedValue({ ...empty, items, total });
  const widget = testerOf(name).get(homePageWidgetDataRef);
  renderOnEntity(widget.component, { api });
  return { api, widget };
}

describe('home-page-widget:glue-pipelines', () => {
  it('my-pipelines shows how those are that the user owns', async () => {
    const { api, widget } = await show(
      'my-pipelines',
      Array.from({ length: 10 }, (_, i) => item(`flow-${i}`)),
      12,
    );
    expect(widget.title).toBe('My pipelines');
    const list = within(
      await screen.findByRole('list', { name: 'My pipelines' }),
    );
    expect(api.getFleet).toHaveBeenCalledWith(
      { mine: true, limit: 50 },
      expect.anything(),
    );
    expect(list.getAllByRole('listitem')).toHaveLength(8);
    expect(list.getByRole('link', { name: 'flow-0' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^.catalog.default.component.flow-0.glue/),
    );
    expect(list.getAllByText('Failed')).toHaveLength(8);
    expect(
      screen.getByRole('link', { name: 'All of them, 4 more' }),
    ).toHaveAttribute('href', '/glue-pipelines?mine=true');
  });

  it('failing-now shows what fails', async () => {
    const { api } = await show('failing-now', [item('orders')]);
    expect(await screen.findByText('orders')).toBeInTheDocument();
    expect(api.getFleet).toHaveBeenCalledWith(
      { tile: 'failing', limit: 50 },
      expect.anything(),
    );
    expect(screen.getByRole('link', { name: 'Look closer' })).toHaveAttribute(
      'href',
      '/glue-pipelines?tile=failing',
    );
  });

  it.each([
    ['my-pipelines', /No pipeline belongs to you/],
    ['failing-now', /No pipeline is failing/],
  ] as const)('%s says so where there is none', async (name, words) => {
    await show(name, []);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

it.each([
  ['MyPipelines', <MyPipelines />, /No pipeline belongs to you/],
  ['FailingNow', <FailingNow />, /No pipeline is failing/],
])('shows the exported %s', async (_, widget, words) => {
  renderOnEntity(widget);
  expect(await screen.findByText(words)).toBeInTheDocument();
});
