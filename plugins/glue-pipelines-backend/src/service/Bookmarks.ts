import { JobBookmarkEntry } from '@aws-sdk/client-glue';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  BookmarkOption,
  BookmarkResponse,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueApi } from '../aws/GlueApi';
import { Collector } from '../collector/Collector';
import { KnexRunConfigurations } from '../database/KnexRunConfigurations';
import { RunStore } from '../database/RunStore';
import { SharedAnswers } from './SharedAnswers';
import { WorkflowOwners } from './WorkflowOwners';

const GOOD_FOR_MS = 10_000;
const MOST_ANSWERS = 500;
/** How long a reset waits for what the workflow does now, in milliseconds. */
const COLLECTION_MS = 3_000;

const OPTION_ARGUMENT = '--job-bookmark-option';
/** "Using job parameters in AWS Glue jobs", AWS Glue Developer Guide. */
const OPTIONS = new Map<string, BookmarkOption>([
  ['job-bookmark-enable', 'enabled'],
  ['job-bookmark-pause', 'paused'],
  ['job-bookmark-disable', 'disabled'],
]);
const DEFAULT_OPTION = 'job-bookmark-disable';

/**
 * How far the jobs of a workflow have read their sources, for callers that are
 * authorized already. IAM does not limit by job whose bookmarks the portal's
 * role may reset, so that this does: only those of the workflow's own graph.
 */
export class Bookmarks {
  private readonly answers = new SharedAnswers<BookmarkResponse>({
    goodForMs: GOOD_FOR_MS,
    most: MOST_ANSWERS,
  });

  constructor(
    private readonly options: {
      glue: GlueApi;
      store: RunStore;
      configurations: KnexRunConfigurations;
      collector: Collector;
      owners: WorkflowOwners;
    },
  ) {}

  /**
   * @throws NotFoundError for what is no job of the workflow,
   * ServiceUnavailableError while the workflow was never read; errors of
   * WorkflowOwners and GlueApi
   */
  async read(
    entityRef: string,
    workflow: WorkflowArn,
    jobName: string,
  ): Promise<BookmarkResponse> {
    const { glue, owners } = this.options;
    await owners.requireForData(entityRef, workflow);
    await this.requireJob(workflow, jobName);
    return this.answers.get(keyOf(workflow, jobName), async () =>
      this.describe(
        workflow,
        jobName,
        await glue.readBookmark(workflow, jobName),
      ),
    );
  }

  /**
   * Lets the job's next run read everything again, or what it had not read when
   * the run of the job ended.
   * @throws ConflictError while a run of the workflow is under way: what it
   * reads would be forgotten; the same as `read` besides
   */
  async reset(
    entityRef: string,
    workflow: WorkflowArn,
    { jobName, jobRunId }: { jobName: string; jobRunId?: string },
  ): Promise<BookmarkResponse> {
    const { glue, store, collector, owners } = this.options;
    await owners.requireForWriting(entityRef, workflow);
    await this.requireJob(workflow, jobName);
    await collector.collectNow(workflow.arn, COLLECTION_MS);
    const { runs } = await store.pageRuns(workflow.arn, {
      limit: 1,
      health: ['running', 'stopping'],
    });
    if (runs.length > 0) {
      throw new ConflictError(
        `Run ${runs[0].id} of workflow '${workflow.name}' is under way. Reset the bookmark when it has ended`,
      );
    }
    try {
      const entry = await glue.resetBookmark(workflow, jobName, jobRunId);
      return await this.describe(workflow, jobName, entry);
    } finally {
      this.answers.forget(keyOf(workflow, jobName));
    }
  }

  /** By the workflow's graph, as last collected. */
  private async requireJob({ arn, name }: WorkflowArn, jobName: string) {
    const [stored] = await this.options.store.getWorkflows([arn]);
    if (!stored?.definition) {
      throw new ServiceUnavailableError(
        `The portal has not read the workflow '${name}' yet: try again in a minute`,
      );
    }
    const isThere = stored.definition.graph.nodes.some(
      node => node.type === 'JOB' && node.name === jobName,
    );
    if (!isThere) {
      throw new NotFoundError(`Workflow '${name}' has no job '${jobName}'`);
    }
  }

  private async describe(
    workflow: WorkflowArn,
    jobName: string,
    entry: JobBookmarkEntry | undefined,
  ): Promise<BookmarkResponse> {
    return {
      jobName,
      option: await this.optionOf(workflow, jobName),
      ...(entry && {
        bookmark: {
          version: entry.Version ?? 0,
          run: entry.Run ?? 0,
          attempt: entry.Attempt ?? 0,
          // Empty after a reset.
          jobRunId: entry.RunId || undefined,
          previousJobRunId: entry.PreviousRunId || undefined,
        },
      }),
      readAt: new Date().toISOString(),
    };
  }

  /** As the newest run had it. */
  private async optionOf(
    { arn }: WorkflowArn,
    jobName: string,
  ): Promise<BookmarkOption> {
    const { store, configurations } = this.options;
    const { runs } = await store.pageRuns(arn, { limit: 1 });
    const configuration =
      runs.length > 0 ? await configurations.get(arn, runs[0].id) : undefined;
    const definition = configuration?.jobs?.[jobName];
    const option =
      configuration?.jobArguments[jobName]?.[OPTION_ARGUMENT] ??
      (definition &&
        (definition.defaultArguments[OPTION_ARGUMENT] || DEFAULT_OPTION));
    return OPTIONS.get(option ?? '') ?? 'unknown';
  }
}

function keyOf({ arn }: WorkflowArn, jobName: string): string {
  return `${arn} ${jobName}`;
}
