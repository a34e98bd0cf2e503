import {
  ARRAY,
  BIGINT,
  BLOB,
  BOOLEAN,
  DATE,
  DECIMAL,
  DOUBLE,
  DuckDBType,
  FLOAT,
  HUGEINT,
  INTEGER,
  INTERVAL,
  LIST,
  MAP,
  SMALLINT,
  STRUCT,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
  TINYINT,
  UBIGINT,
  UINTEGER,
  USMALLINT,
  UTINYINT,
  UUID,
  VARCHAR,
} from '@duckdb/node-api';
import { hiveType, widerType } from './hiveTypes';

describe('hiveType', () => {
  it.each<[DuckDBType, string, string]>([
    [BOOLEAN, 'boolean', 'boolean'],
    [TINYINT, 'bigint', 'tinyint'],
    [SMALLINT, 'bigint', 'smallint'],
    [INTEGER, 'bigint', 'int'],
    [BIGINT, 'bigint', 'bigint'],
    [HUGEINT, 'bigint', 'bigint'],
    [UTINYINT, 'bigint', 'smallint'],
    [USMALLINT, 'bigint', 'int'],
    [UINTEGER, 'bigint', 'bigint'],
    [UBIGINT, 'bigint', 'decimal(20,0)'],
    [FLOAT, 'double', 'float'],
    [DOUBLE, 'double', 'double'],
    [DECIMAL(10, 2), 'double', 'decimal(10,2)'],
    [VARCHAR, 'string', 'string'],
    [DATE, 'string', 'date'],
    [TIMESTAMP, 'string', 'timestamp'],
    [TIMESTAMPTZ, 'string', 'timestamp'],
    [TIME, 'string', 'bigint'],
    [UUID, 'string', 'string'],
    [INTERVAL, 'string', 'string'],
    [BLOB, 'string', 'binary'],
    [LIST(INTEGER), 'array<bigint>', 'array<int>'],
    [ARRAY(DOUBLE, 3), 'array<double>', 'array<double>'],
    [MAP(VARCHAR, DATE), 'map<string,string>', 'map<string,date>'],
    [
      STRUCT({ a: LIST(STRUCT({ b: TIMESTAMP })), c: DECIMAL(4, 1) }),
      'struct<a:array<struct<b:string>>,c:double>',
      'struct<a:array<struct<b:timestamp>>,c:decimal(4,1)>',
    ],
  ])('%s is %s in text formats and %s in Parquet', (type, text, parquet) => {
    expect(hiveType(type, 'csv')).toBe(text);
    expect(hiveType(type, 'json')).toBe(text);
    expect(hiveType(type, 'parquet')).toBe(parquet);
  });
});

describe('widerType', () => {
  it.each([
    ['bigint', 'bigint', 'bigint'],
    ['int', 'bigint', 'bigint'],
    ['smallint', 'tinyint', 'smallint'],
    ['bigint', 'double', 'double'],
    ['float', 'double', 'double'],
    ['bigint', 'string', 'string'],
    ['date', 'timestamp', 'string'],
    ['decimal(10,2)', 'decimal(12,2)', 'string'],
    ['array<int>', 'array<double>', 'array<double>'],
    ['array<int>', 'int', 'string'],
    [
      'struct<a:int,b:string>',
      'struct<a:bigint,b:string>',
      'struct<a:bigint,b:string>',
    ],
    ['map<string,int>', 'map<string,bigint>', 'string'],
  ])('%s and %s are %s', (a, b, wider) => {
    expect(widerType(a, b)).toBe(wider);
    expect(widerType(b, a)).toBe(wider);
  });
});
