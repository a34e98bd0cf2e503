import {
  Cause,
  PromiseKind,
  RunHealth,
} from '@glue-pipelines/backstage-plugin-common';

/** What owners are told of their workflows. */
export const NOTICE_KINDS = [
  'failure',
  'recovery',
  'lateness',
  'overrun',
  'first-success',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Something to tell the owner of a workflow, once. */
export interface Notice {
  workflowArn: string;
  kind: NoticeKind;
  /** What makes it one of its kind: the run, or the last success before the promise was broken. */
  occasion: string;
  /** ISO 8601 in UTC; of several of a workflow the last one holds. */
  happenedAt: string;
  details: NoticeDetails;
}

export interface NoticeDetails {
  /** The run that it is about. */
  runId?: string;
  health?: RunHealth;
  /** Of a failure: the job or crawler that failed first. */
  nodeName?: string;
  cause?: Cause;
  /** Of lateness: the promise as it is written, and of which kind it is. */
  promise?: string;
  promiseKind?: PromiseKind;
  /** Of lateness, ISO 8601 in UTC. */
  lastSuccessAt?: string;
  /** Of an overrun: when the run began, ISO 8601 in UTC, and how long runs usually take, in seconds. */
  startedAt?: string;
  medianSeconds?: number;
  /** Of an overrun: the longest that the pipeline promises, in seconds. */
  promisedSeconds?: number;
}
