import { InputError } from '@backstage/errors';
import {
  BackfillItem,
  BackfillRequest,
  RunHealth,
} from '@glue-pipelines/backstage-plugin-common';
import { MOST_VALUES, rangeValues } from './rangeValues';

/** The newest run that had a value. */
export interface LastRun {
  id: string;
  health: RunHealth;
  startedAt: string;
}

/** Whether a run has not ended. */
export const goesOn = (health: RunHealth) =>
  health === 'running' || health === 'stopping';

/**
 * The values that a request names, each once, in order.
 * @throws InputError naming the field
 */
export function valuesOf({ range, values }: BackfillRequest): string[] {
  if (Boolean(range) === Boolean(values)) {
    throw new InputError(
      'range: give either a range of dates, or values one by one',
    );
  }
  const named = range
    ? rangeValues(range)
    : [...new Set((values ?? []).map(value => value.trim()))].filter(Boolean);
  if (named.length === 0) {
    throw new InputError('values: name at least one value');
  }
  if (named.length > MOST_VALUES) {
    throw new InputError(
      `values: are ${named.length}, and ${MOST_VALUES} runs are the most of a backfill`,
    );
  }
  return named;
}

/** Which values get a run: what goes on is never begun beside itself. */
export function planBackfill(
  values: string[],
  which: BackfillRequest['which'],
  lastRuns: ReadonlyMap<string, LastRun>,
): BackfillItem[] {
  return values.map(value => {
    const run = lastRuns.get(value);
    return { value, run, starts: !run || again(run, which) };
  });
}

function again({ health }: LastRun, which: BackfillRequest['which']): boolean {
  if (goesOn(health) || which === 'missing') {
    return false;
  }
  return which === 'all' || health !== 'succeeded';
}
