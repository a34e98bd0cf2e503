import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { screen } from '@testing-library/react';
import { gluePipelinesApiRef } from './api/GluePipelinesApi';
import { GluePipelinesClient } from './api/GluePipelinesClient';
import {
  covidHiringEntity,
  renderOnEntity,
} from './__testUtils__/renderOnEntity';
import plugin from './index';

const bare = { ...covidHiringEntity, metadata: { name: 'bare' } };

describe('the plugin', () => {
  it('has these extensions, which adopters name in their configuration', () => {
    const { extensions } = plugin as unknown as {
      extensions: { id: string }[];
    };
    expect(extensions.map(({ id }) => id).sort()).toEqual([
      'api:glue-pipelines',
      'api:glue-pipelines/form',
      'entity-card:glue-pipelines/overview',
      'entity-content:glue-pipelines/glue',
      'home-page-widget:glue-pipelines/failing-now',
      'home-page-widget:glue-pipelines/my-pipelines',
      'page:glue-pipelines',
      'scaffolder-form-field:glue-pipelines/part',
      'search-result-list-item:glue-pipelines',
    ]);
  });

  it('is called glue-pipelines', () => {
    expect(plugin.id).toBe('glue-pipelines');
  });
});

describe('entity-content:glue-pipelines/glue', () => {
  const tester = createExtensionTester(
    plugin.getExtension('entity-content:glue-pipelines/glue'),
  );

  it('is a tab named Glue of the entities with a workflow', () => {
    const { title, filterFunction } = EntityContentBlueprint.dataRefs;
    expect(tester.get(title)).toBe('Glue');
    expect(tester.get(filterFunction)?.(covidHiringEntity)).toBe(true);
    expect(tester.get(filterFunction)?.(bare)).toBe(false);
  });

  it('shows the workflow', async () => {
    renderOnEntity(tester.reactElement());
    expect(
      await screen.findByRole('heading', { name: 'covid-hiring' }),
    ).toBeInTheDocument();
  });
});

describe('entity-card:glue-pipelines/overview', () => {
  const tester = createExtensionTester(
    plugin.getExtension('entity-card:glue-pipelines/overview'),
  );

  it('is a card of the entities with a workflow', () => {
    const { type, filterFunction } = EntityCardBlueprint.dataRefs;
    expect(tester.get(type)).toBe('info');
    expect(tester.get(filterFunction)?.(covidHiringEntity)).toBe(true);
    expect(tester.get(filterFunction)?.(bare)).toBe(false);
  });
});

describe('api:glue-pipelines', () => {
  it('is the client of the back end', () => {
    const { api, factory } = createExtensionTester(
      plugin.getExtension('api:glue-pipelines'),
    ).get(ApiBlueprint.dataRefs.factory);
    expect(api).toBe(gluePipelinesApiRef);
    expect(factory({})).toBeInstanceOf(GluePipelinesClient);
  });
});
