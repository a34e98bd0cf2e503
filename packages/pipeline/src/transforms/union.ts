import { z } from 'zod';
import { sameType } from '../columns/rowTypes';
import { ROWS_SO_FAR, type Columns } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { sourceField } from '../fieldKinds';
import type { Report } from '../report';
import { transformKind } from './TransformKind';

function expectSameNames(
  columns: Columns,
  where: string,
  others: Columns,
  whose: string,
  report: Report,
) {
  const missing = [...others.keys()].filter(name => !columns.has(name));
  if (missing.length > 0) {
    report(
      ['source'],
      `${where} have no column ${missing
        .map(name => `"${name}"`)
        .join(
          ', ',
        )}, and ${whose} do: leave out or make columns by steps before it, or list others in sources`,
    );
  }
  return missing.length === 0;
}

/** Puts the rows of another source below the rows so far. */
export const union = transformKind({
  title: 'Add the rows of a source',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('union'),
      source: sourceField(
        'The source whose rows are added, by its name. It has the same columns with the same types, in any order.',
        { title: 'Source to add', examples: ['orders_of_last_year'] },
      ),
    })
    .describe(
      'Puts the rows of one source below the rows so far, column by column of the same name.',
    ),
  sources: ({ source }) => [{ source, path: ['source'] }],
  columns(step, { rows, source, report }) {
    const other = source(step.source);
    if (!rows || !other) {
      return rows;
    }
    const whose = `the rows of ${step.source}`;
    const same = [
      expectSameNames(rows, ROWS_SO_FAR, other, whose, report),
      expectSameNames(other, whose, rows, ROWS_SO_FAR, report),
    ];
    if (same.every(Boolean)) {
      for (const [name, type] of rows) {
        const added = other.get(name);
        if (type && added && !sameType(type, added)) {
          report(
            ['source'],
            `"${name}" is a ${added} in ${step.source} and a ${type} in ${ROWS_SO_FAR}: give both one type in sources, or by a step cast before it`,
          );
        }
      }
    }
    return new Map(
      [...rows].map(([name, type]) => [name, type ?? other.get(name)]),
    );
  },
  words: ({ source }) => `Add the rows of ${source}`,
});
