import { z } from 'zod';
import { firstProblem, type Rule } from './rule';

/**
 * A string that satisfies `rules`. `pattern` is what editors see in the JSON
 * schema; the rules say more, and say it in words.
 */
export function text(
  description: string,
  rules: Rule[],
  meta: {
    pattern?: string;
    minLength?: number;
    maxLength?: number;
    title?: string;
    /** What a form says where the value does not fit the pattern or the lengths. */
    errorMessage?: string;
    examples?: string[];
  } = {},
  /** What is said of a value that is no text. */
  noText?: string,
) {
  return z
    .string(noText)
    .superRefine((value, context) => {
      const problem = firstProblem(value, rules);
      if (problem) {
        context.addIssue({ code: 'custom', message: problem });
      }
    })
    .meta({ description, ...meta });
}
