import { isResourcePermission } from '@backstage/plugin-permission-common';
import { gluePipelinesPermissions } from './permissions';

describe('permissions', () => {
  // Policies of installed portals name them: renaming one is a breaking change.
  it('have stable names, and belong to catalog entities but for those of the collector and of sources', () => {
    expect(
      gluePipelinesPermissions.map(permission => [
        permission.name,
        isResourcePermission(permission) ? permission.resourceType : undefined,
      ]),
    ).toEqual([
      ['glue-pipelines.workflow.read', 'catalog-entity'],
      ['glue-pipelines.run.read', 'catalog-entity'],
      ['glue-pipelines.logs.read', 'catalog-entity'],
      ['glue-pipelines.run.start', 'catalog-entity'],
      ['glue-pipelines.run.stop', 'catalog-entity'],
      ['glue-pipelines.run.resume', 'catalog-entity'],
      ['glue-pipelines.schedule.update', 'catalog-entity'],
      ['glue-pipelines.bookmark.reset', 'catalog-entity'],
      ['glue-pipelines.badge.share', 'catalog-entity'],
      ['glue-pipelines.warehouse.read', 'catalog-entity'],
      ['glue-pipelines.collector.read', undefined],
      ['glue-pipelines.source.read', undefined],
    ]);
  });
});
