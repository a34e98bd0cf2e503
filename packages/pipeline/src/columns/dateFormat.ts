/**
 * The letters that mean something when a text is read as a date or a time, and
 * how often each may be repeated.
 *
 * Source: Apache Spark SQL reference, "Datetime Patterns for Formatting and
 * Parsing".
 */
const LETTERS: Record<string, number> = {
  y: 6,
  M: 4,
  d: 2,
  D: 3,
  a: 1,
  h: 2,
  H: 2,
  k: 2,
  K: 2,
  m: 2,
  s: 2,
  S: 9,
  V: 2,
  z: 4,
  O: 4,
  X: 5,
  x: 5,
  Z: 5,
};

/** What is wrong with a datetime pattern of Spark; `undefined` when it is good. */
export function dateFormatProblem(format: string): string | undefined {
  const withoutTexts = format.replace(/'[^']*'/g, '');
  if (withoutTexts.includes("'")) {
    return `${JSON.stringify(format)} has a ' that is not closed: add the closing one`;
  }
  for (const [run] of withoutTexts.matchAll(/([A-Za-z])\1*/g)) {
    const most = LETTERS[run[0]];
    if (!most || run.length > most) {
      return `${JSON.stringify(format)} has ${JSON.stringify(run)}, which is no part of a date: use for example yyyy-MM-dd HH:mm:ss (MM is the month, mm the minute), and put words in single quotes`;
    }
  }
  return /[yMdDHhms]/.test(withoutTexts)
    ? undefined
    : `${JSON.stringify(format)} names no part of a date: use for example dd.MM.yyyy`;
}
