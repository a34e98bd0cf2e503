import type { JobRun } from '@aws-sdk/client-glue';
import { ROWS_LOADED_PROPERTY } from '@glue-pipelines/backstage-plugin-common';
import {
  newJobRunId,
  newWorkflowRunId,
} from '../../packages/local-glue/src/services/glue/engine/ids';
import type { StoredTrigger } from '../../packages/local-glue/src/services/glue/store/definitions';
import type { GlueStore } from '../../packages/local-glue/src/services/glue/store/GlueStore';
import type { Random } from '../../plugins/glue-pipelines-backend/src/__testUtils__/Random';
import type { DemoPipeline } from './fleet';

const DAYS = 21;
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** The property by which every run of the demo says what it is. */
export const SYNTHETIC = { 'demo.history': 'synthetic: nothing ran' };

/** Ends of job runs as Glue words them. */
const FAILURES: Partial<JobRun>[] = [
  {
    JobRunState: 'FAILED',
    ErrorMessage:
      'Error Category: QUERY_ERROR; Failed Line Number: 58; AnalysisException: [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column or function parameter with name `amount` cannot be resolved. Did you mean one of the following? [`amount_eur`, `account`].',
  },
  {
    JobRunState: 'FAILED',
    ErrorMessage:
      'Error Category: PERMISSION_ERROR; An error occurred while calling o93.parquet. Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)',
  },
  {
    JobRunState: 'FAILED',
    ErrorMessage:
      'An error occurred while calling o117.collectToPython. Job aborted due to stage failure: java.lang.OutOfMemoryError: Java heap space',
  },
  {
    JobRunState: 'FAILED',
    ErrorMessage:
      'AnalysisException: [PATH_NOT_FOUND] Path does not exist: s3://landing/today/',
  },
  { JobRunState: 'TIMEOUT', ErrorMessage: 'Job run timed out' },
];

interface Trouble {
  /** The stage that fails, from 0. */
  stage: number;
  end: Partial<JobRun>;
}

const jobsOf = ({ stages }: DemoPipeline) => stages.flat();
const triggerName = (pipeline: DemoPipeline, stage: number) =>
  stage === 0 ? `${pipeline.name}-start` : `${pipeline.name}-then-${stage}`;

/** The start and what leads from one stage to the next. */
function triggersOf(pipeline: DemoPipeline): StoredTrigger[] {
  return pipeline.stages.map((jobs, stage) => ({
    Name: triggerName(pipeline, stage),
    WorkflowName: pipeline.name,
    Actions: jobs.map(JobName => ({ JobName })),
    ...(stage === 0
      ? {
          Type: 'SCHEDULED',
          Schedule: pipeline.schedule,
          State: pipeline.character === 'paused' ? 'DEACTIVATED' : 'ACTIVATED',
        }
      : {
          Type: 'CONDITIONAL',
          State: 'ACTIVATED',
          Predicate: {
            Logical: 'AND',
            Conditions: pipeline.stages[stage - 1].map(JobName => ({
              JobName,
              LogicalOperator: 'EQUALS',
              State: 'SUCCEEDED',
            })),
          },
        }),
  }));
}

/** Puts a pipeline's workflow, triggers and jobs, which run a script that ends at once. */
export function putDefinitions(
  store: GlueStore,
  pipeline: DemoPipeline,
  scriptLocation: string,
): StoredTrigger[] {
  const created = new Date(Date.now() - 2 * DAYS * DAY_MS);
  const changed = { CreatedOn: created, LastModifiedOn: created };
  store.workflows.put({
    Name: pipeline.name,
    Description: `${pipeline.description} (demo: its history is synthetic)`,
    DefaultRunProperties: {},
    ...changed,
  });
  for (const job of jobsOf(pipeline)) {
    store.jobs.put({
      Name: job,
      Role: 'arn:aws:iam::000000000000:role/demo',
      Command: {
        Name: 'pythonshell',
        PythonVersion: '3.9',
        ScriptLocation: scriptLocation,
      },
      MaxRetries: 0,
      MaxCapacity: 0.0625,
      Timeout: 60,
      ExecutionProperty: { MaxConcurrentRuns: 1 },
      ...changed,
    });
  }
  const triggers = triggersOf(pipeline);
  for (const trigger of triggers) store.triggers.put(trigger);
  return triggers;
}

/** What goes wrong in a run, if anything does; `age` is how many runs ago it was. */
function troubleOf(
  pipeline: DemoPipeline,
  age: number,
  random: Random,
): Trouble | undefined {
  const { character, stages } = pipeline;
  const share =
    character === 'failing' && age < 3 ? 1 : character === 'flaky' ? 0.2 : 0.01;
  const stage = Math.floor(random.next() * stages.length);
  const end = random.pick(FAILURES);
  return random.chance(share) ? { stage, end } : undefined;
}

