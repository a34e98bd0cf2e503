import { z } from 'zod';
import { MIN_WORKERS, WORKER_TYPES, type WorkerType } from './compute';
import { ENGINES, MOST_MIB } from './engines/Engine';
import type { PipelineDraft } from './pipelineFields';
import type { Report } from './report';
import { sparkConfField } from './sparkConfField';

/** What the jobs run on. */
export const computeField = z
  .strictObject({
    engine: z
      .enum(['auto', ...ENGINES])
      .default('spark')
      .describe(
        `What computes the rows. spark: Spark on Glue. duckdb: DuckDB in a small Python shell job, which leaves a run to Spark whose sources are larger than ${MOST_MIB} MB. auto: duckdb where all of the pipeline means the same on both and it asks for no more workers than the least, else spark.`,
      ),
    glueVersion: z
      .enum(['5.0', '5.1'])
      .default('5.1')
      .describe('The version of Glue for the Spark jobs.'),
    workerType: z
      .enum(Object.keys(WORKER_TYPES) as [WorkerType, ...WorkerType[]])
      .default('G.1X')
      .describe('The size of one worker. G.1X is 4 vCPUs and 16 GB.'),
    workers: z
      .int('must be a whole number')
      .min(MIN_WORKERS, 'must be at least 2: one of the workers is the driver')
      .max(1000)
      .default(2)
      .describe('How many workers a job has, at most when auto scaling is on.'),
    autoScaling: z
      .boolean()
      .default(true)
      .describe('Lets Glue remove workers that have nothing to do.'),
    executionClass: z
      .enum(['STANDARD', 'FLEX'])
      .default('STANDARD')
      .describe(
        'STANDARD, or FLEX on capacity that is spare: cheaper, and a run may wait for it or lose workers.',
      ),
    timeoutMinutes: z
      .int('must be a whole number of minutes')
      .min(1, 'must be at least 1 minute')
      .max(
        10080,
        'must be at most 10080 minutes (7 days), the most that Glue allows',
      )
      .default(60)
      .describe('Minutes after which a job that still runs is ended.'),
    maxRetries: z
      .int('must be a whole number')
      .min(0, 'must not be negative')
      .max(10, 'must be at most 10, the most that Glue allows')
      .default(0)
      .describe('How often Glue starts a failed job again.'),
    jobQueuing: z
      .boolean()
      .default(false)
      .describe(
        'Lets a job wait where the account has no room for it, instead of failing.',
      ),
    sparkConf: sparkConfField,
  })
  .prefault({})
  .describe('What computes the rows, and what the Spark jobs run on.');

/**
 * FLEX takes G.1X and G.2X only, and neither waits in a queue; what waits in
 * one is not tried again (AWS CDK, PySparkFlexEtlJob and
 * PySparkEtlJobProps.jobRunQueuingEnabled).
 */
export function checkCompute({ compute }: PipelineDraft, report: Report): void {
  const { workerType, workers, executionClass, jobQueuing, maxRetries } =
    compute;
  const { maxWorkers } = WORKER_TYPES[workerType];
  const at = (field: string, message: string) =>
    report(['compute', field], message);
  if (workers > maxWorkers) {
    at(
      'workers',
      `is ${workers}, and ${workerType} allows 2 to ${maxWorkers}: use fewer or larger workers`,
    );
  }
  if (executionClass === 'FLEX' && !/^G\.[12]X$/.test(workerType)) {
    at(
      'executionClass',
      `is FLEX, which has no ${workerType}: use G.1X or G.2X, or STANDARD`,
    );
  }
  if (executionClass === 'FLEX' && jobQueuing) {
    at(
      'jobQueuing',
      'is not for the execution class FLEX, which waits by itself: remove it, or use STANDARD',
    );
  }
  if (jobQueuing && maxRetries > 0) {
    at(
      'maxRetries',
      'must be 0 with jobQueuing, as Glue tries nothing again that may wait: remove one of them',
    );
  }
}
