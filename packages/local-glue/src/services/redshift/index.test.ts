import {
  CreateClusterCommand,
  DeleteClusterCommand,
  DescribeClustersCommand,
  ModifyClusterCommand,
  RedshiftClient,
} from '@aws-sdk/client-redshift';
import { TestServices } from '../__testUtils__/TestServices';

describe('Redshift', () => {
  let server: TestServices;
  let client: RedshiftClient;

  beforeEach(async () => {
    server = await TestServices.start();
    client = new RedshiftClient(server.clientConfig);
  });

  afterEach(async () => {
    client.destroy();
    await server.remove();
  });

  const create = (members: object = {}) =>
    client.send(
      new CreateClusterCommand({
        ClusterIdentifier: 'covid-hiring',
        NodeType: 'ra3.large',
        MasterUsername: 'admin',
        MasterUserPassword: 'Secret123',
        DBName: 'db-covid-hiring',
        NumberOfNodes: 2,
        Encrypted: true,
        ...members,
      }),
    );

  it('makes, describes and deletes clusters', async () => {
    const { Cluster } = await create();
    expect(Cluster).toMatchObject({
      ClusterIdentifier: 'covid-hiring',
      ClusterStatus: 'available',
      DBName: 'db-covid-hiring',
      NumberOfNodes: 2,
      Encrypted: true,
      PubliclyAccessible: false,
      Endpoint: {
        Address: 'covid-hiring.local.us-east-1.redshift.amazonaws.com',
        Port: 5439,
      },
    });
    const warehouse = await server.warehouse('clusters', 'covid-hiring');
    expect(warehouse.databases()).toEqual(['db-covid-hiring', 'dev']);
    expect(server.warehouses.own.databases()).toEqual(['dev']);
    await create({ ClusterIdentifier: 'another', DBName: undefined });
    const { Clusters } = await client.send(new DescribeClustersCommand({}));
    expect(Clusters?.map(({ ClusterIdentifier }) => ClusterIdentifier)).toEqual(
      ['another', 'covid-hiring'],
    );
    expect(Clusters?.[1].ClusterCreateTime).toBeInstanceOf(Date);
    await client.send(
      new DeleteClusterCommand({ ClusterIdentifier: 'covid-hiring' }),
    );
    await expect(
      client.send(
        new DescribeClustersCommand({ ClusterIdentifier: 'covid-hiring' }),
      ),
    ).rejects.toMatchObject({ name: 'ClusterNotFoundFault' });
  });

  it('changes a cluster and keeps its tables, which go when it is deleted', async () => {
    const tables = async () => {
      const warehouse = await server.warehouse('clusters', 'covid-hiring');
      const found = await warehouse.execute('db-covid-hiring', [
        'select table_name from svv_tables',
      ]);
      await warehouse.execute('db-covid-hiring', [
        'create table if not exists t (a int)',
      ]);
      return found[0].rows;
    };
    await create();
    expect(await tables()).toEqual([]);
    const { Cluster } = await client.send(
      new ModifyClusterCommand({
        ClusterIdentifier: 'covid-hiring',
        NumberOfNodes: 4,
      }),
    );
    expect(Cluster).toMatchObject({ NumberOfNodes: 4, Encrypted: true });
    expect(await tables()).toEqual([['t']]);
    await client.send(
      new DeleteClusterCommand({ ClusterIdentifier: 'covid-hiring' }),
    );
    await create();
    expect(await tables()).toEqual([]);
    await expect(
      client.send(new ModifyClusterCommand({ ClusterIdentifier: 'missing' })),
    ).rejects.toMatchObject({ name: 'ClusterNotFoundFault' });
  });

  it('refuses a second cluster of a name, and invalid names', async () => {
    await create();
    await expect(create()).rejects.toMatchObject({
      name: 'ClusterAlreadyExistsFault',
    });
    await expect(create({ ClusterIdentifier: 'Not--valid' })).rejects.toThrow(
      'single hyphens',
    );
    await expect(
      create({ ClusterIdentifier: 'a', DBName: 'system' }),
    ).rejects.toThrow('"system" is not a valid database name');
  });
});
