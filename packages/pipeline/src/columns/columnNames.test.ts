import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  catalogNames,
  columnName,
  redshiftNames,
  uniqueNames,
} from './columnNames';

interface Case {
  what: string;
  file: string[];
  catalog: string[];
  redshift: string[];
}

// The jobs' own tests read the same cases, and travel with the jobs.
const COLUMN_NAMES: Case[] = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../../etl-scripts/tests/column_names.json'),
    'utf8',
  ),
);

describe('catalogNames', () => {
  it.each(COLUMN_NAMES)('$what', ({ file, catalog }) =>
    expect(catalogNames(file)).toEqual(catalog),
  );
});

describe('columnName', () => {
  it.each([
    ['  iso_code ', 'iso_code'],
    [' ', 'partition_0'],
    ['a'.repeat(300), 'a'.repeat(255)],
    [`${'a'.repeat(254)}\u{1F600}`, 'a'.repeat(254)],
  ])('%j is %j', (name, expected) =>
    expect(columnName(name, 'partition_0')).toBe(expected),
  );
});

describe('uniqueNames', () => {
  it.each<[string[], string[]]>([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a', 'a', 'b', 'a'],
      ['a', 'a_2', 'b', 'a_3'],
    ],
    [
      ['a', 'a_2', 'a'],
      ['a', 'a_2', 'a_3'],
    ],
    [
      ['a', 'a', 'a_2'],
      ['a', 'a_3', 'a_2'],
    ],
    [
      ['x'.repeat(255), 'x'.repeat(255)],
      ['x'.repeat(255), `${'x'.repeat(253)}_2`],
    ],
    [[], []],
  ])('%j becomes %j', (names, expected) => {
    expect(uniqueNames(names)).toEqual(expected);
  });

  it('numbers thousands of equal names in no time', () => {
    const names = uniqueNames(Array.from({ length: 20_000 }, () => 'a'));
    expect(new Set(names).size).toBe(20_000);
  });
});

describe('redshiftNames', () => {
  it.each(COLUMN_NAMES)('$what', ({ catalog, redshift }) => {
    expect(redshiftNames(catalog)).toEqual(redshift);
    expect(new Set(redshiftNames(catalog)).size).toBe(catalog.length);
  });
});
