import { z } from 'zod';
import { expectColumn, type Columns } from '../columns/Columns';
import { columnField } from '../fieldKinds';
import { repeated } from '../repeated';
import type { Report } from '../report';

/** Columns by which rows are ordered; rows without a value come last. */
export const orderField = (title: string, description: string) =>
  z
    .array(
      z
        .strictObject({
          column: columnField('A column of the rows so far.', {
            title: 'Column',
            examples: ['updated_at'],
          }),
          direction: z
            .enum(['ascending', 'descending'])
            .default('ascending')
            .meta({
              title: 'Direction',
              description:
                'Rows without a value come last in either direction.',
              enumNames: ['the least first', 'the greatest first'],
            }),
        })
        .describe('A column and its direction.'),
    )
    .max(16, 'names more than 16 columns: leave some out')
    .default([])
    .meta({ title, description });

type Order = z.output<ReturnType<typeof orderField>>;

/** Checks the columns of the field `orderBy`. */
export function expectOrder(
  orderBy: Order,
  rows: Columns | undefined,
  report: Report,
) {
  orderBy.forEach(({ column }, index) =>
    expectColumn(['orderBy', index, 'column'], column, rows, report),
  );
}

/** Says which columns of the field `orderBy` occur a second time. */
export function checkOrder(orderBy: Order, report: Report) {
  for (const { value, index } of repeated(
    orderBy.map(({ column }) => column),
  )) {
    report(['orderBy', index, 'column'], `"${value}" occurs twice: remove one`);
  }
}

export const orderWords = (orderBy: Order) =>
  orderBy
    .map(({ column, direction }) =>
      direction === 'descending' ? `${column} descending` : column,
    )
    .join(', ');
