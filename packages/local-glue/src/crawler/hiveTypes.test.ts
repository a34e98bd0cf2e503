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
  it.each<[DuckDBType, string]>([
    [BOOLEAN, 'boolean'],
    [TINYINT, 'tinyint'],
    [SMALLINT, 'smallint'],
    [INTEGER, 'int'],
    [BIGINT, 'bigint'],
    [HUGEINT, 'bigint'],
    [UTINYINT, 'smallint'],
    [USMALLINT, 'int'],
    [UINTEGER, 'bigint'],
    [UBIGINT, 'decimal(20,0)'],
    [FLOAT, 'float'],
    [DOUBLE, 'double'],
    [DECIMAL(10, 2), 'decimal(10,2)'],
    [VARCHAR, 'string'],
    [DATE, 'date'],
    [TIMESTAMP, 'timestamp'],
    [TIMESTAMPTZ, 'timestamp'],
    [TIME, 'bigint'],
    [UUID, 'string'],
    [INTERVAL, 'string'],
    [BLOB, 'binary'],
    [LIST(INTEGER), 'array<int>'],
    [ARRAY(DOUBLE, 3), 'array<double>'],
    [MAP(VARCHAR, DATE), 'map<string,date>'],
    [
      STRUCT({ a: LIST(STRUCT({ b: TIMESTAMP })), c: DECIMAL(4, 1) }),
      'struct<a:array<struct<b:timestamp>>,c:decimal(4,1)>',
    ],
  ])('%s is %s', (type, expected) => {
    expect(hiveType(type)).toBe(expected);
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
