import { stripVTControlCharacters } from 'node:util';
import { Result } from '../warehouseQuery';
import { formatCsv, formatJson, formatResult } from './result';

const rows: Result = {
  columns: [
    { name: 'name', typeName: 'varchar' },
    { name: 'n', typeName: 'int4' },
  ],
  rows: [
    ['a, "b"\nc', 10],
    ['', null],
  ],
  hasRows: true,
};
const none: Result = { columns: [], rows: [], hasRows: false };

it.each([
  [
    'a table',
    formatResult,
    rows,
    ['name          n', 'a, "b"\\nc    10', '           null', '(2 rows)'],
  ],
  ['a table', formatResult, none, ['done']],
  ['CSV', formatCsv, rows, ['name,n', '"a, ""b""\nc",10', '"",']],
  ['CSV', formatCsv, none, []],
  [
    'JSON',
    formatJson,
    rows,
    ['[{"name":"a, \\"b\\"\\nc","n":10},{"name":"","n":null}]'],
  ],
  ['JSON', formatJson, none, ['[]']],
])('writes %s', (_name, format, result, expected) => {
  expect(format(result).map(stripVTControlCharacters)).toEqual(expected);
});
