import { z } from 'zod';
import { expectColumns } from '../columns/Columns';
import { columnsField } from '../fieldKinds';
import { checkRepetitions } from './checkRepetitions';
import { transformKind } from './TransformKind';

/** Keeps one of the rows that are equal in some columns. */
export const deduplicate = transformKind({
  title: 'Remove duplicates',
  fields: z
    .strictObject({
      kind: z.literal('deduplicate'),
      columns: columnsField(
        'Columns that tell rows apart',
        'Of rows that are equal in all these columns one is kept.',
        64,
      ),
    })
    .describe('Keeps one of the rows that are equal in all the columns.'),
  check: ({ columns }, report) => checkRepetitions(columns, report),
  columns({ columns }, { rows, report }) {
    expectColumns('columns', columns, rows, report);
    return rows;
  },
  words: ({ columns }) => `Keep one row for each ${columns.join(', ')}`,
});
