import { z } from 'zod';
import type { Report } from './report';

/** The least that there is, which costs nothing while idle, and how much it may grow for a query. */
export const DEFAULT_CAPACITY = { base: 8, max: 32 };

/** Redshift Management Guide, "Compute capacity for Amazon Redshift Serverless". */
const units = (description: string, byDefault: number) =>
  z
    .int('must be a whole number')
    .min(8, 'must be at least 8')
    .max(512, 'must be at most 512')
    .multipleOf(8, 'must be a multiple of 8: capacity comes in steps of 8')
    .default(byDefault)
    .describe(description);

/** How large a warehouse of Redshift Serverless is. */
export const capacityField = z.strictObject({
  base: units(
    'Redshift processing units that a query begins with. They cost nothing while nothing runs.',
    DEFAULT_CAPACITY.base,
  ),
  max: units(
    'Redshift processing units that the warehouse may grow to, which bounds what an hour costs.',
    DEFAULT_CAPACITY.max,
  ),
});

/** Says where a warehouse may not grow to what it begins with. */
export function checkCapacity(
  { base, max }: z.output<typeof capacityField>,
  report: Report,
) {
  if (max < base) {
    report(
      ['capacity', 'max'],
      `is ${max}, and capacity.base is ${base}: allow at least as much`,
    );
  }
}
