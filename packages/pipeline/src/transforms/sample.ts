import { z } from 'zod';
import { transformKind } from './TransformKind';

/** Keeps a part of the rows. */
export const sample = transformKind({
  title: 'Take a sample',
  engines: ['spark'],
  fields: z
    .strictObject({
      kind: z.literal('sample'),
      fraction: z
        .number('must be a number, for example 0.1')
        .gt(0, 'must be more than 0')
        .lt(1, 'must be less than 1, which are all rows: remove the step')
        .meta({
          title: 'Fraction',
          description: 'About how much of the rows stays: 0.1 is a tenth.',
          examples: ['0.1'],
        }),
      seed: z
        .int('must be a whole number')
        .min(0, 'must not be negative')
        .max(2147483647, 'must be at most 2147483647')
        .default(0)
        .meta({
          title: 'Seed',
          description: 'Another number takes another sample.',
        }),
    })
    .describe(
      'Keeps a part of the rows by the hash of all their columns: the same rows at each run.',
    ),
  columns: (_, { rows }) => rows,
  words: ({ fraction, seed }) =>
    `Keep about ${Number((fraction * 100).toPrecision(6))} % of the rows${
      seed === 0 ? '' : `, by seed ${seed}`
    }`,
});
