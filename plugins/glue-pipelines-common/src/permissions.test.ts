import { gluePipelinesPermissions } from './permissions';

describe('permissions', () => {
  // Policies of installed portals name them: renaming one is a breaking change.
  it('have stable names and belong to catalog entities', () => {
    expect(
      gluePipelinesPermissions.map(({ name, resourceType }) => [
        name,
        resourceType,
      ]),
    ).toEqual([
      ['glue-pipelines.workflow.read', 'catalog-entity'],
      ['glue-pipelines.run.read', 'catalog-entity'],
      ['glue-pipelines.logs.read', 'catalog-entity'],
      ['glue-pipelines.run.start', 'catalog-entity'],
      ['glue-pipelines.run.stop', 'catalog-entity'],
      ['glue-pipelines.run.resume', 'catalog-entity'],
      ['glue-pipelines.warehouse.read', 'catalog-entity'],
    ]);
  });
});
