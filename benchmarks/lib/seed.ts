import { randomBytes } from 'node:crypto';
import { migrations } from '../../packages/local-glue/src/server/migrations';
import { openDatabase } from '../../packages/local-glue/src/store/database';
import {
  newJobRunId,
  newWorkflowRunId,
} from '../../packages/local-glue/src/services/glue/engine/ids';
import { GlueStore } from '../../packages/local-glue/src/services/glue/store/GlueStore';
import type { StoredTrigger } from '../../packages/local-glue/src/services/glue/store/definitions';

/** The parts of a seeded workflow's history that requests ask for. */
export interface Seeded {
  workflows: string[];
  /** Of every workflow, some runs from all of its history: workflow, run, job run. */
  runs: { workflow: string; runId: string; job: string; jobRunId: string }[];
}

export const workflowName = (index: number) =>
  `pipeline-${String(index).padStart(5, '0')}`;
const jobName = (index: number) => `${workflowName(index)}-load`;
const scriptLocation = 's3://scripts/nothing.py';

/**
 * Writes workflows of one start trigger and one job each, with finished runs,
 * through the server's own store into a new data folder. The runs of all
 * workflows alternate, as they do when all run by the same schedule: those of
 * one workflow lie far apart.
 */
export function seed(
  dataDir: string,
  workflows: number,
  runsEach: number,
): Seeded {
  const database = openDatabase(dataDir, migrations);
  // Nothing is lost when the machine fails meanwhile: it is begun anew.
  database.pragma('synchronous = OFF');
  database.pragma('journal_mode = OFF');
  // The indexes of random ids do not fit into the default of 2 MB.
  database.pragma('cache_size = -500000');
  const store = new GlueStore(database);
  const seeded: Seeded = { workflows: [], runs: [] };
  const triggers = new Map<string, StoredTrigger[]>();

  store.transaction(() => {
    for (let index = 0; index < workflows; index++) {
      const name = workflowName(index);
      seeded.workflows.push(name);
      triggers.set(name, putDefinitions(store, index));
    }
  });
  const day = 86_400_000;
  const first = Date.now() - runsEach * day;
  for (let number = 0; number < runsEach; number++) {
    store.transaction(() => {
      for (let index = 0; index < workflows; index++) {
        const workflow = workflowName(index);
        const startedOn = new Date(first + number * day + index * 50);
        const ids = putRun(store, index, startedOn, triggers.get(workflow)!);
        // About ten of each workflow, from all of its history.
        if (number % Math.max(1, Math.floor(runsEach / 10)) === 0) {
          seeded.runs.push({ workflow, ...ids, job: jobName(index) });
        }
      }
    });
  }
  database.pragma('journal_mode = WAL');
  database.close();
  return seeded;
}

function putDefinitions(store: GlueStore, index: number): StoredTrigger[] {
  const name = workflowName(index);
  const now = new Date();
  store.workflows.put({
    Name: name,
    Description: 'Loads the orders of the day into the warehouse',
    DefaultRunProperties: { environment: 'benchmark' },
    CreatedOn: now,
    LastModifiedOn: now,
  });
  store.jobs.put({
    Name: jobName(index),
    Role: 'arn:aws:iam::000000000000:role/glue',
    Command: {
      Name: 'pythonshell',
      PythonVersion: '3.9',
      ScriptLocation: scriptLocation,
    },
    MaxRetries: 0,
    MaxCapacity: 0.0625,
    Timeout: 10,
    ExecutionProperty: { MaxConcurrentRuns: 10 },
    CreatedOn: now,
    LastModifiedOn: now,
  });
  const trigger: StoredTrigger = {
    Name: `${name}-start`,
    WorkflowName: name,
    Type: 'ON_DEMAND',
    State: 'CREATED',
    Actions: [{ JobName: jobName(index) }],
  };
  store.triggers.put(trigger);
  return [trigger];
}

function putRun(
  store: GlueStore,
  index: number,
  StartedOn: Date,
  triggers: StoredTrigger[],
): { runId: string; jobRunId: string } {
  const workflow = workflowName(index);
  const runId = newWorkflowRunId();
  const jobRunId = newJobRunId();
  const CompletedOn = new Date(StartedOn.getTime() + 60_000);
  store.workflowRuns.insert({
    run: {
      Name: workflow,
      WorkflowRunId: runId,
      WorkflowRunProperties: {
        environment: 'benchmark',
        day: StartedOn.toISOString().slice(0, 10),
        token: randomBytes(8).toString('hex'),
      },
      StartedOn,
      CompletedOn,
      Status: 'COMPLETED',
      Statistics: {
        TotalActions: 1,
        SucceededActions: 1,
        FailedActions: 0,
        StoppedActions: 0,
        TimeoutActions: 0,
        RunningActions: 0,
        ErroredActions: 0,
        WaitingActions: 0,
      },
    },
    triggers,
    fired: [triggers[0].Name],
  });
  store.jobRuns.insert({
    workflowRunId: runId,
    run: {
      Id: jobRunId,
      Attempt: 0,
      TriggerName: triggers[0].Name,
      JobName: jobName(index),
      StartedOn,
      LastModifiedOn: CompletedOn,
      CompletedOn,
      JobRunState: 'SUCCEEDED',
      Arguments: { '--WORKFLOW_NAME': workflow, '--WORKFLOW_RUN_ID': runId },
      PredecessorRuns: [],
      AllocatedCapacity: 0,
      ExecutionTime: 55,
      Timeout: 10,
      MaxCapacity: 0.0625,
      LogGroupName: '/aws-glue/python-jobs',
    },
  });
  return { runId, jobRunId };
}
