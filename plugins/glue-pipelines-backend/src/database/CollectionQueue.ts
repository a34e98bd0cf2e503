import { StoredWorkflow, WorkflowDefinition } from './RunStore';

/** A workflow that the holder alone may collect, until the lease ends or is given back. */
export interface Lease {
  id: string;
  workflow: StoredWorkflow;
}

/** How an attempt to collect a workflow ended, and when the next is due. */
export type CollectionOutcome = { dueAt: Date } & (
  { definition: WorkflowDefinition; lastRunId?: string } | { error: string }
);

/**
 * Which workflow is to be collected when, and who is at it: replicas share the
 * work through it and never collect the same workflow twice at once. A replica
 * that dies loses its leases when they end.
 */
export interface CollectionQueue {
  /** Adds workflows that an entity names; new ones are due at once. */
  addWorkflows(arns: string[]): Promise<void>;
  /** From now on exactly these are collected. The history of others is kept. */
  setWantedWorkflows(arns: string[]): Promise<void>;
  /** Makes a workflow due now, even while it is being collected. */
  requestCollection(arn: string): Promise<void>;
  /** Takes wanted workflows that are due and that nobody else holds. */
  lease(options: {
    now: Date;
    /** Until when nobody else gets them. */
    until: Date;
    /** At most so many. */
    limit: number;
    /** Only this one. */
    arn?: string;
  }): Promise<Lease[]>;
  /** Prolongs a lease. Answers false when it was lost. */
  renew(lease: Lease, until: Date): Promise<boolean>;
  /** Stores the outcome and gives the lease back. Answers whether the workflow looks different now. */
  finish(lease: Lease, outcome: CollectionOutcome, at: Date): Promise<boolean>;
  /** Gives the lease back with nothing done. */
  release(lease: Lease): Promise<void>;
  /** When the next workflow that has an active run, or is requested, can be leased. */
  nextActiveAt(): Promise<Date | undefined>;
}
