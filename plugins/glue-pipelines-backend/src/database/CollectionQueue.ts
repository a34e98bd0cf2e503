import { StoredWorkflow, WorkflowDefinition } from './RunStore';

/** A workflow that the holder alone may collect, until the lease ends or is given back. */
export interface Lease {
  id: string;
  workflow: StoredWorkflow;
  /** When it was taken. */
  takenAt: Date;
}

/** What an attempt to collect a workflow came to. What is absent stays as it is stored. */
export interface CollectionOutcome {
  definition?: WorkflowDefinition;
  /** Glue's LastModifiedOn. */
  modifiedAt?: string;
  /** The workflow's last run, once all runs up to it are stored. */
  lastRunId?: string;
  /** A run is under way or announced. */
  active?: boolean;
  /** Why the attempt failed. Absent: it was a success. */
  error?: string;
  /** Glue says that it has no such workflow. */
  missing?: boolean;
  /** When the next is due, given the time. */
  dueAt: (now: Date) => Date;
}

/**
 * Which workflow is to be collected when, and who is at it: replicas share the
 * work through it and never collect the same workflow twice at once. A replica
 * that dies loses its leases when they end. All times are the database's: the
 * clocks of replicas may differ.
 *
 * A location is an account and region, written as the beginning of its ARNs.
 */
export interface CollectionQueue {
  /** Adds workflows that an entity names; new ones are due at once. */
  addWorkflows(arns: string[]): Promise<void>;
  /** From now on exactly these are collected. The history of others is kept. */
  setWantedWorkflows(arns: string[]): Promise<void>;
  /**
   * Makes a workflow due now, even while it is being collected. Answers with
   * the time.
   * @param options.definition also its definition is read anew, whether or not Glue says that it was modified
   */
  requestCollection(
    arn: string,
    options?: { definition?: boolean },
  ): Promise<Date>;
  /** Locations that have workflows to lease. */
  dueLocations(): Promise<string[]>;
  /** Takes wanted workflows that are due and that nobody else holds. */
  lease(options: {
    /** At most so many. */
    limit: number;
    /** Of this location; of any when absent. */
    location?: string;
    /** Only this one. */
    arn?: string;
  }): Promise<Lease[]>;
  /** Prolongs leases. Answers with the ids of those that are still held. */
  renew(leases: Lease[]): Promise<Set<string>>;
  /** Stores the outcome and gives the lease back. Answers whether the workflow looks different now. */
  finish(lease: Lease, outcome: CollectionOutcome): Promise<boolean>;
  /** Gives the lease back with nothing done. */
  release(lease: Lease): Promise<void>;
  /**
   * Milliseconds until the next workflow that is active or requested can be
   * leased; workflows of the locations given do not count.
   */
  nextActiveIn(except: string[]): Promise<number | undefined>;
}
