import { sourceNameOf } from './sourceName';

describe('sourceNameOf', () => {
  it.each<[string, string[], string]>([
    ['s3://shop/Orders 2026.csv.gz', [], 'orders_2026'],
    ['s3://shop/daily-orders/', [], 'daily_orders'],
    ['s3://shop/2026/', [], 'source_2026'],
    ['s3://shop/day=2026-01-31/', [], 'source_2026_01_31'],
    ['s3://shop/\u00e4\u00f6.csv', [], 'source'],
    ['s3://shop/a.csv', ['a', 'a_2'], 'a_3'],
    [`s3://shop/${'x'.repeat(60)}`, [], 'x'.repeat(39)],
  ])('of %s', (uri, taken, name) =>
    expect(sourceNameOf(uri, taken)).toBe(name),
  );
});
