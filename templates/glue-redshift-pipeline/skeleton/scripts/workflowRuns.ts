import {
  ConcurrentRunsExceededException,
  EntityNotFoundException,
  GetWorkflowRunCommand,
  GlueClient,
  paginateGetWorkflowRuns,
  StartWorkflowRunCommand,
  type WorkflowRun,
} from '@aws-sdk/client-glue';

/** A run of the workflow, as far as a backfill needs it. */
export interface Run {
  id: string;
  properties: Record<string, string>;
  outcome: 'running' | 'succeeded' | 'failed';
}

/** Glue calls a run COMPLETED also when nodes of it failed: its statistics tell. */
function outcomeOf({ Status, Statistics = {} }: WorkflowRun): Run['outcome'] {
  if (Status === 'RUNNING' || Status === 'STOPPING') {
    return 'running';
  }
  const { TotalActions = 0, SucceededActions = 0 } = Statistics;
  return Status === 'COMPLETED' &&
    TotalActions > 0 &&
    SucceededActions === TotalActions
    ? 'succeeded'
    : 'failed';
}

const runOf = (run: WorkflowRun): Run => ({
  id: run.WorkflowRunId ?? '',
  properties: run.WorkflowRunProperties ?? {},
  outcome: outcomeOf(run),
});

/** The runs of a Glue workflow; account and region are those of the credentials. */
export class WorkflowRuns {
  constructor(
    private readonly glue: GlueClient,
    private readonly workflow: string,
  ) {}

  /** @throws Error where the workflow does not exist */
  async all(): Promise<Run[]> {
    const runs: Run[] = [];
    try {
      for await (const { Runs = [] } of paginateGetWorkflowRuns(
        { client: this.glue },
        { Name: this.workflow },
      )) {
        runs.push(...Runs.map(runOf));
      }
    } catch (error) {
      if (error instanceof EntityNotFoundException) {
        throw new Error(
          `There is no Glue workflow ${this.workflow} in the account and region of your credentials: deploy it first by "npm run deploy", or choose others by AWS_PROFILE and AWS_REGION`,
        );
      }
      throw error;
    }
    return runs;
  }

  /** The id of the run that it starts; `undefined` where another one goes on. */
  async start(properties: Record<string, string>): Promise<string | undefined> {
    try {
      const { RunId } = await this.glue.send(
        new StartWorkflowRunCommand({
          Name: this.workflow,
          RunProperties: properties,
        }),
      );
      return RunId;
    } catch (error) {
      if (error instanceof ConcurrentRunsExceededException) {
        return undefined;
      }
      throw error;
    }
  }

  async one(id: string): Promise<Run> {
    const { Run: run } = await this.glue.send(
      new GetWorkflowRunCommand({ Name: this.workflow, RunId: id }),
    );
    return runOf(run ?? {});
  }
}
