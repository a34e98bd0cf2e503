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

describe('a source that is a database', () => {
  const secret =
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-a1B2c3';
  const { uri: _, columns, ...source } = smallest.sources[0]!;
  const database = (jdbc: object) => ({
    ...smallest,
    sources: [
      {
        ...source,
        format: 'jdbc',
        jdbc: { connection: 'shop-db', table: 'orders', ...jdbc },
        columns: columns.map(column => ({ ...column, key: undefined })),
      },
    ],
  });

  it('runs transform, and no other job, in the network of the connection', () => {
    const jobs = propertiesOf(
      synthesize(database({})).workflow.template,
      'AWS::Glue::Job',
    );
    assert.deepEqual(
      jobs
        .filter(({ Connections }) => Connections !== undefined)
        .map(({ Name, Connections }) => [Name, Connections]),
      [[`${smallest.name}-transform`, { Connections: ['shop-db'] }]],
    );
  });

  it('lets transform look up that connection and read its secret', () => {
    const [connections] = resourcesOf(database({}), 'glue:GetConnection');
    assert.match(connections!, /:connection\/shop-db"/);
    assert.ok(!connections!.includes('*'));
    const reading = 'secretsmanager:GetSecretValue';
    assert.deepEqual(resourcesOf(database({}), reading), []);
    assert.deepEqual(resourcesOf(database({ secret }), reading), [
      JSON.stringify(secret),
    ]);
  });

  it('lets only such pipelines touch networks, and read no files of sources', () => {
    assert.equal(
      resourcesOf(database({}), 'ec2:CreateNetworkInterface').length,
      1,
    );
    assert.deepEqual(resourcesOf(smallest, 'ec2:CreateNetworkInterface'), []);
    assert.ok(
      resourcesOf(database({}), 's3:GetObject').every(
        resource => !resource.includes(':s3:::shop/'),
      ),
    );
  });
});
