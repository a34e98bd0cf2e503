import {
  InvalidFreshnessError,
  judgeFreshness,
  parseFreshness,
} from './freshness';
import { PromiseState } from './types';

/**
 * What a pipeline promises, by the annotation of its entity and, by the same
 * name, the tag of its workflow; where both are there, the annotation holds.
 *
 * `expected`: a run has ended well by a time of each day, or within a duration
 * after the one before. `freshness`: the same of runs that loaded something.
 * `longestRun`: a duration that no run exceeds.
 *
 * @public
 */
export const PROMISE_KEYS = {
  expected: 'glue-pipelines.io/expected',
  freshness: 'glue-pipelines.io/freshness',
  longestRun: 'glue-pipelines.io/longest-run',
} as const satisfies Record<PromiseState['kind'], string>;

/** @public */
export type PromiseKind = PromiseState['kind'];

const KINDS = Object.keys(PROMISE_KEYS) as PromiseKind[];

/**
 * The values of the annotations or tags, as they are.
 *
 * @public
 */
export type PromiseTexts = Partial<Record<PromiseKind, string>>;

/**
 * @param labels annotations of an entity, or tags of a workflow
 *
 * @public
 */
export function promiseTexts(labels: Record<string, string>): PromiseTexts {
  return Object.fromEntries(
    KINDS.flatMap(kind => {
      const text = labels[PROMISE_KEYS[kind]]?.trim();
      return text === undefined ? [] : [[kind, text]];
    }),
  );
}

/** Sorts those first that are broken, then those that cannot be read. */
const rank = ({ state, problem, dueAt }: PromiseState) =>
  `${state === 'late' ? 0 : 1} ${problem ? 0 : 1} ${dueAt ?? ''}`;

/**
 * The promises about when runs end, judged by what was read of AWS: those
 * first that are broken, then those that cannot be read, of how long runs take
 * too, then by when they are due.
 *
 * @param facts ISO 8601 in UTC
 *
 * @public
 */
export function judgePromises(
  texts: PromiseTexts,
  facts: {
    lastSuccessAt?: string;
    /** Of runs that had something to do. */
    lastLoadedAt?: string;
    collectedAt?: string;
  },
  now: Date,
): PromiseState[] {
  const { collectedAt } = facts;
  const ofEnds = (['expected', 'freshness'] as const).flatMap(
    (kind): PromiseState[] => {
      const promise = texts[kind];
      const lastSuccessAt =
        kind === 'freshness'
          ? (facts.lastLoadedAt ?? facts.lastSuccessAt)
          : facts.lastSuccessAt;
      return promise === undefined
        ? []
        : [
            {
              kind,
              promise,
              ...readable(() => ({
                ...judgeFreshness(
                  parseFreshness(promise),
                  { lastSuccessAt, collectedAt },
                  now,
                ),
                lastSuccessAt,
              })),
            },
          ];
    },
  );
  const { longestRun: promise } = texts;
  const problem =
    promise === undefined ? undefined : readLongest(promise).problem;
  const unreadable: PromiseState[] =
    promise !== undefined && problem !== undefined
      ? [{ kind: 'longestRun', promise, problem }]
      : [];
  return [...ofEnds, ...unreadable].sort((a, b) =>
    rank(a).localeCompare(rank(b), 'en'),
  );
}

/**
 * The longest that a run takes by its promise, in seconds; `undefined` without one that can be read.
 *
 * @public
 */
export function longestRunOf({ longestRun }: PromiseTexts): number | undefined {
  return longestRun === undefined ? undefined : readLongest(longestRun).seconds;
}

function readLongest(text: string): { seconds?: number; problem?: string } {
  return readable(() => {
    const promise = parseFreshness(text);
    return promise.kind === 'within'
      ? { seconds: promise.milliseconds / 1000 }
      : {
          problem:
            'it is a time of day, and no run takes one: write a duration such as PT2H',
        };
  });
}

function readable<T>(read: () => T): T | { problem: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidFreshnessError) {
      return { problem: error.message };
    }
    throw error;
  }
}
