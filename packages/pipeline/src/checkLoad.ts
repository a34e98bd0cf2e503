import type { RowType } from './columns/rowTypes';
import { expectColumn, RESULTING_ROWS, type Columns } from './columns/Columns';
import type { PipelineDraft } from './pipelineFields';
import { repeated } from './repeated';
import type { Report } from './report';

type Warehouse = PipelineDraft['warehouse'];

/** `<table>_loads` beside the table has a name of Redshift as well. */
const LONGEST_TABLE = 127 - '_loads'.length;

const HISTORY_COLUMNS = ['valid_from', 'valid_to', 'is_current'];

const TIMES: readonly (RowType | undefined)[] = [
  'date',
  'timestamp',
  undefined,
];

/** How the fields of `warehouse.load` fit together, and with the others. */
export function checkLoad(
  { load: { mode, keys, changedAt }, evolution, table }: Warehouse,
  report: Report,
) {
  const at: Report = (path, message) =>
    report(['warehouse', 'load', ...path], message);
  const hasKeys = mode === 'merge' || mode === 'history';
  if (hasKeys && !keys) {
    at(['keys'], `is missing, and mode is ${mode}: name what tells rows apart`);
  }
  if (!hasKeys && keys) {
    at(
      ['keys'],
      `is for the modes merge and history, and mode is ${mode}: remove it`,
    );
  }
  for (const { value, index } of repeated(keys ?? [])) {
    at(['keys', index], `"${value}" occurs twice: remove one`);
  }
  if (changedAt !== undefined && mode !== 'history') {
    at(
      ['changedAt'],
      `is for the mode history, and mode is ${mode}: remove it`,
    );
  }
  if (changedAt !== undefined && keys?.includes(changedAt)) {
    at(
      ['changedAt'],
      `"${changedAt}" is one of the keys, so no row would have a second version: take it out of keys`,
    );
  }
  if (mode === 'replace') {
    return;
  }
  if (evolution === 'replace') {
    report(
      ['warehouse', 'evolution'],
      `is replace, which drops all rows, and load.mode is ${mode}, which keeps them: use add-columns or fail`,
    );
  }
  if (table.length > LONGEST_TABLE) {
    report(
      ['warehouse', 'table'],
      `has ${table.length} characters, and load.mode ${mode} makes a table ${table}_loads beside it: use at most ${LONGEST_TABLE}`,
    );
  }
}

/** How the fields that say how the table is laid out fit together. */
export function checkLayout(
  { distribution, sortBy = [] }: Warehouse,
  report: Report,
) {
  const path = ['warehouse', 'distribution', 'column'];
  if (distribution?.style === 'key' && !distribution.column) {
    report(path, 'is missing, and style is key: name the column');
  }
  if (distribution && distribution.style !== 'key' && distribution.column) {
    report(
      path,
      `is for the style key, and style is ${distribution.style}: remove it`,
    );
  }
  for (const { value, index } of repeated(sortBy)) {
    report(
      ['warehouse', 'sortBy', index],
      `"${value}" occurs twice: remove one`,
    );
  }
}

/** Checks the columns by which the table is laid out against those of the result. */
export function checkLayoutColumns(
  { distribution, sortBy = [] }: Warehouse,
  result: Columns,
  report: Report,
) {
  const named: [(string | number)[], string][] = [
    ...(distribution?.column
      ? [
          [['warehouse', 'distribution', 'column'], distribution.column] as [
            string[],
            string,
          ],
        ]
      : []),
    ...sortBy.map((name, index): [(string | number)[], string] => [
      ['warehouse', 'sortBy', index],
      name,
    ]),
  ];
  for (const [path, name] of named) {
    expectColumn(path, name, result, report, RESULTING_ROWS);
  }
}

/** Checks the columns that `warehouse.load` names against those of the result. */
export function checkLoadColumns(
  { load: { mode, keys, changedAt } }: Warehouse,
  result: Columns,
  report: Report,
) {
  const path = ['warehouse', 'load'];
  const rows = RESULTING_ROWS;
  keys?.forEach((name, index) =>
    expectColumn([...path, 'keys', index], name, result, report, rows),
  );
  if (
    changedAt !== undefined &&
    expectColumn([...path, 'changedAt'], changedAt, result, report, rows) &&
    !TIMES.includes(result.get(changedAt))
  ) {
    report(
      [...path, 'changedAt'],
      `"${changedAt}" is ${result.get(changedAt)}: name a date or a timestamp`,
    );
  }
  for (const name of mode === 'history' ? HISTORY_COLUMNS : []) {
    if (result.has(name)) {
      report(
        [...path, 'mode'],
        `is history, which makes a column ${name}, and the result has one: rename it by a step rename`,
      );
    }
  }
}
