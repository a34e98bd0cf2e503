import { TestGlue } from '../__testUtils__/TestGlue';

const IN_SALES = { DatabaseName: 'sales' };
const OF_ORDERS = { ...IN_SALES, TableName: 'orders' };
const ORDERS = { Name: 'orders', PartitionKeys: [{ Name: 'k' }] };
const DATABASE_ARN = 'arn:aws:glue:us-east-1:000000000000:database/sales';
const connection = (Name: string) => ({
  Name,
  ConnectionType: 'NETWORK',
  ConnectionProperties: {},
});

describe('changes of several rows', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'sales' },
      Tags: { team: 'data' },
    });
    await glue.call('CreateTable', { ...IN_SALES, TableInput: ORDERS });
    await glue.call('CreateTable', { ...IN_SALES, TableInput: { Name: 'z' } });
    for (const description of ['1', '2']) {
      await glue.call('UpdateTable', {
        ...IN_SALES,
        TableInput: { ...ORDERS, Description: description },
      });
    }
    for (const value of ['p', 'q']) {
      await glue.call('CreatePartition', {
        ...OF_ORDERS,
        PartitionInput: { Values: [value] },
      });
    }
    for (const name of ['c', 'd']) {
      await glue.call('CreateConnection', {
        ConnectionInput: connection(name),
        Tags: { team: 'data' },
      });
    }
  });

  afterEach(() => glue.dispose());

  const rows = () =>
    [
      'glue_database',
      'glue_table',
      'glue_table_version',
      'glue_partition',
      'glue_connection',
      'glue_tag',
    ].map(table => glue.database.prepare(`SELECT * FROM ${table}`).all());

  /** Fails after other rows of the same change were written, as a full disk would. */
  const failOn = (event: string, condition: string) =>
    glue.database.exec(
      `CREATE TEMP TRIGGER broken ${event} WHEN ${condition}
       BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    );

  it.each<[string, object, string, string]>([
    [
      'CreateDatabase',
      { DatabaseInput: { Name: 'new' }, Tags: { a: '1', b: '2' } },
      'BEFORE INSERT ON glue_tag',
      "NEW.key = 'b'",
    ],
    [
      'DeleteDatabase',
      { Name: 'sales' },
      'BEFORE DELETE ON glue_tag',
      "OLD.key = 'team'",
    ],
    [
      'TagResource',
      { ResourceArn: DATABASE_ARN, TagsToAdd: { a: '1', b: '2' } },
      'BEFORE INSERT ON glue_tag',
      "NEW.key = 'b'",
    ],
    [
      'UntagResource',
      { ResourceArn: DATABASE_ARN, TagsToRemove: ['x', 'team'] },
      'AFTER DELETE ON glue_tag',
      "OLD.key = 'team'",
    ],
    [
      'UpdateTable',
      { ...IN_SALES, TableInput: { ...ORDERS, Description: '3' } },
      'BEFORE UPDATE ON glue_table',
      "NEW.name = 'orders'",
    ],
    [
      'BatchDeleteTable',
      { ...IN_SALES, TablesToDelete: ['orders', 'z'] },
      'BEFORE DELETE ON glue_table',
      "OLD.name = 'z'",
    ],
    [
      'BatchDeleteTableVersion',
      { ...OF_ORDERS, VersionIds: ['0', '1'] },
      'BEFORE DELETE ON glue_table_version',
      'OLD.version = 1',
    ],
    [
      'BatchCreatePartition',
      {
        ...OF_ORDERS,
        PartitionInputList: [{ Values: ['r'] }, { Values: ['s'] }],
      },
      'BEFORE INSERT ON glue_partition',
      `NEW.partition_values = '["s"]'`,
    ],
    [
      'BatchUpdatePartition',
      {
        ...OF_ORDERS,
        Entries: ['p', 'q'].map(value => ({
          PartitionValueList: [value],
          PartitionInput: { Parameters: { rows: '7' } },
        })),
      },
      'BEFORE UPDATE ON glue_partition',
      `NEW.partition_values = '["q"]'`,
    ],
    [
      'BatchDeletePartition',
      {
        ...OF_ORDERS,
        PartitionsToDelete: [{ Values: ['p'] }, { Values: ['q'] }],
      },
      'BEFORE DELETE ON glue_partition',
      `OLD.partition_values = '["q"]'`,
    ],
    [
      'CreateConnection',
      { ConnectionInput: connection('new'), Tags: { a: '1' } },
      'BEFORE INSERT ON glue_tag',
      "NEW.key = 'a'",
    ],
    [
      'BatchDeleteConnection',
      { ConnectionNameList: ['c', 'd'] },
      'BEFORE DELETE ON glue_connection',
      "OLD.name = 'd'",
    ],
  ])(
    '%s changes all or nothing',
    async (operation, input, event, condition) => {
      const before = rows();
      failOn(event, condition);
      await expect(glue.call(operation, input)).rejects.toThrow('disk is full');
      expect(rows()).toEqual(before);
      glue.database.exec('DROP TRIGGER broken');
      await glue.call(operation, input);
      expect(rows()).not.toEqual(before);
    },
  );
});
