import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { FleetResponse } from '@glue-pipelines/backstage-plugin-common';
import { screen, within } from '@testing-library/react';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { setViewport } from '../__testUtils__/viewport';
import { covidHiring } from '../__fixtures__/covidHiring';
import plugin, {
  GlueFleetColumnBlueprint,
  GluePanelBlueprint,
  gluePipelinesApiRef,
} from '../index';

const contacts = GluePanelBlueprint.make({
  name: 'contacts',
  params: {
    title: 'Whom to call',
    loader: async () => props => (
      <p>
        {`${props.entityRef}, ${props.workflow.name}, ${props.run?.health ?? 'no run'}`}
      </p>
    ),
  },
});

const broken = GluePanelBlueprint.make({
  name: 'broken',
  params: {
    title: 'Broken',
    loader: async () => () => {
      throw new Error('this panel is broken');
    },
  },
});

const tier = GlueFleetColumnBlueprint.make({
  name: 'tier',
  params: {
    title: 'Tier',
    loader: async () => props => <b>{`gold ${props.item.name}`}</b>,
  },
});

const fleet: FleetResponse = {
  items: [
    {
      ...covidHiring,
      entityRef: 'component:default/covid-hiring',
      health: 'failed',
      tile: 'failing',
    } as unknown as FleetResponse['items'][number],
  ],
  total: 1,
  tiles: { failing: 1, running: 0, late: 0, healthy: 0, unknown: 0 },
  withheld: 0,
  filters: { owners: [], systems: [], tags: [], accounts: [], regions: [] },
  price: { perDpuHour: 0.44, currency: 'USD', note: 'An estimate' },
  servedAt: '2026-11-28T12:00:00.000Z',
} as FleetResponse;

describe('what adopters add', () => {
  it('has ids by the names that they give', () => {
    expect(createExtensionTester(contacts).query(contacts).node.spec.id).toBe(
      'glue-panel:contacts',
    );
    expect(createExtensionTester(tier).query(tier).node.spec.id).toBe(
      'glue-fleet-column:tier',
    );
  });

  it('shows a panel, also beside one that is broken', async () => {
    const tab = createExtensionTester(
      plugin.getExtension('entity-content:glue-pipelines/glue'),
    )
      .add(contacts)
      .add(broken);
    jest.spyOn(console, 'error').mockImplementation(() => {});
    renderOnEntity(tab.reactElement());
    expect(
      await screen.findByRole('heading', { name: 'Whom to call' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        /^component:default\/covid-hiring, covid-hiring, /,
      ),
    ).toBeInTheDocument();
    expect(
      (await screen.findAllByText(/this panel is broken/))[0],
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Last runs' }),
    ).toBeInTheDocument();
  });

  it.each([
    [1440, 'table'],
    [390, 'list'],
  ])('shows a column at %d pixels', async (width, role) => {
    setViewport(width);
    const api = backEnd();
    api.getFleet.mockResolvedValue(fleet);
    const page = createExtensionTester(
      plugin.getExtension('page:glue-pipelines'),
    ).add(tier);
    renderInTestApp(page.reactElement(), {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [gluePipelinesApiRef, api],
        [permissionApiRef, mockApis.permission()],
      ],
    });
    const all = within(await screen.findByRole(role, { name: 'Workflows' }));
    expect(await all.findByText('gold covid-hiring')).toBeInTheDocument();
    expect(all.getByText('Tier')).toBeInTheDocument();
  });
});
