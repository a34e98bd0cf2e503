import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { resolve } from 'node:path';
import { awaitCatalogEntity, fixedFolder } from './awaitCatalogEntity';

const location = (target: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Location',
  metadata: { name: `generated-${target.length}`, namespace: 'default' },
  spec: { type: 'file', target },
});

const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
};

async function run(
  entities: Entity[],
  timeoutMs = 0,
  locations: { type: string; target: string }[] = [],
) {
  const log: string[] = [];
  const catalog = catalogServiceMock({ entities });
  const refreshed: string[] = [];
  catalog.refreshEntity = async ref => {
    refreshed.push(ref);
  };
  const found = await awaitCatalogEntity({
    config: mockServices.rootConfig({ data: { catalog: { locations } } }),
    catalog,
    credentials: await mockServices.auth().getOwnServiceCredentials(),
    file: '/data/repositories/orders/catalog-info.yaml',
    entityRef: 'component:default/orders',
    timeoutMs,
    log: message => log.push(message),
  });
  return { found, log, refreshed };
}

describe('fixedFolder', () => {
  it.each([
    ['/data/repositories/*/catalog-info.yaml', '/data/repositories'],
    ['/data/repo*/catalog-info.yaml', '/data'],
    ['/data/catalog-info.yaml', '/data'],
  ])('%s', (target, folder) =>
    expect(fixedFolder(target)).toBe(resolve(folder)),
  );
});

describe('awaitCatalogEntity', () => {
  it('refreshes the location that covers the file', async () => {
    const covering = location('/data/repositories/*/catalog-info.yaml');
    expect(
      await run([component, covering, location('/other/*/catalog-info.yaml')]),
    ).toEqual({
      found: true,
      refreshed: [`location:default/${covering.metadata.name}`],
      log: [
        'Waiting for component:default/orders in the catalog',
        'component:default/orders is in the catalog',
      ],
    });
  });

  it('says so when the entity does not appear in time', async () => {
    const { found, log } = await run(
      [location('/data/repositories/*/catalog-info.yaml')],
      600,
    );
    expect(found).toBe(false);
    expect(log.at(-1)).toContain('is not in the catalog yet');
  });

  it('knows a location of the configuration, which the catalog shows only once it has read a file there', async () => {
    const { found, log, refreshed } = await run([component], 0, [
      { type: 'url', target: 'https://example.com/catalog-info.yaml' },
      { type: 'file', target: '/data/repositories/*/catalog-info.yaml' },
    ]);
    expect(found).toBe(true);
    expect(refreshed).toEqual([
      expect.stringMatching(/^location:default\/generated-[0-9a-f]{40}$/),
    ]);
    expect(log.join()).not.toContain('reads no folder');
  });

  it('says which location is missing', async () => {
    const { found, log } = await run([location('/data/repositories-2/*.yaml')]);
    expect(found).toBe(false);
    expect(log).toEqual([
      expect.stringContaining('/data/repositories/*/catalog-info.yaml'),
    ]);
  });
});
