import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { propertiesOf, smallest, synthesize } from './example';

/** What the role of transform may do by an action, as JSON of the resources. */
function resourcesOf(input: object, action: string): string[] {
  return propertiesOf(synthesize(input).workflow.template, 'AWS::IAM::Policy')
    .filter(({ Roles }) => JSON.stringify(Roles).includes('transform'))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .filter(({ Action }) => [Action].flat().includes(action))
    .map(({ Resource }) => JSON.stringify(Resource));
}

describe('a source that is a table of the catalog', () => {
  const ofTable = {
    ...smallest,
    sources: [
      {
        ...smallest.sources[0],
        format: 'table',
        table: { database: 'shop', name: 'sales', where: "day > '2024-01-01'" },
      },
    ],
    catalog: { tables: 'crawled' },
  };

  it('lets transform look up that table and no other', () => {
    for (const action of ['glue:GetTable', 'glue:GetPartitions']) {
      const [resources, ...others] = resourcesOf(ofTable, action);
      assert.deepEqual(others, []);
      assert.match(resources!, /:table\/shop\/sales"/);
      assert.match(resources!, /:database\/shop"/);
      assert.ok(!resources!.includes('*'));
      assert.deepEqual(
        resourcesOf({ ...smallest, catalog: ofTable.catalog }, action),
        [],
      );
    }
  });

  it('lets it read what lies in the folder of the table', () => {
    assert.ok(
      resourcesOf(ofTable, 's3:GetObject').some(resource =>
        resource.includes(':s3:::shop/orders/*'),
      ),
    );
  });
});
