import { z } from 'zod';
import { columnField } from '../fieldKinds';
import { expectResultColumn } from './expect';
import { ofEachRow, qualityKind, ruleFields } from './QualityKind';

/** How many values are there. */
export const completeness = qualityKind({
  title: 'No missing values',
  fields: ruleFields(
    'completeness',
    {
      column: columnField('A column of the result.', {
        title: 'Column',
        examples: ['iso_code'],
      }),
      atLeast: z
        .number('must be a number')
        .gt(0, 'must be more than 0')
        .max(1, 'must be at most 1: 0.95 is 95 percent')
        .default(1)
        .meta({
          title: 'Share of rows with a value, at least',
          description: '1 is all of them, 0.95 is 95 percent.',
        }),
    },
    ofEachRow,
  ).describe('So many rows have a value in a column.'),
  check({ atLeast, onFailure }, report) {
    if (onFailure === 'quarantine' && atLeast < 1) {
      report(
        ['onFailure'],
        'is quarantine, and atLeast judges all rows together: leave out atLeast, or choose stop or warn',
      );
    }
  },
  columns: ({ column }, context) =>
    expectResultColumn(['column'], column, context),
  words: ({ column, atLeast }) =>
    atLeast === 1
      ? `${column} has a value in every row`
      : `${column} has a value in at least ${Number((atLeast * 100).toFixed(6))} % of the rows`,
  dqdl: ({ column, atLeast }, stored) =>
    atLeast === 1
      ? `IsComplete "${stored(column).name}"`
      : `Completeness "${stored(column).name}" >= ${atLeast.toFixed(9).replace(/0+$/, '')}`,
});
