import { Job, WorkflowRun } from '@aws-sdk/client-glue';
import { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  JobDefinition,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueApi } from '../aws/GlueApi';
import { detailsOf, remedyOf } from '../aws/awsErrors';
import { KnexRunConfigurations } from '../database/KnexRunConfigurations';
import { RunStore } from '../database/RunStore';

/** The most names that BatchGetJobs is asked for at once. */
const JOBS_PER_CALL = 100;

export interface ConfigurationContext {
  glue: GlueApi;
  store: RunStore;
  configurations: KnexRunConfigurations;
  logger: LoggerService;
  signal: AbortSignal;
}

/** Arguments of the newest run of each job that ran, by its name. */
export function jobArgumentsOf(
  run: WorkflowRun,
): Record<string, Record<string, string>> {
  const started = (date: Date | undefined) =>
    date?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return Object.fromEntries(
    (run.Graph?.Nodes ?? []).flatMap(({ Name, JobDetails }) => {
      const [newest] = [...(JobDetails?.JobRuns ?? [])].sort(
        (a, b) => started(b.StartedOn) - started(a.StartedOn),
      );
      return Name && newest ? [[Name, newest.Arguments ?? {}]] : [];
    }),
  );
}

/**
 * Reads how the jobs of new runs are defined: one call for all runs of one
 * look. What AWS refuses keeps nothing else from being collected: it is
 * remembered with the runs.
 *
 * @param runIds runs that were read in this look; those of which it is known are left out
 * @throws only when the look is aborted
 */
export async function collectDefinitions(
  context: ConfigurationContext,
  workflow: WorkflowArn,
  runIds: string[],
): Promise<void> {
  const { glue, store, configurations, logger, signal } = context;
  const { arn } = workflow;
  const due =
    runIds.length > 0
      ? await configurations.withoutDefinitions(arn, runIds)
      : [];
  if (due.length === 0) {
    return;
  }
  const namesOfRuns = new Map<string, string[]>();
  for (const runId of due) {
    const nodes = (await store.getRun(arn, runId))?.run.graph.nodes ?? [];
    namesOfRuns.set(
      runId,
      nodes.filter(({ type }) => type === 'JOB').map(({ name }) => name),
    );
  }
  const names = [...new Set([...namesOfRuns.values()].flat())].sort();
  const jobs = new Map<string, JobDefinition>();
  try {
    for (let i = 0; i < names.length; i += JOBS_PER_CALL) {
      const chunk = names.slice(i, i + JOBS_PER_CALL);
      for (const job of await glue.readJobs(workflow, chunk, signal)) {
        jobs.set(job.Name ?? '', toDefinition(job));
      }
    }
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    logger.warn(
      `Cannot read how the jobs of ${arn} are defined: ${detailsOf(error)}`,
    );
    await configurations.saveProblem(arn, due, remedyOf(error), {
      final: error instanceof NotAllowedError,
    });
    return;
  }
  for (const [runId, ofRun] of namesOfRuns) {
    await configurations.saveDefinitions(
      arn,
      runId,
      Object.fromEntries(
        ofRun.flatMap(name => {
          const job = jobs.get(name);
          return job ? [[name, job]] : [];
        }),
      ),
    );
  }
}

function toDefinition(job: Job): JobDefinition {
  return {
    modifiedAt: job.LastModifiedOn?.toISOString(),
    scriptLocation: job.Command?.ScriptLocation,
    glueVersion: job.GlueVersion,
    pythonVersion: job.Command?.PythonVersion,
    workerType: job.WorkerType,
    numberOfWorkers: job.NumberOfWorkers,
    maxCapacity: job.MaxCapacity,
    executionClass: job.ExecutionClass,
    timeoutMinutes: job.Timeout,
    maxRetries: job.MaxRetries,
    maxConcurrentRuns: job.ExecutionProperty?.MaxConcurrentRuns,
    connections: job.Connections?.Connections,
    role: job.Role,
    defaultArguments: job.DefaultArguments ?? {},
  };
}
