import {
  Job,
  JobBookmarkEntry,
  Trigger,
  Workflow,
  WorkflowRun,
} from '@aws-sdk/client-glue';
import { WorkflowArn } from '@glue-pipelines/backstage-plugin-common';

/** How a run of a job was set up, as far as the place of its log goes by it. */
export interface JobRunSettings {
  /** `5.1`; absent for Python shell jobs on old versions. */
  glueVersion?: string;
  /** `glueetl`, `gluestreaming`, `pythonshell` or `glueray`. */
  command?: string;
  /** The job's default arguments with those of the run. May hold secrets. */
  arguments: Record<string, string>;
  securityConfiguration?: string;
  logGroupName?: string;
}

/** An account and region; the name of an ARN plays no part in it. */
export type GlueLocation = Omit<WorkflowArn, 'arn' | 'name'>;

/**
 * What the plugin asks of Glue. Every method throws errors of
 * `@backstage/errors` whose messages are for a person.
 */
export interface GlueApi {
  /** The workflows, with their graphs if asked for; names that do not exist are in `missing`. At most 25 names. */
  readWorkflows(
    location: GlueLocation,
    names: string[],
    options: { graphs: boolean; signal?: AbortSignal },
  ): Promise<{ workflows: Workflow[]; missing: string[] }>;

  /** Every workflow of an account and region. */
  listWorkflowNames(
    location: GlueLocation,
    signal?: AbortSignal,
  ): Promise<string[]>;

  /**
   * Runs that Glue still knows, without graphs, in no particular order: all of
   * them, or those up to the page that was enough.
   */
  listRuns(
    workflow: WorkflowArn,
    options?: {
      /** At most 1000, which is also the default. */
      pageSize?: number;
      /** Whether no further page is needed after these runs. */
      enough?: (runs: WorkflowRun[]) => boolean;
      signal?: AbortSignal;
    },
  ): Promise<WorkflowRun[]>;

  /** One run with its graph. */
  readRun(
    workflow: WorkflowArn,
    runId: string,
    signal?: AbortSignal,
  ): Promise<WorkflowRun>;

  /** A trigger with its schedule and predicate. */
  readTrigger(
    workflow: WorkflowArn,
    name: string,
    signal?: AbortSignal,
  ): Promise<Trigger>;

  /** How jobs are defined; names that do not exist are absent. At most 100 names. */
  readJobs(
    location: GlueLocation,
    names: string[],
    signal?: AbortSignal,
  ): Promise<Job[]>;

  /** The tags of a workflow. */
  readTags(
    workflow: WorkflowArn,
    signal?: AbortSignal,
  ): Promise<Record<string, string>>;

  /** How a run of a job was set up. */
  readJobRunSettings(
    location: GlueLocation,
    run: { jobName: string; jobRunId: string },
  ): Promise<JobRunSettings>;

  /** How far a job has read; `undefined` while it has no bookmark. */
  readBookmark(
    location: GlueLocation,
    jobName: string,
  ): Promise<JobBookmarkEntry | undefined>;

  /**
   * Lets a job's next run read everything again, or what it had not read when
   * one of its runs ended. Answers with the new bookmark.
   * @throws NotFoundError for a job, or a run of it, without a bookmark
   */
  resetBookmark(
    location: GlueLocation,
    jobName: string,
    jobRunId?: string,
  ): Promise<JobBookmarkEntry>;

  /** Starts the workflow and answers with the run's id. */
  startRun(
    workflow: WorkflowArn,
    properties: Record<string, string>,
  ): Promise<string>;

  /** Activates a trigger. One of type ON_DEMAND would fire instead: whoever asks has to know that it is none. */
  startTrigger(workflow: WorkflowArn, name: string): Promise<void>;

  /** Deactivates a trigger: it fires no more. */
  stopTrigger(workflow: WorkflowArn, name: string): Promise<void>;

  /** Asks Glue to end a run; its jobs end after a while. */
  stopRun(workflow: WorkflowArn, runId: string): Promise<void>;

  /** Begins a run that goes on from nodes of one that has ended, and answers with its id. */
  resumeRun(
    workflow: WorkflowArn,
    runId: string,
    nodeIds: string[],
  ): Promise<string>;
}
