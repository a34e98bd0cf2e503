import { storageDescriptor } from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

describe('the Data Catalog', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'Sales', Description: 'by day' },
    });
  });

  afterEach(() => glue.dispose());

  const DatabaseName = 'sales';

  const tableInput = (Name: string, members: object = {}) => ({
    Name,
    TableType: 'EXTERNAL_TABLE',
    StorageDescriptor: storageDescriptor(`s3://data/${Name}/`),
    PartitionKeys: [
      { Name: 'year', Type: 'string' },
      { Name: 'month', Type: 'string' },
    ],
    LastAccessTime: 1_700_000_000,
    ...members,
  });

  const createTable = (Name: string, members: object = {}) =>
    glue.call('CreateTable', {
      DatabaseName,
      TableInput: tableInput(Name, members),
    });

  const partitionInput = (...Values: string[]) => ({
    Values,
    StorageDescriptor: storageDescriptor(`s3://data/${Values.join('/')}/`),
  });

  it('folds names to lower case', async () => {
    expect(await glue.call('GetDatabase', { Name: 'SALES' })).toEqual({
      Database: {
        Name: 'sales',
        Description: 'by day',
        CatalogId: '000000000000',
        CreateTime: expect.any(Date),
      },
    });
    await createTable('Orders');
    const { Table } = await glue.call('GetTable', {
      DatabaseName: 'Sales',
      Name: 'ORDERS',
    });
    expect(Table).toMatchObject({
      Name: 'orders',
      DatabaseName: 'sales',
      VersionId: '0',
      LastAccessTime: new Date(1_700_000_000_000),
    });
  });

  it('replaces a database, and keeps its tables', async () => {
    await createTable('orders');
    await glue.call('UpdateDatabase', {
      Name: 'sales',
      DatabaseInput: { Name: 'sales', LocationUri: 's3://data/' },
    });
    const { Database } = await glue.call('GetDatabase', { Name: 'sales' });
    expect(Database.LocationUri).toBe('s3://data/');
    expect(Database.Description).toBeUndefined();
    const { TableList } = await glue.call('GetTables', { DatabaseName });
    expect(TableList).toHaveLength(1);
  });

  it('replaces a table under the next version, and keeps its partitions', async () => {
    await createTable('orders');
    await glue.call('CreatePartition', {
      DatabaseName,
      TableName: 'orders',
      PartitionInput: partitionInput('2026', '07'),
    });
    const update = (VersionId: string) =>
      glue.call('UpdateTable', {
        DatabaseName,
        TableInput: tableInput('orders', { Description: 'new' }),
        VersionId,
      });
    await update('0');
    const { Table } = await glue.call('GetTable', {
      DatabaseName,
      Name: 'orders',
    });
    expect(Table).toMatchObject({ Description: 'new', VersionId: '1' });
    const { Partitions } = await glue.call('GetPartitions', {
      DatabaseName,
      TableName: 'orders',
    });
    expect(Partitions).toHaveLength(1);
    await expect(update('0')).rejects.toMatchObject({
      code: 'ConcurrentModificationException',
    });
  });

  it('lists tables in pages and by name', async () => {
    for (const name of ['a_1', 'a_2', 'b_1']) await createTable(name);
    const list = async (members: object) => {
      const answer = await glue.call('GetTables', { DatabaseName, ...members });
      const names = answer.TableList.map((table: any) => table.Name);
      return { names, NextToken: answer.NextToken };
    };
    const first = await list({ MaxResults: 2 });
    expect(first.names).toEqual(['a_1', 'a_2']);
    const { NextToken } = first;
    expect((await list({ NextToken })).names).toEqual(['b_1']);
    expect((await list({ Expression: 'a_.*' })).names).toEqual(['a_1', 'a_2']);
    expect((await list({ Expression: '.*_1' })).names).toEqual(['a_1', 'b_1']);
    expect((await list({ Expression: '*' })).names).toHaveLength(3);
    const { TableList } = await glue.call('GetTables', {
      DatabaseName,
      AttributesToGet: ['NAME'],
      MaxResults: 1,
    });
    expect(TableList).toEqual([{ Name: 'a_1', DatabaseName }]);
  });

  it('creates, reads and deletes partitions, many at a time', async () => {
    await createTable('orders');
    const table = { DatabaseName, TableName: 'orders' };
    const months = ['01', '02', '03', '04', '05'];
    const { Errors } = await glue.call('BatchCreatePartition', {
      ...table,
      PartitionInputList: [
        ...months.map(month => partitionInput('2026', month)),
        partitionInput('2026', '01'),
        partitionInput('2026'),
      ],
    });
    expect(
      Errors.map((error: any) => [
        error.PartitionValues,
        error.ErrorDetail.ErrorCode,
      ]),
    ).toEqual([
      [['2026', '01'], 'AlreadyExistsException'],
      [['2026'], 'InvalidInputException'],
    ]);

    const listed: string[] = [];
    let NextToken: string | undefined;
    do {
      const answer = await glue.call('GetPartitions', {
        ...table,
        MaxResults: 2,
        NextToken,
        ExcludeColumnSchema: true,
      });
      for (const { Values, StorageDescriptor } of answer.Partitions) {
        listed.push(Values.join('-'));
        expect(StorageDescriptor.Columns).toBeUndefined();
      }
      NextToken = answer.NextToken;
    } while (NextToken);
    expect(listed).toEqual(months.map(month => `2026-${month}`));

    const segments = await Promise.all(
      [0, 1].map(SegmentNumber =>
        glue.call('GetPartitions', {
          ...table,
          Segment: { SegmentNumber, TotalSegments: 2 },
        }),
      ),
    );
    expect(
      segments
        .flatMap(({ Partitions }) =>
          Partitions.map((each: any) => each.Values[1]),
        )
        .sort(),
    ).toEqual(months);

    const { Partition } = await glue.call('GetPartition', {
      ...table,
      PartitionValues: ['2026', '03'],
    });
    expect(Partition).toMatchObject({
      TableName: 'orders',
      CreationTime: expect.any(Date),
    });

    await glue.call('DeletePartition', {
      ...table,
      PartitionValues: ['2026', '03'],
    });
    const deleted = await glue.call('BatchDeletePartition', {
      ...table,
      PartitionsToDelete: [
        { Values: ['2026', '01'] },
        { Values: ['2026', '03'] },
      ],
    });
    expect(deleted.Errors).toEqual([
      {
        PartitionValues: ['2026', '03'],
        ErrorDetail: expect.objectContaining({
          ErrorCode: 'EntityNotFoundException',
        }),
      },
    ]);
    const left = await glue.call('GetPartitions', table);
    expect(left.Partitions).toHaveLength(3);
  });

  it('deletes tables with their partitions, and databases with their tables', async () => {
    await createTable('a');
    await createTable('b');
    await createTable('c');
    await glue.call('CreatePartition', {
      DatabaseName,
      TableName: 'a',
      PartitionInput: partitionInput('2026', '07'),
    });
    await glue.call('DeleteTable', { DatabaseName, Name: 'a' });
    await createTable('a');
    const { Partitions } = await glue.call('GetPartitions', {
      DatabaseName,
      TableName: 'a',
    });
    expect(Partitions).toEqual([]);
    const { Errors } = await glue.call('BatchDeleteTable', {
      DatabaseName,
      TablesToDelete: ['a', 'x', 'b'],
    });
    expect(Errors.map((error: any) => error.TableName)).toEqual(['x']);
    await glue.call('DeleteDatabase', { Name: 'sales' });
    await glue.call('CreateDatabase', { DatabaseInput: { Name: 'sales' } });
    const { TableList } = await glue.call('GetTables', { DatabaseName });
    expect(TableList).toEqual([]);
  });

  it('lists databases in pages', async () => {
    await glue.call('CreateDatabase', { DatabaseInput: { Name: 'a' } });
    const first = await glue.call('GetDatabases', {
      MaxResults: 1,
      AttributesToGet: ['NAME'],
    });
    expect(first.DatabaseList).toEqual([{ Name: 'a' }]);
    const { NextToken } = first;
    const second = await glue.call('GetDatabases', { NextToken });
    expect(second.DatabaseList).toMatchObject([{ Name: 'sales' }]);
  });

  const ORDERS = { DatabaseName, TableName: 'orders' };

  it.each([
    [
      'CreateDatabase',
      { DatabaseInput: { Name: 'SALES' } },
      'AlreadyExistsException',
    ],
    ['GetDatabase', { Name: 'x' }, 'EntityNotFoundException'],
    [
      'CreateDatabase',
      { DatabaseInput: { Name: 'x', TargetDatabase: { DatabaseName: 'y' } } },
      'InvalidInputException',
    ],
    [
      'UpdateDatabase',
      {
        Name: 'sales',
        DatabaseInput: { Name: 'sales', FederatedDatabase: {} },
      },
      'InvalidInputException',
    ],
    [
      'CreateTable',
      { DatabaseName, TableInput: { Name: 'x', TargetTable: {} } },
      'InvalidInputException',
    ],
    [
      'UpdateTable',
      { DatabaseName, TableInput: { Name: 'orders', ViewDefinition: {} } },
      'InvalidInputException',
    ],
    [
      'UpdateDatabase',
      { Name: 'sales', DatabaseInput: { Name: 'x' } },
      'InvalidInputException',
    ],
    ['DeleteDatabase', { Name: 'x' }, 'EntityNotFoundException'],
    [
      'CreateTable',
      { DatabaseName: 'x', TableInput: { Name: 't' } },
      'EntityNotFoundException',
    ],
    [
      'CreateTable',
      { DatabaseName, TableInput: { Name: 'orders' } },
      'AlreadyExistsException',
    ],
    ['CreateTable', { DatabaseName }, 'InvalidInputException'],
    [
      'CreateTable',
      { DatabaseName, OpenTableFormatInput: {} },
      'InvalidInputException',
    ],
    [
      'UpdateTable',
      { DatabaseName, TableInput: { Name: 'x' } },
      'EntityNotFoundException',
    ],
    [
      'UpdateTable',
      { DatabaseName, Name: 'orders', TableInput: { Name: 'x' } },
      'InvalidInputException',
    ],
    ['GetTable', { DatabaseName, Name: 'x' }, 'EntityNotFoundException'],
    ['GetTables', { DatabaseName: 'x' }, 'EntityNotFoundException'],
    ['GetTables', { DatabaseName, Expression: '(' }, 'InvalidInputException'],
    ['DeleteTable', { DatabaseName, Name: 'x' }, 'EntityNotFoundException'],
    [
      'GetPartition',
      { ...ORDERS, PartitionValues: ['1', '2'] },
      'EntityNotFoundException',
    ],
    [
      'GetPartitions',
      { ...ORDERS, Expression: "region = 'x'" },
      'InvalidInputException',
    ],
    [
      'GetPartitions',
      { ...ORDERS, Segment: { SegmentNumber: 2, TotalSegments: 2 } },
      'InvalidInputException',
    ],
    [
      'GetTables',
      { DatabaseName, AttributesToGet: [] },
      'InvalidInputException',
    ],
    ['GetDatabases', { AttributesToGet: [] }, 'InvalidInputException'],
    [
      'GetTable',
      { DatabaseName, Name: 'orders', TransactionId: 't' },
      'InvalidInputException',
    ],
    [
      'GetTable',
      {
        DatabaseName,
        Name: 'orders',
        AttributesToGet: ['DEFAULT', 'LATEST_ICEBERG_METADATA'],
      },
      'InvalidInputException',
    ],
    [
      'GetPartitions',
      { DatabaseName, TableName: 'x' },
      'EntityNotFoundException',
    ],
    [
      'CreatePartition',
      { ...ORDERS, PartitionInput: { Values: ['1'] } },
      'InvalidInputException',
    ],
    [
      'DeletePartition',
      { ...ORDERS, PartitionValues: ['1', '2'] },
      'EntityNotFoundException',
    ],
  ])('%s of %j is %s', async (operation, input, code) => {
    await createTable('orders');
    await expect(glue.call(operation, input)).rejects.toMatchObject({ code });
  });
});
