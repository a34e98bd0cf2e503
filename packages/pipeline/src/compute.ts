/**
 * Worker types of Spark jobs: how many DPUs one worker has and how many
 * workers a job may ask for.
 *
 * Sources: AWS Glue Developer Guide, "AWS Glue worker types"; "Job API"
 * (NumberOfWorkers: at most 299 for G.1X and 149 for G.2X). The others are
 * bounded by the 1,000 DPUs that an account may use by default. A job needs
 * two workers: one of them is the driver.
 *
 * @public
 */
export const WORKER_TYPES = {
  'G.1X': { dpus: 1, maxWorkers: 299 },
  'G.2X': { dpus: 2, maxWorkers: 149 },
  'G.4X': { dpus: 4, maxWorkers: 250 },
  'G.8X': { dpus: 8, maxWorkers: 125 },
  'G.12X': { dpus: 12, maxWorkers: 83 },
  'G.16X': { dpus: 16, maxWorkers: 62 },
  'R.1X': { dpus: 1, maxWorkers: 1000 },
  'R.2X': { dpus: 2, maxWorkers: 500 },
  'R.4X': { dpus: 4, maxWorkers: 250 },
  'R.8X': { dpus: 8, maxWorkers: 125 },
} as const;

/** @public */
export type WorkerType = keyof typeof WORKER_TYPES;

export const MIN_WORKERS = 2;
