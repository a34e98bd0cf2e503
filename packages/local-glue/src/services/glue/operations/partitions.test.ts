import { storageDescriptor } from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

describe('partitions', () => {
  let glue: TestGlue;
  const TABLE = { DatabaseName: 'sales', TableName: 'orders' };

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateDatabase', { DatabaseInput: { Name: 'sales' } });
    await glue.call('CreateTable', {
      DatabaseName: 'sales',
      TableInput: {
        Name: 'orders',
        PartitionKeys: [
          { Name: 'year', Type: 'string' },
          { Name: 'day', Type: 'int' },
        ],
      },
    });
  });

  afterEach(() => glue.dispose());

  const input = (...Values: string[]) => ({
    Values,
    StorageDescriptor: storageDescriptor(`s3://data/${Values.join('/')}/`),
  });

  const create = (...partitions: string[][]) =>
    glue.call('BatchCreatePartition', {
      ...TABLE,
      PartitionInputList: partitions.map(values => input(...values)),
    });

  const valuesOf = (Partitions: any[]): string[] =>
    Partitions.map(({ Values }) => Values.join('/'));

  const list = async (members: object): Promise<string[]> => {
    const { Partitions } = await glue.call('GetPartitions', {
      ...TABLE,
      ...members,
    });
    return valuesOf(Partitions);
  };

  it('are filtered by an expression', async () => {
    await create(['2025', '9'], ['2025', '10'], ['2026', '9']);
    expect(await list({ Expression: "year = '2025' AND day > 9" })).toEqual([
      '2025/10',
    ]);
    expect(await list({ Expression: '' })).toHaveLength(3);
  });

  it('are filtered by their values alone', async () => {
    await create(['2025', '9'], ['2026', '9']);
    // A definition that is read would fail to be decoded.
    glue.database
      .prepare(
        `UPDATE glue_partition SET definition = '?'
         WHERE partition_values LIKE '%2025%'`,
      )
      .run();
    expect(await list({ Expression: "year = '2026'" })).toEqual(['2026/9']);
  });

  it('are filtered 10,000 at a time, in pages that inserts do not disturb', async () => {
    const store = glue.store;
    store.transaction(() => {
      for (let i = 0; i < 10_000; i++) {
        store.catalog.putPartition({
          ...TABLE,
          ...input(String(2000 + (i % 20)), String(Math.floor(i / 20))),
        });
      }
    });
    expect(
      await list({ Expression: "year LIKE '201%' AND day IN (7, 499)" }),
    ).toHaveLength(20);

    const read: string[] = [];
    let NextToken: string | undefined;
    do {
      const answer = await glue.call('GetPartitions', {
        ...TABLE,
        Expression: 'day BETWEEN 100 AND 199',
        Segment: { SegmentNumber: 1, TotalSegments: 4 },
        MaxResults: 100,
        NextToken,
      });
      read.push(...valuesOf(answer.Partitions));
      NextToken = answer.NextToken;
      await create(['1999', String(read.length)]);
    } while (NextToken);
    expect(new Set(read).size).toBe(read.length);
    // A quarter of 2,000 or so: segments divide by hash.
    expect(read.length).toBeGreaterThan(400);
    expect(read.length).toBeLessThan(600);
  }, 30_000);

  it('are got many at a time, but for those that do not exist', async () => {
    await create(['2025', '1'], ['2026', '2']);
    const answer = await glue.call('BatchGetPartition', {
      ...TABLE,
      PartitionsToGet: [
        { Values: ['2026', '2'] },
        { Values: ['2027', '3'] },
        { Values: ['2025', '1'] },
      ],
    });
    expect(valuesOf(answer.Partitions)).toEqual(['2026/2', '2025/1']);
    expect(answer.UnprocessedKeys).toEqual([]);
  });

  it('are replaced, and keep their values and time of creation', async () => {
    await create(['2026', '1']);
    const get = async () => {
      const { Partition } = await glue.call('GetPartition', {
        ...TABLE,
        PartitionValues: ['2026', '1'],
      });
      return Partition;
    };
    const before = await get();
    await glue.call('UpdatePartition', {
      ...TABLE,
      PartitionValueList: ['2026', '1'],
      PartitionInput: { Values: ['2026', '1'], Parameters: { rows: '7' } },
    });
    expect(await get()).toEqual({
      Values: ['2026', '1'],
      ...TABLE,
      CatalogId: before.CatalogId,
      CreationTime: before.CreationTime,
      Parameters: { rows: '7' },
    });
  });

  it('are replaced many at a time', async () => {
    await create(['2025', '1'], ['2026', '2']);
    const entry = (...values: string[]) => ({
      PartitionValueList: values,
      PartitionInput: { Parameters: { rows: '7' } },
    });
    const { Errors } = await glue.call('BatchUpdatePartition', {
      ...TABLE,
      Entries: [
        entry('2025', '1'),
        entry('2027', '3'),
        { ...entry('2026', '2'), PartitionInput: { Values: ['2026', '3'] } },
      ],
    });
    expect(
      Errors.map((each: any) => [
        each.PartitionValueList.join('/'),
        each.ErrorDetail.ErrorCode,
      ]),
    ).toEqual([
      ['2027/3', 'EntityNotFoundException'],
      ['2026/2', 'InvalidInputException'],
    ]);
    const { Partitions } = await glue.call('GetPartitions', TABLE);
    expect(Partitions.map((each: any) => each.Parameters)).toEqual([
      { rows: '7' },
      undefined,
    ]);
  });

  it('come without columns when asked to', async () => {
    await create(['2026', '1']);
    await glue.call('CreatePartition', {
      ...TABLE,
      PartitionInput: { Values: ['2026', '2'] },
    });
    const { Partitions } = await glue.call('GetPartitions', {
      ...TABLE,
      ExcludeColumnSchema: true,
    });
    expect(Partitions[0].StorageDescriptor.Location).toBe('s3://data/2026/1/');
    expect(Partitions[0].StorageDescriptor).not.toHaveProperty('Columns');
    expect(Partitions[1]).not.toHaveProperty('StorageDescriptor');
  });

  const batch = (length: number, entry: object) => Array(length).fill(entry);
  const VALUES = { Values: ['2026', '1'] };

  it.each<[string, object, string]>([
    ['BatchGetPartition', { PartitionsToGet: batch(1001, VALUES) }, '1000'],
    ['BatchCreatePartition', { PartitionInputList: batch(101, VALUES) }, '100'],
    ['BatchDeletePartition', { PartitionsToDelete: batch(26, VALUES) }, '25'],
    [
      'BatchUpdatePartition',
      {
        Entries: batch(101, {
          PartitionValueList: ['1', '2'],
          PartitionInput: {},
        }),
      },
      '100',
    ],
    ['BatchUpdatePartition', { Entries: [] }, '1'],
  ])('%s has a limit', async (operation, members, limit) => {
    await expect(
      glue.call(operation, { ...TABLE, ...members }),
    ).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining(limit),
    });
  });

  it.each<[string, object, string]>([
    [
      'UpdatePartition',
      { PartitionValueList: ['2027', '1'], PartitionInput: {} },
      'EntityNotFoundException',
    ],
    [
      'UpdatePartition',
      {
        PartitionValueList: ['2026', '1'],
        PartitionInput: { Values: ['2026', '2'] },
      },
      'InvalidInputException',
    ],
    [
      'CreatePartition',
      { PartitionInput: { Values: ['2026', '1'] } },
      'AlreadyExistsException',
    ],
    [
      'CreatePartition',
      { TableName: 'flat', PartitionInput: { Values: [] } },
      'InvalidInputException',
    ],
    [
      'BatchGetPartition',
      { TableName: 'x', PartitionsToGet: [] },
      'EntityNotFoundException',
    ],
  ])('%s of %j is %s', async (operation, members, code) => {
    await create(['2026', '1']);
    await glue.call('CreateTable', {
      DatabaseName: 'sales',
      TableInput: { Name: 'flat' },
    });
    await expect(
      glue.call(operation, { ...TABLE, ...members }),
    ).rejects.toMatchObject({ code });
  });
});
