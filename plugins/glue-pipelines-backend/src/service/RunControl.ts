import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  isActiveRunStatus,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueApi } from '../aws/GlueApi';
import { Collector } from '../collector/Collector';
import { CollectionQueue } from '../database/CollectionQueue';
import { RunStore } from '../database/RunStore';
import { checkResume } from './checkResume';
import { RunStart, RunStarts } from './RunStarts';
import { StoredRuns, unknownRun } from './StoredRuns';
import { WorkflowOwners } from './WorkflowOwners';

/** How long the answer to a start or a stop waits until it can be read, in milliseconds. */
const START_COLLECTION_MS = 3_000;

/** Starting, stopping and resuming runs, for callers that are authorized already. */
export class RunControl {
  constructor(
    private readonly options: {
      glue: GlueApi;
      store: RunStore;
      runs: StoredRuns;
      queue: CollectionQueue;
      collector: Collector;
      owners: WorkflowOwners;
      starts: RunStarts;
      logger: LoggerService;
    },
  ) {}

  /**
   * Starts a run, once for each key, and answers with its id.
   * @throws errors of WorkflowOwners and RunStarts
   */
  async start(entityRef: string, start: RunStart): Promise<string> {
    const { queue, collector, owners, starts, logger } = this.options;
    const { arn } = start.workflow;
    await owners.requireForWriting(entityRef, start.workflow);
    await queue.addWorkflows([arn]);
    const runId = await starts.start(start);
    try {
      await collector.collectNow(arn, START_COLLECTION_MS);
    } catch (error) {
      // The run has begun: to report an error would invite a second start.
      logger.error(`Run ${runId} of ${arn} is not collected yet: ${error}`);
    }
    return runId;
  }

  /**
   * Ends a run before it has ended by itself. Nothing of it is taken back.
   * @throws NotFoundError for a run that was never collected, ConflictError for
   * one that has ended; errors of WorkflowOwners and GlueApi
   */
  async stop(
    entityRef: string,
    workflow: WorkflowArn,
    runId: string,
  ): Promise<void> {
    const { glue, store, collector, owners } = this.options;
    const stored = await store.getRun(workflow.arn, runId);
    if (!stored) {
      throw unknownRun(workflow, runId);
    }
    if (!isActiveRunStatus(stored.run.rawStatus)) {
      throw new ConflictError(
        `Run ${runId} of workflow '${workflow.name}' has ended already, so there is nothing to stop`,
      );
    }
    await owners.requireForWriting(entityRef, workflow);
    await glue.stopRun(workflow, runId);
    await collector.collectNow(workflow.arn, START_COLLECTION_MS);
  }

  /**
   * Begins a run that goes on from nodes of one that has ended. What succeeded
   * before them is not done again.
   * @throws NotFoundError for a run that was never collected, InputError naming
   * what is no node to go on from, ConflictError for a run that goes on or was
   * resumed already; errors of WorkflowOwners and GlueApi
   */
  async resume(
    entityRef: string,
    workflow: WorkflowArn,
    run: { runId: string; nodeIds: string[]; startedBy: string },
  ): Promise<string> {
    const { glue, store, queue, collector, owners, logger } = this.options;
    const { runId, nodeIds, startedBy } = run;
    const { arn } = workflow;
    const before = await this.options.runs.read(workflow, runId);
    checkResume(before, nodeIds);
    await owners.requireForWriting(entityRef, workflow);
    // Another click, or another person, may have been faster.
    await collector.collectNow(arn, START_COLLECTION_MS);
    const { runs } = await store.pageRuns(arn, { limit: 25 });
    const resumed = runs.find(
      ({ previousRunId, rawStatus }) =>
        previousRunId === runId && isActiveRunStatus(rawStatus),
    );
    if (resumed) {
      throw new ConflictError(
        `Run ${runId} was resumed already: ${resumed.id} goes on from it`,
      );
    }
    await queue.addWorkflows([arn]);
    const newRunId = await glue.resumeRun(workflow, runId, nodeIds);
    try {
      await store.recordStart({
        workflowArn: arn,
        runId: newRunId,
        startedBy,
        at: new Date(),
      });
      await collector.collectNow(arn, START_COLLECTION_MS);
    } catch (error) {
      // The run has begun: to report an error would invite a second one.
      logger.error(`Run ${newRunId} of ${arn} is not collected yet: ${error}`);
    }
    return newRunId;
  }
}
