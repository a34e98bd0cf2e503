import { InputError } from '@backstage/errors';
import {
  BackfillItem,
  BackfillRange,
  BackfillRequest,
  RunHealth,
} from '@glue-pipelines/backstage-plugin-common';
import {
  InvalidRangeError,
  MOST_VALUES,
  rangeValues,
} from '@glue-pipelines/pipeline/range';

/** The newest run that had a value. */
export interface LastRun {
  id: string;
  health: RunHealth;
  startedAt: string;
}

/** Whether a run has not ended. */
export const goesOn = (health: RunHealth) =>
  health === 'running' || health === 'stopping';

/** @throws InputError naming the field */
function valuesOfRange(range: BackfillRange): string[] {
  try {
    return rangeValues(range);
  } catch (error) {
    if (error instanceof InvalidRangeError) {
      const field = error.field ? `range.${error.field}` : 'range';
      throw new InputError(`${field}: ${error.message}`);
    }
    throw error;
  }
}

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
    ? valuesOfRange(range)
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
