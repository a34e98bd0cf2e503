import { z } from 'zod';
import { ofTheWhole, qualityKind, ruleFields } from './QualityKind';

/**
 * How many rows there are, beside the runs before. Not in DQDL: only Glue jobs
 * have rules that look back, not rulesets of tables (AWS Glue User Guide,
 * "DQDL reference").
 */
export const rowCountChange = qualityKind({
  title: 'Change of the number of rows',
  fields: ruleFields(
    'rowCountChange',
    {
      percent: z
        .number('must be a number')
        .gt(0, 'must be more than 0: use rowCount for an exact number')
        .max(1_000_000)
        .meta({
          title: 'Percent, at most',
          description: 'How many percent more or fewer rows there may be.',
        }),
      last: z
        .int('must be a whole number')
        .min(1, 'must be at least 1')
        .max(30, 'must be at most 30')
        .default(7)
        .meta({
          title: 'Results to compare with',
          description:
            'The mean of so many results before this one that were not stopped. Without any, nothing is judged.',
        }),
    },
    ofTheWhole,
  ).describe('The result has nearly as many rows as those before it.'),
  words: ({ percent, last }) =>
    `The number of rows is within ${percent} % of the mean of the last ${last} result${
      last === 1 ? '' : 's'
    }`,
});
