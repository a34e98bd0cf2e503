import { NotFoundError } from '@backstage/errors';
import {
  RunDetail,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { Collector } from '../collector/Collector';
import { CollectionQueue } from '../database/CollectionQueue';
import { RunStore } from '../database/RunStore';
import { OldRunGraphs } from './OldRunGraphs';

/** How long a page waits for a workflow that was never collected, in milliseconds. */
const FIRST_COLLECTION_MS = 3_000;
/** For how long pages do not wait for it again when it came too late, in milliseconds. */
const LATE_COLLECTION_MS = 60_000;
/** How many such workflows a page waits for: more are left to the collector's rounds. */
const MOST_FIRST_COLLECTIONS = 3;

/** What is stored of workflows and runs, after AWS was asked for what a page cannot do without. */
export class StoredRuns {
  /** When pages waited in vain for workflows that are still being collected. */
  private readonly lateAt = new Map<string, number>();

  constructor(
    private readonly options: {
      store: RunStore;
      queue: CollectionQueue;
      collector: Collector;
      graphs: OldRunGraphs;
    },
  ) {}

  /** How old an answer about a workflow is. */
  async ageOf({ arn }: WorkflowArn) {
    const [stored] = await this.options.store.getWorkflows([arn]);
    return {
      collectedAt: stored?.collectedAt,
      servedAt: new Date().toISOString(),
    };
  }

  /** @throws NotFoundError for a run that was never collected */
  async read(workflow: WorkflowArn, runId: string): Promise<RunDetail> {
    const { store, graphs } = this.options;
    const stored = await store.getRun(workflow.arn, runId);
    if (!stored) {
      throw unknownRun(workflow, runId);
    }
    if (stored.detailed) {
      return stored.run;
    }
    await graphs.read(workflow, runId);
    const detailed = await store.getRun(workflow.arn, runId);
    return (detailed ?? stored).run;
  }

  /** Collects what no page has shown before, unless that is much. */
  async collectIfNew(arns: string[]): Promise<void> {
    const { store, queue, collector } = this.options;
    const attempted = new Set(
      (await store.getWorkflows(arns))
        .filter(workflow => workflow.attemptedAt)
        .map(workflow => workflow.arn),
    );
    const now = Date.now();
    const unseen = arns.filter(
      arn =>
        !attempted.has(arn) &&
        (this.lateAt.get(arn) ?? 0) < now - LATE_COLLECTION_MS,
    );
    if (unseen.length > MOST_FIRST_COLLECTIONS) {
      await queue.addWorkflows(unseen);
      return;
    }
    await Promise.all(
      unseen.map(async arn => {
        if (await collector.collectNow(arn, FIRST_COLLECTION_MS)) {
          this.lateAt.delete(arn);
        } else {
          this.lateAt.set(arn, Date.now());
        }
      }),
    );
  }
}

/** That a run was never collected. */
export function unknownRun({ name }: WorkflowArn, runId: string) {
  return new NotFoundError(
    `Workflow '${name}' has no run ${runId}, or it is older than the portal's history of it`,
  );
}
