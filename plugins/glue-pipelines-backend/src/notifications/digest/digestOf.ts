import { RunHealth } from '@glue-pipelines/backstage-plugin-common';
import { EndedRun } from '../../database/EndedRuns';
import { medianOf } from '../../database/medianOf';
import { Compared, Digest, DigestInterval } from './Digest';
import { DigestPeriod } from './digestPeriod';

/** Fewer runs before the period say nothing of what is usual. */
const FEWEST_BEFORE = 3;
/** Less is no news: this part more than before, and at least so much. */
const MARGIN = 0.25;
const LEAST_SECONDS = 60;
const LEAST_DPU_HOURS = 0.05;

/** A workflow of an owner, and what is known of it. */
export interface DigestWorkflow {
  arn: string;
  name: string;
  /** The promise that it broke in the period, or has broken. */
  brokenPromise?: string;
  /** Of its newest run. */
  lastHealth?: RunHealth;
}

/** @param runs of these workflows since the beginning of what the period is compared with, by when they ended */
export function digestOf(
  every: DigestInterval,
  { from, until }: DigestPeriod,
  workflows: DigestWorkflow[],
  runs: EndedRun[],
): Digest {
  const all = [...workflows]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(workflow => {
      const own = runs.filter(({ arn }) => arn === workflow.arn);
      return {
        ...workflow,
        period: own.filter(({ completedAt }) => completedAt >= from),
        before: own.filter(({ completedAt }) => completedAt < from),
      };
    });
  const failed = all.flatMap(({ name, period }) => {
    const failures = period.filter(hasFailed).length;
    const last = period.at(-1);
    return failures > 0 && last
      ? [
          {
            name,
            runs: period.length,
            failed: failures,
            lastFailed: hasFailed(last),
          },
        ]
      : [];
  });
  const late = all.flatMap(({ name, brokenPromise }) =>
    brokenPromise === undefined ? [] : [{ name, promise: brokenPromise }],
  );
  const compare = (
    measure: (some: EndedRun[]) => number[],
    average: (values: number[]) => number | undefined,
    least: number,
  ): Compared[] =>
    all.flatMap(({ name, period, before }) => {
      const usual = measure(before);
      const now = average(measure(period));
      const then = average(usual);
      return now !== undefined &&
        then !== undefined &&
        usual.length >= FEWEST_BEFORE &&
        now - then >= Math.max(then * MARGIN, least)
        ? [{ name, now, before: then }]
        : [];
    });
  return {
    every,
    from,
    until,
    workflows: all.length,
    failed,
    late,
    slower: compare(
      some =>
        some
          .filter(({ health }) => health === 'succeeded')
          .flatMap(run => run.durationSeconds ?? []),
      medianOf,
      LEAST_SECONDS,
    ),
    dearer: compare(
      some => some.flatMap(run => run.dpuHours ?? []),
      meanOf,
      LEAST_DPU_HOURS,
    ),
    healthy: all
      .filter(
        ({ lastHealth, brokenPromise, period }) =>
          lastHealth === 'succeeded' &&
          brokenPromise === undefined &&
          !period.some(hasFailed),
      )
      .map(({ name }) => name),
    dpuHours: sumOf(
      all.flatMap(({ period }) => period.flatMap(run => run.dpuHours ?? [])),
    ),
  };
}

function hasFailed({ health }: EndedRun): boolean {
  return health === 'failed' || health === 'partially-failed';
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanOf(values: number[]): number | undefined {
  return values.length > 0 ? sumOf(values) / values.length : undefined;
}
