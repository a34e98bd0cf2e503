import { Cause, CauseRule, documents } from './Cause';

/** Memory, disk, capacity and time. */
export const RESOURCES: readonly CauseRule[] = [
  {
    id: 'driver-result-too-large',
    patterns: [/bigger than spark\.driver\.maxResultSize/],
    explain: () => ({
      title: 'The job brought more rows to its driver than fit there.',
      remedy:
        'Do not collect rows in the script (collect, toPandas, show of many rows): write them instead. What has to be collected needs a higher spark.driver.maxResultSize.',
    }),
    documentation: documents.outOfMemory,
  },
  {
    id: 'no-space',
    patterns: [/No space left on device/i],
    explain: () => ({
      title: 'The disk of a worker is full.',
      remedy:
        'Use more workers or larger ones (G.2X and up have more disk), read less by filtering partitions, or let Glue keep shuffles in S3 (--write-shuffle-files-to-s3).',
    }),
    documentation: documents.outOfMemory,
  },
  {
    id: 'out-of-memory',
    patterns: [
      /Container killed by YARN for exceeding memory limits/,
      /Command failed with exit code 137\b/i,
      /OutOfMemoryError/,
      /\bMemoryError\b/,
      /Likely due to containers exceeding thresholds/,
      /out of memory/i,
    ],
    explain: () => ({
      title: 'The job ran out of memory.',
      remedy:
        'Use a larger worker type, read and join less at once, and look for one key or one file that is much larger than the others.',
    }),
    documentation: documents.outOfMemory,
  },
  {
    id: 'shuffle-lost',
    patterns: [
      /FetchFailedException/,
      /Missing an output location for shuffle/,
    ],
    explain: () => ({
      title:
        'A worker was lost while others still needed its part of a join or a grouping.',
      remedy:
        'Mostly it ran out of memory or disk: use larger workers or more of them. Start the run again; if it repeats, look for one key that most rows share.',
    }),
    documentation: documents.stragglers,
  },
  {
    id: 'concurrent-runs',
    patterns: [
      /ConcurrentRunsExceeded(?:Exception)?/,
      /Concurrent runs exceeded/i,
    ],
    explain: () => ({
      title:
        'The job, or the workflow, already runs as often as it may at once.',
      remedy:
        'Wait for the other run to end, or raise MaxConcurrentRuns of the job. With job queuing on, Glue waits by itself.',
    }),
    documentation: documents.statuses,
  },
  {
    id: 'capacity',
    patterns: [
      /Exceeded maximum concurrent (?:compute )?capacity/i,
      /ResourceNumberLimitExceeded/,
      /max(?:imum)? concurrent (?:DPU|compute)/i,
    ],
    explain: () => ({
      title: 'The account already uses all the DPUs that its quota allows.',
      remedy:
        'Run fewer jobs at once, use fewer workers, or ask AWS for a higher quota of concurrent DPUs. With job queuing on, Glue waits by itself.',
    }),
    documentation: documents.statuses,
  },
  {
    id: 'resource-unavailable',
    patterns: [/Resource unavailable/i],
    explain: () => ({
      title: 'AWS had no capacity for the job at that moment.',
      remedy:
        'Start the run again later. If it repeats, use another worker type, fewer workers or another Availability Zone, and check that the subnet has free addresses.',
    }),
    documentation: documents.setup,
  },
  {
    id: 'throttled',
    patterns: [
      /ThrottlingException/,
      /\bRate exceeded\b/i,
      /Reduce your request rate/i,
      /\bSlowDown\b/,
      /TooManyRequestsException/,
    ],
    explain: () => ({
      title: 'AWS refused a call because there were too many in a short time.',
      remedy:
        'Start the run again. If it repeats, write fewer and larger files, use fewer workers, or move start times of pipelines apart.',
    }),
  },
];

/** Told by the state that Glue gives, whatever the message says. */
export const TIMED_OUT: Cause = {
  id: 'time-out',
  title: 'The job ran longer than its time-out allows.',
  remedy:
    'Compare the duration and the rows with runs before it. If it is right that it takes longer, raise the time-out (compute.timeoutMinutes in pipeline.yaml) or use more workers.',
  documentation: documents.statuses,
};
