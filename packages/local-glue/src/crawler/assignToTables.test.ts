import { assignToTables } from './assignToTables';
import type { CrawledFile } from './groupTables';

const file = (key: string): CrawledFile => ({
  key,
  size: 1,
  recordCount: 1,
  schema: { format: 'parquet', compression: 'none', columns: [] },
});

const table = (name: string, location: string, ...partitionKeys: string[]) => ({
  databaseName: 'db',
  name,
  location,
  partitionKeys,
});

const tables = [
  table('sales', 's3://b/sales/', 'year', 'month'),
  table('flat', 's3://b/flat'),
  table('elsewhere', 's3://other/sales/', 'year'),
];

function outline(isExact: boolean, ...keys: string[]) {
  const { assigned, rest } = assignToTables(
    keys.map(file),
    'b',
    tables,
    isExact,
  );
  return {
    tables: assigned.map(
      ({ table: { name }, group }) =>
        `${name}: ${group.partitions.map(each => `${each.values.join('/')} at ${each.location}`).join('; ')}`,
    ),
    rest: rest.map(({ key }) => key),
  };
}

describe('assignToTables', () => {
  it('makes partitions of folders at the right depth', () => {
    expect(
      outline(
        true,
        'sales/year=2019/month=Mar/1',
        'sales/year=2019/month=Mar/2',
        'sales/2020/Jan/1',
        'sales/year=2019/1',
        'sales/year=2019/day=1/1',
        'sales/year=2019/month=Mar/day=1/1',
        'flat/1',
        'others/1',
      ),
    ).toEqual({
      tables: [
        'sales: 2019/Mar at sales/year=2019/month=Mar/; 2020/Jan at sales/2020/Jan/',
      ],
      rest: [
        'sales/year=2019/1',
        'sales/year=2019/day=1/1',
        'sales/year=2019/month=Mar/day=1/1',
        'flat/1',
        'others/1',
      ],
    });
  });

  it('takes what is deeper along where the table itself is the target', () => {
    expect(
      outline(false, 'sales/year=2019/month=Mar/day=1/1', 'flat/1', 'flat/x/2'),
    ).toEqual({
      tables: ['sales: 2019/Mar at sales/year=2019/month=Mar/', 'flat: '],
      rest: [],
    });
  });
});
