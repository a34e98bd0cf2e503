import { z } from 'zod';
import { expectColumns } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { columnsField } from '../fieldKinds';
import { checkRepetitions } from './checkRepetitions';
import { checkOrder, expectOrder, orderField, orderWords } from './order';
import { transformKind } from './TransformKind';

/** Keeps one of the rows that are equal in some columns. */
export const deduplicate = transformKind({
  title: 'Remove duplicates',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('deduplicate'),
      columns: columnsField(
        'Columns that tell rows apart',
        'Of rows that are equal in all these columns one is kept.',
        64,
      ),
      orderBy: orderField(
        'Which row is kept',
        'The first row in this order is kept. Where that leaves several, and without an order, it is the least by all columns from left to right.',
      ),
    })
    .describe('Keeps one of the rows that are equal in all the columns.'),
  check({ columns, orderBy }, report) {
    checkRepetitions(columns, report);
    checkOrder(orderBy, report);
  },
  columns({ columns, orderBy }, { rows, report }) {
    expectColumns('columns', columns, rows, report);
    expectOrder(orderBy, rows, report);
    return rows;
  },
  words: ({ columns, orderBy }) =>
    orderBy.length > 0
      ? `Keep the first row by ${orderWords(orderBy)} for each ${columns.join(
          ', ',
        )}`
      : `Keep one row for each ${columns.join(', ')}`,
});
