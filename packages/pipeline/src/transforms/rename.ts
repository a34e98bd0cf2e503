import { z } from 'zod';
import { expectColumn } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { columnField, resultColumnField } from '../fieldKinds';
import { repeated } from '../repeated';
import { transformKind } from './TransformKind';

/** Gives columns other names. */
export const rename = transformKind({
  title: 'Rename columns',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('rename'),
      columns: z
        .array(
          z
            .strictObject({
              column: columnField('A column of the rows so far.', {
                title: 'Column',
                examples: ['net price'],
              }),
              as: resultColumnField('The name that it gets.', {
                title: 'New name',
                examples: ['price'],
              }),
            })
            .describe('One column and its new name.'),
        )
        .min(1, 'is empty: add a column, or remove the step')
        .max(1600)
        .meta({
          title: 'Columns to rename',
          description: 'All others keep their names.',
        }),
    })
    .describe('Gives columns other names; they keep their places.'),
  check({ columns }, report) {
    for (const { value, index } of repeated(
      columns.map(({ column }) => column),
    )) {
      report(
        ['columns', index, 'column'],
        `"${value}" is renamed twice: remove one`,
      );
    }
  },
  columns({ columns }, { rows, report }) {
    columns.forEach(({ column }, index) =>
      expectColumn(['columns', index, 'column'], column, rows, report),
    );
    const names = new Map(columns.map(({ column, as }) => [column, as]));
    const renamed = rows
      ? [...rows].map(
          ([name, type]) => [names.get(name) ?? name, type] as const,
        )
      : undefined;
    for (const { value } of repeated(renamed?.map(([name]) => name) ?? [])) {
      report(
        [
          'columns',
          Math.max(
            0,
            columns.findIndex(({ as }) => as === value),
          ),
          'as',
        ],
        `makes a second column named "${value}": choose another name`,
      );
    }
    return renamed && new Map(renamed);
  },
  words: ({ columns }) =>
    `Rename ${columns.map(({ column, as }) => `${column} to ${as}`).join(', ')}`,
});
