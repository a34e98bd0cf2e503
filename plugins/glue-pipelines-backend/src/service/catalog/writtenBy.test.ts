import { Crawler, Table } from '@aws-sdk/client-glue';
import { writtenBy } from './writtenBy';

const crawler: Crawler = {
  Name: 'raw',
  TablePrefix: 'in_',
  Targets: { S3Targets: [{ Path: 's3://data/raw' }] },
};
const table = (
  name: string,
  location: string,
  parameters?: Record<string, string>,
): Table => ({
  Name: name,
  DatabaseName: 'sales',
  StorageDescriptor: { Location: location },
  Parameters: parameters,
});

it.each([
  ['says so', table('x', 's3://other/', { UPDATED_BY_CRAWLER: 'raw' }), true],
  [
    'says another one',
    table('in_a', 's3://data/raw/a/', { UPDATED_BY_CRAWLER: 'other' }),
    false,
  ],
  ['lies below its target', table('in_a', 's3://data/raw/a/'), true],
  ['is its target', table('in_raw', 's3://data/raw'), true],
  ['lies beside its target', table('in_a', 's3://data/rawest/a/'), false],
  ['has another prefix', table('a', 's3://data/raw/a/'), false],
  ['lies nowhere', { Name: 'in_view', DatabaseName: 'sales' }, false],
])('a table that %s', (_, candidate, expected) => {
  expect(writtenBy(crawler, candidate)).toBe(expected);
});

it('a table that the crawler names as its target', () => {
  const named: Crawler = {
    Name: 'named',
    Targets: {
      CatalogTargets: [{ DatabaseName: 'sales', Tables: ['orders'] }],
    },
  };
  const other = { UPDATED_BY_CRAWLER: 'other' };
  expect(writtenBy(named, table('orders', 's3://data/', other))).toBe(true);
  expect(writtenBy(named, table('lines', 's3://data/', other))).toBe(false);
});