/** Puts one run with the runs of its jobs, as the engine leaves them. */
function putRun(
  store: GlueStore,
  pipeline: DemoPipeline,
  triggers: StoredTrigger[],
  { startedOn, age }: { startedOn: Date; age: number },
  random: Random,
) {
  const { name, stages, workers } = pipeline;
  const id = newWorkflowRunId();
  const trouble = troubleOf(pipeline, age, random);
  const slower =
    pipeline.character === 'slowing' ? 1 + 2 * Math.exp(-age / 8) : 1;
  const minutes = pipeline.minutes * slower * (0.85 + 0.3 * random.next());
  const reached = stages.slice(0, trouble ? trouble.stage + 1 : stages.length);
  const stageMs = (minutes * MINUTE_MS) / stages.length;
  let at = startedOn.getTime();
  let before: { JobName: string; RunId: string }[] = [];
  for (const [stage, jobs] of reached.entries()) {
    const runs = jobs.map((JobName, position) => {
      const own = stageMs * (0.6 + 0.4 * random.next());
      const failed = trouble?.stage === stage && position === 0;
      const run = {
        Id: newJobRunId(),
        Attempt: 0,
        TriggerName: triggerName(pipeline, stage),
        JobName,
        StartedOn: new Date(at),
        LastModifiedOn: new Date(at + own),
        CompletedOn: new Date(at + own),
        JobRunState: 'SUCCEEDED' as const,
        Arguments: { '--WORKFLOW_NAME': name, '--WORKFLOW_RUN_ID': id },
        PredecessorRuns: before,
        AllocatedCapacity: workers,
        MaxCapacity: workers,
        WorkerType: 'G.1X' as const,
        NumberOfWorkers: workers,
        GlueVersion: '5.1',
        ExecutionTime: Math.round(own / 1000),
        DPUSeconds: Math.round((own / 1000) * workers),
        Timeout: 60,
        LogGroupName: '/aws-glue/jobs',
        ...(failed && trouble?.end),
      };
      store.jobRuns.insert({ workflowRunId: id, run });
      return run;
    });
    before = runs.map(({ JobName, Id }) => ({ JobName, RunId: Id }));
    at = Math.max(...runs.map(run => run.CompletedOn.getTime())) + 2_000;
  }
  const actions = jobsOf(pipeline).length;
  const ran = reached.flat().length;
  const failed = trouble ? 1 : 0;
  const timedOut = trouble?.end.JobRunState === 'TIMEOUT' ? 1 : 0;
  const rows = Math.round(pipeline.rows * (0.95 + 0.1 * random.next()));
  store.workflowRuns.insert({
    run: {
      Name: name,
      WorkflowRunId: id,
      WorkflowRunProperties: {
        ...SYNTHETIC,
        ...(!trouble && { [ROWS_LOADED_PROPERTY]: `${rows} ${id}` }),
      },
      StartedOn: startedOn,
      CompletedOn: new Date(at),
      Status: 'COMPLETED',
      Statistics: {
        TotalActions: actions,
        SucceededActions: ran - failed,
        FailedActions: failed - timedOut,
        TimeoutActions: timedOut,
        StoppedActions: 0,
        RunningActions: 0,
        ErroredActions: 0,
        WaitingActions: 0,
      },
    },
    triggers,
    fired: reached.map((_, stage) => triggerName(pipeline, stage)),
  });
}

/** Puts the runs of the last three weeks: by the schedule, until it stopped. */
export function putHistory(
  store: GlueStore,
  pipeline: DemoPipeline,
  triggers: StoredTrigger[],
  random: Random,
) {
  const { everyMinutes, character } = pipeline;
  const every = everyMinutes * MINUTE_MS;
  const [, minute, hour] = /^cron\((\d+) (\d+|\*)/.exec(pipeline.schedule)!;
  const offset =
    Number(minute) * MINUTE_MS +
    (everyMinutes === 1440 ? Number(hour) * 60 * MINUTE_MS : 0);
  const quiet =
    character === 'silent' || character === 'paused' ? 3 * DAY_MS : 0;
  const end = Date.now() - quiet - 2 * pipeline.minutes * MINUTE_MS;
  const last = Math.floor((end - offset) / every) * every + offset;
  const count = Math.floor((DAYS * DAY_MS) / every);
  for (let age = count - 1; age >= 0; age--) {
    const startedOn = new Date(last - age * every);
    putRun(store, pipeline, triggers, { startedOn, age }, random);
  }
}
