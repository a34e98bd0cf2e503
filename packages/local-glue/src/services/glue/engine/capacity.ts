import type { JobRun } from '@aws-sdk/client-glue';
import type { StoredJob } from '../store/definitions';

/** DPUs of one worker ("Worker types", AWS Glue Developer Guide). */
const DPUS_PER_WORKER: Readonly<Record<string, number>> = {
  Standard: 1,
  'G.025X': 0.25,
  'G.1X': 1,
  'G.2X': 2,
  'G.4X': 4,
  'G.8X': 8,
  'G.12X': 12,
  'G.16X': 16,
  'R.1X': 1,
  'R.2X': 2,
  'R.4X': 4,
  'R.8X': 8,
  'Z.2X': 2,
};

/** Python shell jobs take 0.0625 DPU unless told otherwise, Spark jobs 10 (CreateJob, MaxCapacity). */
const DEFAULT_CAPACITY: Readonly<Record<string, number>> = {
  pythonshell: 0.0625,
  glueetl: 10,
};

/** What a run may take: members of JobRun. MaxCapacity is in DPUs. */
export interface Capacity {
  MaxCapacity: number;
  WorkerType?: JobRun['WorkerType'];
  NumberOfWorkers?: number;
}

/** The capacity that a run asks for, else the job's own. */
export function capacity(
  job: StoredJob,
  requested: Partial<Capacity> = {},
): Capacity {
  // A run that asks for DPUs does not want the job's workers.
  const ownWorkers =
    requested.MaxCapacity === undefined ? job.WorkerType : undefined;
  const WorkerType = requested.WorkerType ?? ownWorkers;
  const NumberOfWorkers = requested.NumberOfWorkers ?? job.NumberOfWorkers;
  if (WorkerType && NumberOfWorkers) {
    return {
      MaxCapacity: (DPUS_PER_WORKER[WorkerType] ?? 1) * NumberOfWorkers,
      WorkerType,
      NumberOfWorkers,
    };
  }
  return {
    MaxCapacity:
      requested.MaxCapacity ??
      job.MaxCapacity ??
      DEFAULT_CAPACITY[job.Command?.Name ?? 'glueetl'] ??
      10,
  };
}

/**
 * JobRun.DPUSeconds, which Glue reports for FLEX runs and for runs with auto
 * scaling only. Nothing is scaled here: all configured workers count for all
 * of the time.
 */
export function dpuSeconds(
  run: Pick<JobRun, 'MaxCapacity' | 'ExecutionClass' | 'ExecutionTime'>,
  effectiveArguments: Record<string, string>,
): number | undefined {
  const isMetered =
    run.ExecutionClass === 'FLEX' ||
    effectiveArguments['--enable-auto-scaling'] === 'true';
  if (!isMetered) return undefined;
  return (run.MaxCapacity ?? 0) * (run.ExecutionTime ?? 0);
}
