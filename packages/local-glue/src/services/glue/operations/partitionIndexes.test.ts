import { TestGlue } from '../__testUtils__/TestGlue';

/** "Creating partition indexes", AWS Glue Developer Guide. */
describe('partition indexes', () => {
  let glue: TestGlue;
  const TABLE = { DatabaseName: 'sales', TableName: 'orders' };
  const KEYS = [
    { Name: 'country', Type: 'string' },
    { Name: 'year', Type: 'int' },
    { Name: 'at', Type: 'timestamp' },
  ];
  const index = (IndexName: string, ...Keys: string[]) => ({ IndexName, Keys });

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateDatabase', { DatabaseInput: { Name: 'sales' } });
    await glue.call('CreateTable', {
      DatabaseName: 'sales',
      TableInput: { Name: 'orders', PartitionKeys: KEYS },
      PartitionIndexes: [index('by-year', 'year', 'COUNTRY')],
    });
  });

  afterEach(() => glue.dispose());

  const create = (PartitionIndex: object) =>
    glue.call('CreatePartitionIndex', { ...TABLE, PartitionIndex });

  const createPartition = (...Values: string[]) =>
    glue.call('CreatePartition', { ...TABLE, PartitionInput: { Values } });

  const names = async () => {
    const answer = await glue.call('GetPartitionIndexes', TABLE);
    return answer.PartitionIndexDescriptorList.map(
      (each: any) => each.IndexName,
    );
  };

  it('are created with a table or later, described, deleted', async () => {
    await create(index('a', 'country'));
    expect(await glue.call('GetPartitionIndexes', TABLE)).toEqual({
      PartitionIndexDescriptorList: [
        {
          IndexName: 'a',
          Keys: [{ Name: 'country', Type: 'string' }],
          IndexStatus: 'ACTIVE',
        },
        {
          IndexName: 'by-year',
          Keys: [
            { Name: 'year', Type: 'int' },
            { Name: 'country', Type: 'string' },
          ],
          IndexStatus: 'ACTIVE',
        },
      ],
    });
    await glue.call('DeletePartitionIndex', { ...TABLE, IndexName: 'by-year' });
    expect(await names()).toEqual(['a']);
    await glue.call('DeleteTable', { DatabaseName: 'sales', Name: 'orders' });
    await glue.call('CreateTable', {
      DatabaseName: 'sales',
      TableInput: { Name: 'orders' },
    });
    expect(await names()).toEqual([]);
  });

  it.each<[object, string, string]>([
    [index('by-year', 'year'), 'AlreadyExistsException', 'by-year'],
    [index('a', 'region'), 'InvalidInputException', 'no partition key'],
    [index('a', 'at'), 'InvalidInputException', 'of the type timestamp'],
    [index('a', 'year', 'YEAR'), 'InvalidInputException', 'twice'],
    [index('a'), 'ValidationException', 'Keys'],
  ])('%j is refused', async (PartitionIndex, code, message) => {
    await expect(create(PartitionIndex)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(await names()).toEqual(['by-year']);
  });

  it('are three at most', async () => {
    await create(index('a', 'country'));
    await create(index('b', 'year'));
    await expect(create(index('c', 'year'))).rejects.toMatchObject({
      code: 'ResourceNumberLimitExceededException',
    });
  });

  it('check the values of new partitions', async () => {
    await createPartition('US', '2026', 'whenever');
    await expect(createPartition('US', 'foo', 'x')).rejects.toMatchObject({
      code: 'InvalidInputException',
      message: expect.stringContaining('foo of year'),
    });
    await glue.call('DeletePartitionIndex', { ...TABLE, IndexName: 'by-year' });
    await createPartition('US', 'foo', 'x');
    await expect(create(index('a', 'year'))).rejects.toThrow('foo of year');
    expect(await names()).toEqual([]);
  });

  const changed = (position: number, key: object) =>
    KEYS.map((each, i) => (i === position ? { ...each, ...key } : each));

  const update = (PartitionKeys: object[]) =>
    glue.call('UpdateTable', {
      DatabaseName: 'sales',
      TableInput: { Name: 'orders', PartitionKeys },
    });

  it.each<[string, object[]]>([
    ['a new key behind them', [...KEYS, { Name: 'n', Type: 'int' }]],
    ['a type without index', changed(2, { Type: 'string' })],
  ])('let %s change: %j', async (_, keys) => {
    expect(await update(keys)).toEqual({});
  });

  it.each<[string, object[]]>([
    ['an indexed type', changed(1, { Type: 'bigint' })],
    ['a name', changed(2, { Name: 'time' })],
    ['the order', [KEYS[1], KEYS[0], KEYS[2]]],
    ['the number of keys', KEYS.slice(0, 2)],
  ])('let not %s change: %j', async (_, keys) => {
    await expect(update(keys)).rejects.toMatchObject({
      code: 'InvalidInputException',
      message: expect.stringContaining('by-year'),
    });
  });

  it.each([
    ['GetPartitionIndexes', {}],
    ['CreatePartitionIndex', { PartitionIndex: index('a', 'k') }],
    ['DeletePartitionIndex', { IndexName: 'a' }],
  ])('%s of a table that does not exist', async (operation, input) => {
    await expect(
      glue.call(operation, { ...TABLE, TableName: 'x', ...input }),
    ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  });

  it('are not found where there is none', async () => {
    await expect(
      glue.call('DeletePartitionIndex', { ...TABLE, IndexName: 'x' }),
    ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  });
});
