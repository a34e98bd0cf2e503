import { closest, distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word was probably meant to be. */
export function nearest(
  word: string,
  candidates: readonly string[],
): string | undefined {
  const best = closest(word, candidates);
  return distance(word, best) <= Math.max(1, word.length / 3)
    ? best
    : undefined;
}
