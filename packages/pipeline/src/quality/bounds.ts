import { z } from 'zod';

/** How many rows, as a bound of a rule. */
export const rowsField = (title: string, description: string) =>
  z
    .int('must be a whole number')
    .min(0, 'must not be negative')
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ title, description });

interface Bounds<T> {
  min?: T | undefined;
  max?: T | undefined;
}

/** At least one of two bounds is there. */
export function boundsProblem<T>({ min, max }: Bounds<T>): string | undefined {
  return min === undefined && max === undefined
    ? 'has neither min nor max: add one of them'
    : undefined;
}

/** Bounds in words. */
export function boundsWords<T>({ min, max }: Bounds<T>): string {
  if (min === undefined) {
    return `at most ${max}`;
  }
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}
