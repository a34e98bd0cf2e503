import { formatAlternatives } from '../translation/formatAlternatives';
import { Texts } from '../translation/ref';
/** Glue's states of jobs and crawls on which a trigger may wait ("Condition", AWS Glue API reference). */
const ENDS = {
  SUCCEEDED: 'success',
  FAILED: 'failure',
  TIMEOUT: 'timeOut',
  STOPPED: 'stop',
  CANCELLED: 'stop',
  ERROR: 'error',
} as const;

const endWord = (t: Texts, state: string) =>
  state in ENDS
    ? t(`graph.ends.${ENDS[state as keyof typeof ENDS]}`)
    : state.toLowerCase();

/**
 * On what a branch goes on, e.g. `on failure`. Nothing for what is usual, the
 * success of what is before it, and where no state is known.
 * @param states - Glue's states
 */
export function conditionWords(t: Texts, states: readonly string[]): string {
  return states.some(state => state !== 'SUCCEEDED')
    ? t('graph.onEnd', {
        ends: formatAlternatives(
          t,
          new Set(states.map(state => endWord(t, state))),
        ),
      })
    : '';
}
