import {
  BatchGetJobsCommand,
  BatchGetWorkflowsCommand,
  GetJobBookmarkCommand,
  GetJobCommand,
  GetJobRunCommand,
  GetTagsCommand,
  GetTriggerCommand,
  GetWorkflowRunCommand,
  GlueClient,
  paginateGetWorkflowRuns,
  paginateListWorkflows,
  ResetJobBookmarkCommand,
  ResumeWorkflowRunCommand,
  StartTriggerCommand,
  StartWorkflowRunCommand,
  StopTriggerCommand,
  StopWorkflowRunCommand,
  Trigger,
  WorkflowRun,
} from '@aws-sdk/client-glue';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { WorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { causedBy } from './awsErrors';
import { GlueApi, GlueLocation, JobRunSettings } from './GlueApi';
import { AwsCalls } from './AwsCalls';
import { OperationName } from './operations';

/** The largest page that GetWorkflowRuns gives (AWS Glue API reference). */
const RUNS_PAGE_SIZE = 1000;

/** The largest page that ListWorkflows gives (AWS Glue API reference). */
const WORKFLOWS_PAGE_SIZE = 25;

/** Glue through the AWS SDK. */
export class SdkGlueApi implements GlueApi {
  constructor(private readonly calls: AwsCalls) {}

  async readWorkflows(
    location: GlueLocation,
    names: string[],
    options: { graphs: boolean; signal?: AbortSignal },
  ) {
    const subject = `workflows ${names.map(name => `'${name}'`).join(', ')}`;
    const answer = await this.reading(
      location,
      'BatchGetWorkflows',
      subject,
      client =>
        client.send(
          new BatchGetWorkflowsCommand({
            Names: names,
            IncludeGraph: options.graphs,
          }),
          { abortSignal: options.signal },
        ),
    );
    const workflows = listOf(answer.Workflows).filter(({ Name = '' }) =>
      names.includes(Name),
    );
    const missing = listOf(answer.MissingWorkflows);
    if (workflows.length + missing.length === 0) {
      throw notUnderstood('BatchGetWorkflows', subject);
    }
    return { workflows, missing };
  }

  async listWorkflowNames(location: GlueLocation, signal?: AbortSignal) {
    return this.reading(
      location,
      'ListWorkflows',
      'the list of workflows',
      async client => {
        const names: string[] = [];
        const pages = paginateListWorkflows(
          { client, pageSize: WORKFLOWS_PAGE_SIZE },
          {},
          { abortSignal: signal },
        );
        for await (const page of pages) {
          names.push(...listOf(page.Workflows));
        }
        return names;
      },
    );
  }

  async listRuns(
    workflow: WorkflowArn,
    options: {
      pageSize?: number;
      enough?: (runs: WorkflowRun[]) => boolean;
      signal?: AbortSignal;
    } = {},
  ) {
    const { pageSize = RUNS_PAGE_SIZE, enough, signal } = options;
    return this.reading(
      workflow,
      'GetWorkflowRuns',
      `workflow '${workflow.name}'`,
      async client => {
        const runs: WorkflowRun[] = [];
        const pages = paginateGetWorkflowRuns(
          { client, pageSize },
          { Name: workflow.name, IncludeGraph: false },
          { abortSignal: signal },
        );
        for await (const page of pages) {
          runs.push(...listOf(page.Runs).filter(run => run.WorkflowRunId));
          if (enough?.(runs)) {
            break;
          }
        }
        return runs;
      },
    );
  }

  async readRun(
    workflow: WorkflowArn,
    runId: string,
    abortSignal?: AbortSignal,
  ): Promise<WorkflowRun> {
    const subject = `run ${runId} of workflow '${workflow.name}'`;
    const { Run } = await this.reading(
      workflow,
      'GetWorkflowRun',
      subject,
      client =>
        client.send(
          new GetWorkflowRunCommand({
            Name: workflow.name,
            RunId: runId,
            IncludeGraph: true,
          }),
          { abortSignal },
        ),
    );
    if (Run?.WorkflowRunId !== runId) {
      throw notUnderstood('GetWorkflowRun', subject);
    }
    return Run;
  }

  async readTrigger(
    workflow: WorkflowArn,
    name: string,
    abortSignal?: AbortSignal,
  ): Promise<Trigger> {
    const subject = `trigger '${name}'`;
    const answer = await this.reading(workflow, 'GetTrigger', subject, client =>
      client.send(new GetTriggerCommand({ Name: name }), { abortSignal }),
    );
    if (answer.Trigger?.Name !== name) {
      throw notUnderstood('GetTrigger', subject);
    }
    return answer.Trigger;
  }

  async readJobs(
    location: GlueLocation,
    names: string[],
    abortSignal?: AbortSignal,
  ) {
    const subject = `jobs ${names.map(name => `'${name}'`).join(', ')}`;
    const answer = await this.reading(
      location,
      'BatchGetJobs',
      subject,
      client =>
        client.send(new BatchGetJobsCommand({ JobNames: names }), {
          abortSignal,
        }),
    );
    const jobs = listOf(answer.Jobs).filter(({ Name = '' }) =>
      names.includes(Name),
    );
    if (jobs.length + listOf(answer.JobsNotFound).length === 0) {
      throw notUnderstood('BatchGetJobs', subject);
    }
    return jobs;
  }

  async readTags(workflow: WorkflowArn, abortSignal?: AbortSignal) {
    const { Tags } = await this.reading(
      workflow,
      'GetTags',
      `workflow '${workflow.name}'`,
      client =>
        client.send(new GetTagsCommand({ ResourceArn: workflow.arn }), {
          abortSignal,
        }),
    );
    return Tags ?? {};
  }

  async readJobRunSettings(
    location: GlueLocation,
    { jobName, jobRunId }: { jobName: string; jobRunId: string },
  ): Promise<JobRunSettings> {
    const [{ Job }, { JobRun }] = await Promise.all([
      this.reading(location, 'GetJob', `job '${jobName}'`, client =>
        client.send(new GetJobCommand({ JobName: jobName })),
      ),
      this.reading(
        location,
        'GetJobRun',
        `run ${jobRunId} of job '${jobName}'`,
        client =>
          client.send(
            new GetJobRunCommand({ JobName: jobName, RunId: jobRunId }),
          ),
      ),
    ]);
    return {
      glueVersion: JobRun?.GlueVersion ?? Job?.GlueVersion,
      command: Job?.Command?.Name,
      arguments: { ...Job?.DefaultArguments, ...JobRun?.Arguments },
      securityConfiguration:
        JobRun?.SecurityConfiguration ?? Job?.SecurityConfiguration,
      logGroupName: JobRun?.LogGroupName,
    };
  }

  async readBookmark(location: GlueLocation, jobName: string) {
    const subject = `the bookmark of job '${jobName}'`;
    try {
      const { JobBookmarkEntry: entry } = await this.reading(
        location,
        'GetJobBookmark',
        subject,
        client => client.send(new GetJobBookmarkCommand({ JobName: jobName })),
      );
      if (!entry) {
        throw notUnderstood('GetJobBookmark', subject);
      }
      return entry;
    } catch (error) {
      // So Glue says that there is none yet.
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
  }

  async resetBookmark(
    location: GlueLocation,
    jobName: string,
    jobRunId?: string,
  ) {
    const subject = `the bookmark of job '${jobName}'`;
    try {
      const { JobBookmarkEntry: entry } = await this.starting(
        location,
        'ResetJobBookmark',
        subject,
        client =>
          client.send(
            new ResetJobBookmarkCommand({ JobName: jobName, RunId: jobRunId }),
          ),
      );
      if (!entry) {
        throw notUnderstood('ResetJobBookmark', subject);
      }
      return entry;
    } catch (error) {
      if (error instanceof NotFoundError) {
        const of = jobRunId ? ` of run ${jobRunId}` : '';
        throw causedBy(
          new NotFoundError(
            `Job '${jobName}' has no bookmark${of}, so there is nothing to reset`,
          ),
          error.cause,
        );
      }
      throw error;
    }
  }

  async startRun(workflow: WorkflowArn, properties: Record<string, string>) {
    const { RunId } = await this.starting(
      workflow,
      'StartWorkflowRun',
      `workflow '${workflow.name}'`,
      client =>
        client.send(
          new StartWorkflowRunCommand({
            Name: workflow.name,
            RunProperties: properties,
          }),
        ),
    );
    if (typeof RunId !== 'string') {
      throw new ServiceUnavailableError(
        `AWS Glue accepted the start of workflow '${workflow.name}' without naming the run. Look for it in the list of runs before starting again`,
      );
    }
    return RunId;
  }

  async startTrigger(workflow: WorkflowArn, name: string) {
    await this.starting(workflow, 'StartTrigger', `trigger '${name}'`, client =>
      client.send(new StartTriggerCommand({ Name: name })),
    );
  }

  async stopTrigger(workflow: WorkflowArn, name: string) {
    await this.starting(workflow, 'StopTrigger', `trigger '${name}'`, client =>
      client.send(new StopTriggerCommand({ Name: name })),
    );
  }

  async stopRun(workflow: WorkflowArn, runId: string) {
    // It may be asked twice: what is stopping already stays so.
    await this.reading(
      workflow,
      'StopWorkflowRun',
      `run ${runId} of workflow '${workflow.name}'`,
      client =>
        client.send(
          new StopWorkflowRunCommand({ Name: workflow.name, RunId: runId }),
        ),
    );
  }

  async resumeRun(workflow: WorkflowArn, runId: string, nodeIds: string[]) {
    const subject = `run ${runId} of workflow '${workflow.name}'`;
    const { RunId } = await this.starting(
      workflow,
      'ResumeWorkflowRun',
      subject,
      client =>
        client.send(
          new ResumeWorkflowRunCommand({
            Name: workflow.name,
            RunId: runId,
            NodeIds: nodeIds,
          }),
        ),
    );
    if (typeof RunId !== 'string') {
      throw new ServiceUnavailableError(
        `AWS Glue resumed ${subject} without naming the new run. Look for it in the list of runs before resuming again`,
      );
    }
    return RunId;
  }

  private reading<T>(
    location: GlueLocation,
    operation: OperationName,
    subject: string,
    send: (client: GlueClient) => Promise<T>,
  ): Promise<T> {
    return this.calls.reading(
      { client: GlueClient, location, operation, subject },
      send,
    );
  }

  private starting<T>(
    location: GlueLocation,
    operation: OperationName,
    subject: string,
    send: (client: GlueClient) => Promise<T>,
  ): Promise<T> {
    return this.calls.starting(
      { client: GlueClient, location, operation, subject },
      send,
    );
  }
}

/** A list of an answer; the SDK passes on whatever stands in its place. */
function listOf<T>(list: T[] | undefined): T[] {
  return Array.isArray(list) ? list : [];
}

/**
 * An answer that lacks what was asked for. It says nothing of whether that
 * exists: a proxy may have made it.
 */
function notUnderstood(operation: OperationName, subject: string) {
  return new ServiceUnavailableError(
    `The answer to ${operation} for ${subject} lacks what was asked for. Check that nothing on the way to AWS Glue changes its answers`,
  );
}
