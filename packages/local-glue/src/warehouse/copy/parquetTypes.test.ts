import { fitsParquet } from './parquetTypes';

describe('fitsParquet', () => {
  it.each([
    ['INTEGER', 'INTEGER', true],
    ['SMALLINT', 'INTEGER', true],
    ['SMALLINT', 'SMALLINT', true],
    ['INTEGER', 'BIGINT', false],
    ['BIGINT', 'INTEGER', false],
    ['BIGINT', 'BIGINT', true],
    ['DOUBLE', 'FLOAT', false],
    ['FLOAT', 'DOUBLE', false],
    ['DOUBLE', 'DECIMAL(10,2)', false],
    ['DECIMAL(10,2)', 'DECIMAL(10,2)', true],
    ['DECIMAL(10,2)', 'DECIMAL(10,3)', false],
    ['DECIMAL(10,2)', 'DECIMAL(9,2)', false],
    ['DECIMAL(10,2)', 'DOUBLE', false],
    ['BOOLEAN', 'INTEGER', false],
    ['DATE', 'DATE', true],
    ['DATE', 'TIMESTAMP', false],
    ['TIMESTAMP', 'DATE', false],
    ['TIMESTAMP', 'TIMESTAMP WITH TIME ZONE', true],
    ['TIMESTAMP WITH TIME ZONE', 'TIMESTAMP', true],
    ['TIME', 'TIME', true],
    ['TIME', 'TIMESTAMP', false],
    ['VARCHAR', 'VARCHAR', true],
    ['VARCHAR', 'INTEGER', false],
    ['VARCHAR', 'STRUCT(a INTEGER)', false],
    ['BLOB', 'BLOB', true],
    ['JSON', 'STRUCT(a INTEGER)', true],
    ['JSON', 'VARCHAR', true],
  ])('into %s from %s: %p', (column, parquet, fits) => {
    expect(fitsParquet(column, parquet)).toBe(fits);
  });
});
