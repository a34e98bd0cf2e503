import { z } from 'zod';
import { expectColumns } from '../columns/Columns';
import { columnField } from '../fieldKinds';
import { checkRepetitions } from './checkRepetitions';
import { transformKind } from './TransformKind';

/** Keeps some of the columns, in order. */
export const select = transformKind({
  title: 'Select columns',
  fields: z
    .strictObject({
      kind: z.literal('select'),
      columns: z
        .array(columnField('A column.'))
        .min(1, 'is empty: name a column, or remove the step')
        .max(
          1600,
          'names more than 1600 columns, the most that a table of Redshift has',
        )
        .meta({
          title: 'Columns to keep',
          description: 'The columns that stay, in order.',
        }),
    })
    .describe('Keeps the columns, in the given order.'),
  check: ({ columns }, report) => checkRepetitions(columns, report),
  columns({ columns }, { rows, report }) {
    expectColumns('columns', columns, rows, report);
    return new Map(columns.map(name => [name, rows?.get(name)]));
  },
  words: ({ columns }) => `Keep the columns ${columns.join(', ')}`,
});
