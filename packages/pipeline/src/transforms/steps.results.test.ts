import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { SourceColumn } from '../columns/columnFields';
import { declaredType } from '../columns/rowTypes';
import { stepsOn } from '../testing/stepsOn';
import { columnsAfterSteps } from './steps';

type Value = string | number | boolean | null;

interface Case {
  name: string;
  tables: Record<string, { columns: string; rows: Value[][] }>;
  steps: object[];
  sql: string;
  columns: string;
  result: Value[][];
}

/** Steps whose results Spark computes too, by the jobs. */
const CASES: Case[] = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../../etl-scripts/tests/transforms/steps.json'),
    'utf8',
  ),
);

const DECIMAL = /^decimal\((\d+),(\d+)\)$/;

/** `id int, price decimal(6,2)` as columns. */
const columnsIn = (text: string): SourceColumn[] =>
  text.split(', ').map(column => {
    const [name, type] = column.split(' ');
    const [, precision, scale] = DECIMAL.exec(type) ?? [];
    return {
      name,
      nullable: true,
      ...(precision
        ? {
            type: 'decimal',
            precision: Number(precision),
            scale: Number(scale),
          }
        : { type: type as SourceColumn['type'] }),
    };
  });

const typesOf = (columns: SourceColumn[]) =>
  new Map(columns.map(one => [one.name, declaredType(one)] as const));

const textOf = (value: Value) => (value === null ? null : String(value));

const literal = (value: Value) =>
  value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`;

const sorted = (rows: (string | null)[][]) =>
  rows.map(row => JSON.stringify(row)).sort();

describe.each(CASES)('$name', ({ tables, steps, sql, columns, result }) => {
  it('has the columns that the language foresees', () => {
    const sources = Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [
        name,
        columnsIn(table.columns),
      ]),
    );
    const after = columnsAfterSteps(
      stepsOn(sources, ...steps).transform,
      typesOf(sources.rows),
      name => typesOf(sources[name]),
      () => {},
    );
    expect([...after!]).toEqual([...typesOf(columnsIn(columns))]);
  });

  it('is what DuckDB makes of its SQL', async () => {
    const duckdb = await DuckDBInstance.create(':memory:');
    let connection: DuckDBConnection | undefined;
    try {
      connection = await duckdb.connect();
      for (const [name, table] of Object.entries(tables)) {
        await connection.run(`CREATE TABLE ${name} (${table.columns})`);
        for (const row of table.rows) {
          await connection.run(
            `INSERT INTO ${name} VALUES (${row.map(literal).join(', ')})`,
          );
        }
      }
      const found = await connection.runAndReadAll(
        `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${sql})`,
      );
      expect(found.columnNames()).toEqual(
        columnsIn(columns).map(({ name }) => name),
      );
      expect(sorted(found.getRows() as (string | null)[][])).toEqual(
        sorted(result.map(row => row.map(textOf))),
      );
    } finally {
      connection?.closeSync();
      duckdb.closeSync();
    }
  });
});
