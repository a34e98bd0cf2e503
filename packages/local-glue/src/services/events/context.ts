import type { Database } from 'better-sqlite3';
import type { Account } from '../../base/Account';
import type { EventSink } from '../../base/Happening';
import type { Log } from '../../base/Log';
import type { RuleStore } from './RuleStore';

/** What the service is made with. */
export interface EventsDependencies extends Account {
  readonly database: Database;
  readonly log: Log;
  readonly workflows: WorkflowTargets;
}

/** Targets that rules can have. */
export interface WorkflowTargets {
  /** The name in a workflow's ARN of this account; undefined for another ARN. */
  nameOf(arn: string): string | undefined;
  /** Throws `AwsError` where there is no such workflow. */
  notify(workflowName: string, eventId: string): void;
}

/** What its operations reach. */
export interface EventsContext extends Account {
  readonly rules: RuleStore;
  readonly bus: EventSink;
  readonly workflows: WorkflowTargets;
}
