/**
 * Each rule returns what is wrong with a value and what to do about it, or
 * `undefined` when the value is good. Rules are pure and know nothing of the
 * field that they serve.
 */
export type Rule = (value: string) => string | undefined;

/** Runs rules in order and returns the first complaint. */
export function firstProblem(value: string, rules: Rule[]): string | undefined {
  for (const rule of rules) {
    const problem = rule(value);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}
