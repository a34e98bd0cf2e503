import { z } from 'zod';
import { columnField } from '../fieldKinds';
import { expectResultColumn } from './expect';
import { ofTheWhole, qualityKind, ruleFields } from './QualityKind';

const TIMES = {
  of: ['date', 'timestamp'],
  words: 'a date or a timestamp',
} as const;

const HOURS = { hours: 1, days: 24 } as const;

/** The newest row is not old. */
export const freshness = qualityKind({
  title: 'Fresh rows',
  fields: ruleFields(
    'freshness',
    {
      column: columnField('A date or a timestamp of the result.', {
        title: 'Column',
        examples: ['date'],
      }),
      atMost: z
        .int('must be a whole number')
        .min(1, 'must be at least 1')
        .max(100_000, 'must be at most 100000')
        .meta({
          title: 'At most so old',
          description: 'How old the newest value may be when the run computes.',
        }),
      unit: z
        .enum(['hours', 'days'])
        .default('hours')
        .meta({ title: 'Unit', description: 'The unit of atMost.' }),
    },
    ofTheWhole,
  ).describe('The newest value of a column is not too old.'),
  columns: ({ column }, context) =>
    expectResultColumn(['column'], column, context, TIMES),
  words: ({ column, atMost, unit }) =>
    `The newest ${column} is at most ${atMost} ${unit} old`,
  // DataFreshness of DQDL judges every value, not the newest.
  dqdl: ({ column, atMost, unit }, stored) =>
    `CustomSql "select (unix_timestamp() - unix_timestamp(max(${stored(column).name}))) / 3600 from primary" <= ${
      atMost * HOURS[unit]
    }`,
});
