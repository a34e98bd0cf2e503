import {
  BatchCreatePartitionCommand,
  CreateDatabaseCommand,
  CreateTableCommand,
  GlueClient,
  type TableInput,
} from '@aws-sdk/client-glue';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  startLocalGlue,
  type LocalGlue,
} from '../__testUtils__/startLocalGlue';
import { completePipeline } from './completePipeline';
import { inspectTable } from './inspectTable';

jest.setTimeout(120_000);

const PARQUET = 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe';

const tableOf = (
  Name: string,
  types: Record<string, string>,
  members: Partial<TableInput> = {},
  serde = PARQUET,
): TableInput => ({
  Name,
  StorageDescriptor: {
    Columns: Object.entries(types).map(([name, Type]) => ({
      Name: name,
      Type,
    })),
    Location: `s3a://shop/${Name}`,
    SerdeInfo: { SerializationLibrary: serde },
  },
  ...members,
});

const DAY = { PartitionKeys: [{ Name: 'day', Type: 'date' }] };

const TABLES: TableInput[] = [
  tableOf(
    'orders',
    {
      id: 'bigint',
      small: 'smallint',
      price: 'decimal(12,2)',
      plain: 'decimal',
      ratio: 'float',
      name: 'varchar(20)',
      at: 'timestamp',
      items: 'array<struct<id:int,n:int>>',
      picture: 'binary',
    },
    DAY,
  ),
  tableOf('plain', { id: 'bigint' }),
  tableOf('view', { id: 'bigint' }, { TableType: 'VIRTUAL_VIEW' }),
  tableOf('ice', { id: 'int' }, { Parameters: { table_type: 'ICEBERG' } }),
  tableOf('logs', { line: 'string' }, {}, 'com.amazonaws.glue.serde.GrokSerDe'),
];

describe('inspectTable', () => {
  const directory = createMockDirectory();
  let server: LocalGlue;
  let glue: GlueClient;

  beforeAll(async () => {
    server = await startLocalGlue(directory.resolve('data'));
    glue = new GlueClient({
      region: 'us-east-1',
      endpoint: server.url,
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const DatabaseName = 'shop';
    await glue.send(
      new CreateDatabaseCommand({ DatabaseInput: { Name: DatabaseName } }),
    );
    for (const TableInput of TABLES) {
      await glue.send(new CreateTableCommand({ DatabaseName, TableInput }));
    }
    await glue.send(
      new BatchCreatePartitionCommand({
        DatabaseName,
        TableName: 'orders',
        PartitionInputList: [{ Values: ['2024-01-01'] }],
      }),
    );
  });

  afterAll(async () => {
    glue.destroy();
    await server.close();
  });

  it('takes the columns and the place from the catalog', async () => {
    const { columns, uri, notes } = await inspectTable(glue, {
      database: 'shop',
      name: 'orders',
      where: "day >= '2024-01-01'",
    });
    expect(columns).toEqual([
      { name: 'id', type: 'bigint' },
      { name: 'small', type: 'int' },
      { name: 'price', type: 'decimal', precision: 12, scale: 2 },
      { name: 'plain', type: 'decimal', precision: 10, scale: 0 },
      { name: 'ratio', type: 'double' },
      { name: 'name', type: 'string' },
      { name: 'at', type: 'timestamp' },
      { name: 'items', type: 'string' },
      { name: 'day', type: 'date' },
    ]);
    expect(uri).toBe('s3://shop/orders/');
    expect(notes).toEqual([
      'picture is binary, which no table can hold, and is not read',
    ]);
  });

  it('completes a pipeline of it', async () => {
    const pipeline = await completePipeline(
      {
        apiVersion: 'glue-pipelines.io/v2',
        name: 'of-a-table',
        description: 'Reads a table',
        owner: 'group:default/data-engineering',
        sources: [
          {
            name: 'orders',
            format: 'table',
            table: { database: 'shop', name: 'plain' },
          },
        ],
        warehouse: { table: 'orders' },
      } as object,
      { glue, s3: undefined as never },
      () => {},
    );
    expect(pipeline.sources[0]).toMatchObject({
      format: 'table',
      uri: 's3://shop/plain/',
      columns: [{ name: 'id', type: 'bigint', nullable: true }],
    });
  });

  it.each([
    ['nothing', {}, 'table', 'there is no table shop.nothing in the Data'],
    ['view', {}, 'table.name', 'is a view'],
    ['ice', {}, 'table.name', 'is a table of iceberg'],
    ['logs', {}, 'table.name', 'is read by com.amazonaws.glue.serde.GrokSerDe'],
    ['plain', { where: 'id > 1' }, 'table.where', 'the table has none'],
    ['orders', { where: 'day >' }, 'table.where', 'the Data Catalog does not'],
  ])('refuses %s', async (name, options, field, message) => {
    const inspected = inspectTable(glue, {
      database: 'shop',
      name,
      ...options,
    });
    await expect(inspected).rejects.toThrow(message);
    await expect(inspected).rejects.toMatchObject({ field });
  });
});
