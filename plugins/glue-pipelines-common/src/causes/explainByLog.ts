import { Cause, CauseRule } from './Cause';
import { explainFailure } from './explainFailure';

/**
 * A cause, and the line of a log that tells it.
 *
 * @public
 */
export interface LoggedCause extends Cause {
  line: string;
}

/**
 * Lines of loggers below ERROR: Spark and the libraries warn of what they try
 * again (log4j's and Python's formats, with a time before the level).
 */
const NO_FAILURE = /^[[\]\d\s:.,/TZ+-]*\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?)\b/;

/**
 * Why something failed, as far as its log tells: by its last line that is
 * known, since what comes before was survived, and the last `Caused by:` of a
 * stack trace is the root.
 *
 * @param lines - oldest first
 * @param added - see `explainFailure`
 *
 * @public
 */
export function explainByLog(
  lines: readonly string[],
  added?: readonly CauseRule[],
): LoggedCause | undefined {
  for (const line of [...lines].reverse()) {
    const cause = NO_FAILURE.test(line)
      ? undefined
      : explainFailure(line, undefined, added);
    if (cause) {
      return { ...cause, line };
    }
  }
  return undefined;
}

/** A frame of a stack trace of Java or Python, or what only announces one. */
const FRAME =
  /^\s*(?:at \S+\(|\.{3} \d+ more|File ".*", line \d+|Traceback \(most recent call last\)|\^+\s*$|[~^]+\s*$)/;

/**
 * The line of a failed attempt's log that says most: the one that tells a
 * known cause, else the last one that is no chatter and no frame of a stack
 * trace.
 *
 * @param lines - oldest first
 *
 * @public
 */
export function lastMeaningfulLine(
  lines: readonly string[],
): string | undefined {
  return (
    explainByLog(lines)?.line ??
    [...lines]
      .reverse()
      .find(line => line.trim() && !NO_FAILURE.test(line) && !FRAME.test(line))
  );
}
