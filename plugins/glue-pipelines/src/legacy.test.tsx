import { Entity } from '@backstage/catalog-model';
import { FlatRoutes } from '@backstage/core-app-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  DefaultEntityPresentationApi,
  EntityLayout,
} from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityPresentationApiRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import { backEnd, covidHiringEntity } from './__testUtils__/renderOnEntity';
import * as legacy from './legacy';

const {
  EntityGlueCard,
  EntityGlueContent,
  GluePipelinesPage,
  gluePipelinesApiRef,
  gluePipelinesPlugin,
  isGluePipelinesAvailable,
} = legacy;

const ENTITY_PAGE = '/catalog/default/component/covid-hiring';

/** In an app of the old system, with an entity's page and its tabs. */
async function renderInOldApp(
  path: string,
  entity: Entity = covidHiringEntity,
) {
  const api = backEnd();
  const catalogApi = catalogApiMock({ entities: [entity] });
  const page = (
    <EntityLayout>
      <EntityLayout.Route path="/" title="Overview">
        <EntityGlueCard />
      </EntityLayout.Route>
      <EntityLayout.Route
        path="/glue"
        title="Glue"
        if={isGluePipelinesAvailable}
      >
        <EntityGlueContent />
      </EntityLayout.Route>
    </EntityLayout>
  );
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [gluePipelinesApiRef, api],
        [catalogApiRef, catalogApi],
        [
          entityPresentationApiRef,
          DefaultEntityPresentationApi.create({ catalogApi }),
        ],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        [
          permissionApiRef,
          mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
        ],
      ]}
    >
      <FlatRoutes>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          {page}
        </Route>
        <Route path="/glue-pipelines" element={<GluePipelinesPage />} />
      </FlatRoutes>
    </TestApiProvider>,
    { routeEntries: [path] },
  );
  return api;
}

describe('in an app of the old frontend system', () => {
  it('exports what an app needs, and nothing else', () => {
    expect(Object.keys(legacy).sort()).toEqual([
      'EntityGlueCard',
      'EntityGlueContent',
      'GluePipelinePartField',
      'GluePipelinesPage',
      'gluePipelinesApiRef',
      'gluePipelinesPlugin',
      'gluePipelinesTranslationRef',
      'isGluePipelinesAvailable',
    ]);
  });

  it('brings the client of its back end', () => {
    const [factory] = [...gluePipelinesPlugin.getApis()];
    expect(factory.api.id).toBe(gluePipelinesApiRef.id);
  });

  it('shows the tab of an entity with a workflow', async () => {
    await renderInOldApp(`${ENTITY_PAGE}/glue`);
    expect(
      await screen.findByRole('heading', { name: 'covid-hiring', level: 2 }),
    ).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Table' }));
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });

  it('shows the card, which leads to the tab', async () => {
    await renderInOldApp(ENTITY_PAGE);
    expect(
      await screen.findByRole('link', { name: 'View runs' }),
    ).toHaveAttribute('href', expect.stringContaining(`${ENTITY_PAGE}/glue`));
  });

  it('shows no tab where there is no workflow', async () => {
    await renderInOldApp('/catalog/default/component/bare', {
      ...covidHiringEntity,
      metadata: { name: 'bare', namespace: 'default' },
    });
    expect(await screen.findByRole('tab', { name: 'Overview' })).toBeVisible();
    expect(screen.queryByRole('tab', { name: 'Glue' })).toBeNull();
  });

  it('shows all pipelines on a page of their own', async () => {
    await renderInOldApp('/glue-pipelines');
    expect(
      await screen.findByRole('heading', { name: 'Glue pipelines' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('No workflow yet')).toBeInTheDocument();
  });
});
