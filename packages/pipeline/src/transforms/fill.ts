import { z } from 'zod';
import { expectColumn } from '../columns/Columns';
import { valueProblem } from '../columns/valueText';
import { ENGINES } from '../engines/Engine';
import { columnField, valueField } from '../fieldKinds';
import { repeated } from '../repeated';
import { transformKind } from './TransformKind';

/** Puts values where there are none. */
export const fill = transformKind({
  title: 'Fill in missing values',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('fill'),
      columns: z
        .array(
          z
            .strictObject({
              column: columnField('A column of the rows so far.', {
                title: 'Column',
                examples: ['quantity'],
              }),
              value: valueField(
                'A text of the type of the column, as a file would have it: 0, true, 2024-01-31.',
                { title: 'Value', examples: ['0'] },
              ),
            })
            .describe('One column, and its value where it has none.'),
        )
        .min(1, 'is empty: add a column, or remove the step')
        .max(1600)
        .meta({
          title: 'Columns to fill',
          description: 'All others stay as they are.',
        }),
    })
    .describe('Puts a value where a column has none.'),
  check({ columns }, report) {
    for (const { value, index } of repeated(
      columns.map(({ column }) => column),
    )) {
      report(
        ['columns', index, 'column'],
        `"${value}" occurs twice: remove one`,
      );
    }
  },
  columns({ columns }, { rows, report }) {
    columns.forEach(({ column, value }, index) => {
      if (expectColumn(['columns', index, 'column'], column, rows, report)) {
        const problem = valueProblem(value, rows?.get(column));
        if (problem) {
          report(['columns', index, 'value'], problem);
        }
      }
    });
    return rows;
  },
  words: ({ columns }) =>
    `Where it is missing, let ${columns
      .map(({ column, value }) => `${column} be ${JSON.stringify(value)}`)
      .join(', ')}`,
});
