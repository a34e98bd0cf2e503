import { documents, KnownRule } from './Cause';

/** Memory, disk, capacity and time. */
export const RESOURCES: readonly KnownRule[] = [
  {
    id: 'driver-result-too-large',
    patterns: [/bigger than spark\.driver\.maxResultSize/],
    documentation: documents.outOfMemory,
  },
  {
    id: 'no-space',
    patterns: [/No space left on device/i],
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
    documentation: documents.outOfMemory,
  },
  {
    id: 'shuffle-lost',
    patterns: [
      /FetchFailedException/,
      /Missing an output location for shuffle/,
    ],
    documentation: documents.stragglers,
  },
  {
    id: 'concurrent-runs',
    patterns: [
      /ConcurrentRunsExceeded(?:Exception)?/,
      /Concurrent runs exceeded/i,
    ],
    documentation: documents.statuses,
  },
  {
    id: 'capacity',
    patterns: [
      /Exceeded maximum concurrent (?:compute )?capacity/i,
      /ResourceNumberLimitExceeded/,
      /max(?:imum)? concurrent (?:DPU|compute)/i,
    ],
    documentation: documents.statuses,
  },
  {
    id: 'resource-unavailable',
    patterns: [/Resource unavailable/i],
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
  },
];

/** Told by the state that Glue gives, whatever the message says. */
export const TIMED_OUT: KnownRule = {
  id: 'time-out',
  patterns: [],
  documentation: documents.statuses,
};
