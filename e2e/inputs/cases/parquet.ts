import { type InputCase, refused, right } from '../InputCase';

const PARQUET: InputCase['sources'] = [{ format: 'parquet' }];
const of = (query: string) => ({ query });

/** Parquet, whose files need not agree. */
export const parquet: InputCase[] = [
  {
    name: '32 bits in one file and 64 in another',
    files: {
      'a.parquet': of('SELECT 1::INTEGER AS id, 2::INTEGER AS n'),
      'b.parquet': of('SELECT 2::INTEGER AS id, 9007199254740993::BIGINT AS n'),
    },
    sources: PARQUET,
    expect: right([
      ['1', '2'],
      ['2', '9007199254740993'],
    ]),
  },
  {
    name: 'columns in another order, and a new one',
    files: {
      'a.parquet': of("SELECT 1::BIGINT AS id, 'x' AS a"),
    },
    sources: PARQUET,
    later: {
      'b.parquet': of("SELECT true AS extra, 'y' AS a, 2::BIGINT AS id"),
    },
    expect: right([
      ['1', 'x'],
      ['2', 'y'],
    ]),
  },
  {
    name: 'a column that a later file lacks',
    files: { 'a.parquet': of("SELECT 1::BIGINT AS id, 'x' AS a") },
    sources: PARQUET,
    later: { 'b.parquet': of('SELECT 2::BIGINT AS id') },
    expect: refused('run', /b\.parquet[^]*\ba\b/),
  },
  {
    name: 'a column of another type in a later file',
    files: { 'a.parquet': of('SELECT 1::BIGINT AS id, 5::BIGINT AS n') },
    sources: PARQUET,
    later: { 'b.parquet': of("SELECT 2::BIGINT AS id, 'five' AS n") },
    expect: refused('run', /b\.parquet[^]*\bn\b/),
  },
  {
    name: 'structs and lists',
    files: {
      'a.parquet': of(
        "SELECT 1::BIGINT AS id, {'town': 'Graz', 'no': 7} AS at, [1, 2] AS list",
      ),
    },
    sources: PARQUET,
    expect: right([['1', '{"town":"Graz","no":7}', '[1,2]']]),
  },
  {
    name: 'zstd, decimals, dates, moments and booleans',
    files: {
      'a.parquet': {
        query:
          "SELECT 1.10::DECIMAL(38,10) AS d, DATE '2024-02-29' AS day, TIMESTAMP '2024-01-01 10:00:00.5' AS at, true AS b, 0.5::FLOAT AS f",
        codec: 'zstd',
      },
    },
    sources: PARQUET,
    expect: right(
      [['1.1000000000', '2024-02-29', '2024-01-01 10:00:00.5', 'true', '0.5']],
      [
        'd numeric(38,10)',
        'day date',
        'at timestamp without time zone',
        'b boolean',
        'f double precision',
      ],
    ),
  },
  {
    name: 'moments with a time zone',
    files: {
      'a.parquet': of("SELECT TIMESTAMPTZ '2024-01-01 10:00:00+02' AS at"),
    },
    sources: PARQUET,
    expect: right([['2024-01-01 08:00:00']]),
  },
  {
    name: 'no rows',
    files: { 'a.parquet': of('SELECT 1::BIGINT AS id LIMIT 0') },
    sources: PARQUET,
    expect: refused('form', /no rows/),
  },
  {
    name: 'folders of numbers and dates',
    files: {
      'a.parquet': of(
        "SELECT * FROM (VALUES (1::BIGINT, DATE '2024-01-01', 'x'), (2, DATE '2024-01-02', 'y')) AS t(n, day, a)",
      ),
    },
    sources: PARQUET,
    output: { partitionBy: ['n', 'day'] },
    expect: right(
      [
        ['1', '2024-01-01', 'x'],
        ['2', '2024-01-02', 'y'],
      ],
      ['n bigint', 'day date', 'a character varying(65535)'],
    ),
  },
];
