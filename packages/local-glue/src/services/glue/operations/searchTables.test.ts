import { storageDescriptor } from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

/** SearchTables: AWS Glue API reference. */
describe('a search for tables', () => {
  let glue: TestGlue;

  beforeAll(async () => {
    glue = new TestGlue();
    const tables: Record<string, object[]> = {
      sales: [
        {
          Name: 'customer-link',
          Description: 'Who bought what',
          Owner: 'data',
          Parameters: { classification: 'parquet', team: 'sales:eu' },
        },
        { Name: 'customerlink', LastAccessTime: 1_700_000_000 },
      ],
      covid: [
        {
          Name: 'xx-link-yy',
          StorageDescriptor: storageDescriptor('s3://data/cases/'),
          LastAccessTime: 1_600_000_000,
        },
        { Name: 'orders', TableType: 'VIRTUAL_VIEW' },
      ],
    };
    for (const [Name, inputs] of Object.entries(tables)) {
      await glue.call('CreateDatabase', {
        DatabaseInput: { Name, Description: `The ${Name} numbers` },
      });
      for (const TableInput of inputs) {
        await glue.call('CreateTable', { DatabaseName: Name, TableInput });
      }
    }
  });

  afterAll(() => glue.dispose());

  const search = async (input: object): Promise<string[]> => {
    const { TableList } = await glue.call('SearchTables', input);
    return TableList.map((table: any) => table.Name);
  };

  const filter = (Key: string, Value: string, Comparator?: string) => ({
    Filters: [{ Key, Value, Comparator }],
  });

  it.each<[object, string[]]>([
    [{}, ['orders', 'xx-link-yy', 'customer-link', 'customerlink']],
    [filter('Name', 'link'), ['xx-link-yy', 'customer-link']],
    [filter('Name', 'customer-link'), ['customer-link']],
    [filter('DatabaseName', 'sales'), ['customer-link', 'customerlink']],
    [filter('classification', 'parquet'), ['customer-link']],
    [filter('team', 'eu'), ['customer-link']],
    [filter('TableType', 'VIRTUAL_VIEW'), ['orders']],
    [filter('LastAccessTime', '1700000000'), ['customerlink']],
    [
      filter('LastAccessTime', '2023-01-01T00:00:00Z', 'LESS_THAN'),
      ['xx-link-yy'],
    ],
    [
      filter('LastAccessTime', '1600000000', 'GREATER_THAN_EQUALS'),
      ['xx-link-yy', 'customerlink'],
    ],
    [
      {
        Filters: [
          { Key: 'Name', Value: 'link' },
          { Key: 'DatabaseName', Value: 'covid' },
        ],
      },
      ['xx-link-yy'],
    ],
    [{ SearchText: 'LINK' }, ['xx-link-yy', 'customer-link', 'customerlink']],
    [{ SearchText: 'link bought' }, ['customer-link']],
    [{ SearchText: 'cases' }, ['xx-link-yy']],
    [{ SearchText: 'date' }, ['xx-link-yy']],
    [{ SearchText: 'sales numbers' }, ['customer-link', 'customerlink']],
    [{ SearchText: '"orders"' }, ['orders']],
    [{ SearchText: '"order"' }, []],
    [{ ResourceShareType: 'FOREIGN' }, []],
    [
      { SortCriteria: [{ FieldName: 'Name', Sort: 'DESC' }] },
      ['xx-link-yy', 'orders', 'customerlink', 'customer-link'],
    ],
    [
      { SortCriteria: [{ FieldName: 'LastAccessTime', Sort: 'DESC' }] },
      ['customerlink', 'xx-link-yy', 'orders', 'customer-link'],
    ],
  ])('by %j', async (input, expected) => {
    expect(await search(input)).toEqual(expected);
  });

  it.each([
    undefined,
    [{ FieldName: 'LastAccessTime', Sort: 'DESC' }],
    [{ FieldName: 'Owner', Sort: 'ASC' }],
  ])('in pages, sorted by %j', async SortCriteria => {
    const names: string[] = [];
    let NextToken: string | undefined;
    do {
      const answer = await glue.call('SearchTables', {
        SortCriteria,
        MaxResults: 1,
        NextToken,
      });
      names.push(...answer.TableList.map((table: any) => table.Name));
      NextToken = answer.NextToken;
    } while (NextToken);
    expect(names).toEqual(await search({ SortCriteria }));
  });

  it.each<[object, string]>([
    [filter('Name', 'a', 'LESS_THAN'), 'for times only'],
    [filter('CreateTime', 'yesterday'), 'yesterday is no time'],
    [{ Filters: [{ Key: 'Name' }] }, 'needs a Key and a Value'],
    [{ SortCriteria: [{ FieldName: 'Size' }] }, 'not sorted by Size'],
    [{ NextToken: 'x' }, "'NextToken'"],
    [
      { NextToken: Buffer.from('["orders"]').toString('base64url') },
      "'NextToken'",
    ],
  ])('%j is refused', async (input, message) => {
    await expect(glue.call('SearchTables', input)).rejects.toMatchObject({
      code: 'InvalidInputException',
      message: expect.stringContaining(message),
    });
  });
});
