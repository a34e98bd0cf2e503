/** Glue's states of jobs and crawls on which a trigger may wait ("Condition", AWS Glue API reference). */
const WORDS: Record<string, string> = {
  SUCCEEDED: 'success',
  FAILED: 'failure',
  TIMEOUT: 'time-out',
  STOPPED: 'stop',
  CANCELLED: 'stop',
  ERROR: 'error',
};

/**
 * On what a branch goes on, e.g. `on failure`. Nothing for what is usual, the
 * success of what is before it, and where no state is known.
 * @param states - Glue's states
 */
export function conditionWords(states: readonly string[]): string {
  const words = [
    ...new Set(states.map(state => WORDS[state] ?? state.toLowerCase())),
  ];
  return words.some(word => word !== WORDS.SUCCEEDED)
    ? `on ${words.join(' or ')}`
    : '';
}
