import {
  CauseRule,
  explainByLog,
  explainFailure,
  FailureCause,
  NodeAttempt,
} from '@glue-pipelines/backstage-plugin-common';

/**
 * Why an attempt failed: the error tells more surely than the log, where it is
 * known at all.
 *
 * @param lines - of its log, oldest first
 * @param added - causes that an adopter knows besides
 */
export function explainAttempt(
  { errorMessage, rawState }: NodeAttempt,
  lines: readonly string[],
  added: readonly CauseRule[] = [],
): FailureCause | undefined {
  return (
    explainFailure(errorMessage, rawState, added) ?? explainByLog(lines, added)
  );
}
