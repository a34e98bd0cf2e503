/** Fewer successful runs say nothing of what is usual. */
const FEWEST_RUNS = 5;
/** What a run may take beyond the median before it is unusual: this part of it, and at least so many seconds. */
const MARGIN = 0.5;
const LEAST_MARGIN_SECONDS = 300;

/**
 * After how many seconds a run that still goes on takes too long: as long as
 * the pipeline promises at most, else unusually long; `undefined` where it
 * promises nothing and too few runs succeeded to tell.
 *
 * @param facts of the newest runs: the median duration of those that succeeded, and how many did
 * @param promisedSeconds the longest that the pipeline promises
 *
 * @public
 */
export function tooLongAfter(
  facts: {
    medianSeconds?: number;
    succeeded: number;
  },
  promisedSeconds?: number,
): number | undefined {
  const { medianSeconds, succeeded } = facts;
  if (promisedSeconds !== undefined) {
    return promisedSeconds;
  }
  if (medianSeconds === undefined || succeeded < FEWEST_RUNS) {
    return undefined;
  }
  return medianSeconds + Math.max(medianSeconds * MARGIN, LEAST_MARGIN_SECONDS);
}
