// npm run backfill: one run after the other for each day, hour or month of a range.
//
//   npm run backfill -- --from 2026-01-01 --to 2026-01-31 --property day
//   npm run backfill -- --from 2026-01 --to 2026-03 --every month --env staging
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { GlueClient } from '@aws-sdk/client-glue';
import { InvalidRangeError, rangeValues } from '../lib/language.mjs';
import { namesOf } from '../lib/names';
import type { Pipeline } from '../lib/pipeline';
import { runScript, UsageError } from './command';
import { pipelineOf } from './pipelineOf';
import { type Run, WorkflowRuns } from './workflowRuns';

/** How often Glue is asked for the state of a run. */
const POLL_MS = Number(process.env.BACKFILL_POLL_MS ?? 15_000);

const EVERY = ['hour', 'day', 'month'] as const;

const OPTIONS = {
  env: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  every: { type: 'string', default: 'day' },
  property: { type: 'string' },
  again: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

export interface Backfill {
  property: string;
  /** In order. */
  values: string[];
  /** Also those with a run that succeeded. */
  again: boolean;
  dryRun: boolean;
}

/** The property that tells a run which part it is about. */
function propertyOf(
  { defaultRunProperties = {} }: Pick<Pipeline, 'defaultRunProperties'>,
  named: string | undefined,
): string {
  const names = Object.keys(defaultRunProperties);
  if (names.length === 0) {
    throw new UsageError(
      'defaultRunProperties of pipeline.yaml has no property, so every run of this pipeline does the same, and there is nothing to run through. Let a function of a step script work on a part by a run property, and name that there',
    );
  }
  const [only] = names;
  const property = named ?? (names.length === 1 ? only : undefined);
  if (property === undefined || !names.includes(property)) {
    throw new UsageError(
      `--property is ${property ? JSON.stringify(property) : 'missing'}: name one of defaultRunProperties of pipeline.yaml: ${names.join(', ')}`,
    );
  }
  return property;
}

function valuesBetween(from: string, to: string, every: string): string[] {
  const unit = EVERY.find(candidate => candidate === every);
  if (!unit) {
    throw new UsageError(
      `--every is ${JSON.stringify(every)}: use ${EVERY.join(', ')}`,
    );
  }
  try {
    return rangeValues({ from, to, every: unit });
  } catch (error) {
    if (error instanceof InvalidRangeError) {
      throw new UsageError(
        `${error.field ? `--${error.field}` : 'The range'}: ${error.message}`,
      );
    }
    throw error;
  }
}

/** @throws UsageError */
export function backfillOf(
  pipeline: Pick<Pipeline, 'defaultRunProperties'>,
  args: string[],
): Backfill {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { from, to, every, again } = values;
  if (!from || !to) {
    throw new UsageError(
      `--${from ? 'to' : 'from'} is missing: npm run backfill -- --from 2026-01-01 --to 2026-01-31`,
    );
  }
  return {
    values: valuesBetween(from, to, every),
    property: propertyOf(pipeline, values.property),
    again,
    dryRun: values['dry-run'],
  };
}

/** The values that no run has succeeded for. */
export const missingValues = (
  { property, values, again }: Pick<Backfill, 'property' | 'values' | 'again'>,
  runs: Run[],
): string[] => {
  const done = new Set(
    runs
      .filter(({ outcome }) => outcome === 'succeeded')
      .map(({ properties }) => properties[property]),
  );
  return again ? values : values.filter(value => !done.has(value));
};

/** Starts a run as soon as no other one goes on, and waits for its end. */
async function runFor(
  runs: WorkflowRuns,
  properties: Record<string, string>,
): Promise<Run> {
  let id = await runs.start(properties);
  for (let told = false; id === undefined; id = await runs.start(properties)) {
    if (!told) {
      console.log('Waiting: a run of the workflow goes on');
      told = true;
    }
    await pause(POLL_MS);
  }
  let run = await runs.one(id);
  while (run.outcome === 'running') {
    await pause(POLL_MS);
    run = await runs.one(id);
  }
  return run;
}

/** @throws Error where a run fails; those that succeeded are not repeated the next time */
export async function runBackfill(
  backfill: Backfill,
  runs: WorkflowRuns,
): Promise<void> {
  const { property, values, dryRun } = backfill;
  const missing = missingValues(backfill, await runs.all());
  console.log(
    `${missing.length} of ${values.length} values of ${property} to run${values.length > missing.length ? '; the others have a run that succeeded' : ''}`,
  );
  for (const [index, value] of missing.entries()) {
    const where = `${index + 1}/${missing.length} ${property}=${value}`;
    if (dryRun) {
      console.log(where);
      continue;
    }
    console.log(`${where} starts`);
    const { id, outcome } = await runFor(runs, { [property]: value });
    if (outcome !== 'succeeded') {
      throw new Error(
        `${where} failed in the run ${id}: see its page in the portal. The same command goes on with it once the cause is mended`,
      );
    }
    console.log(`${where} succeeded (${id})`);
  }
}

await runScript(import.meta.url, async args => {
  const { env } = parseArgs({ args, options: OPTIONS }).values;
  const pipeline = pipelineOf(env);
  const backfill = backfillOf(pipeline, args);
  const glue = new GlueClient({});
  try {
    await runBackfill(
      backfill,
      new WorkflowRuns(glue, namesOf(pipeline).workflow),
    );
  } finally {
    glue.destroy();
  }
});
