import { z } from 'zod';
import { expectColumns } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { columnsField } from '../fieldKinds';
import { checkRepetitions } from './checkRepetitions';
import { transformKind } from './TransformKind';

/** Keeps some of the columns, in order. */
export const select = transformKind({
  title: 'Select columns',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('select'),
      columns: columnsField(
        'Columns to keep',
        'The columns that stay, in order.',
        1600,
        'names more than 1600 columns, the most that a table of Redshift has',
      ),
    })
    .describe('Keeps the columns, in the given order.'),
  check: ({ columns }, report) => checkRepetitions(columns, report),
  columns({ columns }, { rows, report }) {
    expectColumns('columns', columns, rows, report);
    return new Map(columns.map(name => [name, rows?.get(name)]));
  },
  words: ({ columns }) => `Keep the columns ${columns.join(', ')}`,
});
