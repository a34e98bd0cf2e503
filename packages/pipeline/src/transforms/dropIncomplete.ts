import { z } from 'zod';
import { expectColumns } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { columnsField } from '../fieldKinds';
import { transformKind } from './TransformKind';
import { checkRepetitions } from './checkRepetitions';

/** Drops the rows that lack a value. */
export const dropIncomplete = transformKind({
  title: 'Drop incomplete rows',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('dropIncomplete'),
      columns: columnsField(
        'Columns that need a value',
        'Rows without a value in one of these columns are dropped.',
        64,
      ),
    })
    .describe('Drops the rows without a value in one of the columns.'),
  check: ({ columns }, report) => checkRepetitions(columns, report),
  columns({ columns }, { rows, report }) {
    expectColumns('columns', columns, rows, report);
    return rows;
  },
  words: ({ columns }) => `Drop the rows without ${columns.join(' or ')}`,
});
