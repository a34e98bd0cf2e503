import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GlueClient } from './glueClient';

/**
 * What a job's process was started with, told by a process that was started so;
 * with it the same process can be started without the server.
 */
export interface Command {
  argv: string[];
  env: Record<string, string>;
}

/** Does nothing; asked with `--probe <file>` it writes how it was started. */
const nearlyEmpty = `import json, os, sys
if "--probe" in sys.argv:
    with open(sys.argv[sys.argv.index("--probe") + 1], "w") as file:
        json.dump({"argv": sys.orig_argv, "env": dict(os.environ)}, file)
`;

const session = `from awsglue.context import GlueContext
from pyspark.context import SparkContext
GlueContext(SparkContext.getOrCreate()).spark_session
`;

/** Scripts in the server's own storage. */
export function putScripts(dataDir: string): void {
  const folder = join(dataDir, 's3/scripts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nothing.py'), nearlyEmpty);
  writeFileSync(join(folder, 'session.py'), session);
}

export async function createJob(
  client: GlueClient,
  Name: string,
  script: string,
): Promise<void> {
  const spark = script !== 'nothing.py';
  await client.call('CreateJob', {
    Name,
    Role: 'any',
    Command: {
      Name: spark ? 'glueetl' : 'pythonshell',
      PythonVersion: spark ? '3' : '3.9',
      ScriptLocation: `s3://scripts/${script}`,
    },
    ...(spark
      ? { GlueVersion: '5.1', WorkerType: 'G.1X', NumberOfWorkers: 2 }
      : { MaxCapacity: 0.0625 }),
    ExecutionProperty: { MaxConcurrentRuns: 100 },
  });
}

/** Runs a job to its end; rejects unless it succeeds. */
export async function runJob(
  client: GlueClient,
  JobName: string,
  Arguments: Record<string, string> = {},
): Promise<void> {
  const { JobRunId } = await client.call('StartJobRun', { JobName, Arguments });
  for (;;) {
    const { JobRun } = await client.call('GetJobRun', {
      JobName,
      RunId: JobRunId,
    });
    if (JobRun.JobRunState === 'SUCCEEDED') return;
    if (JobRun.ErrorMessage) throw new Error(JobRun.ErrorMessage);
    await new Promise(done => setTimeout(done, 20));
  }
}

/** How the server starts the process of a job. */
export async function commandOf(
  client: GlueClient,
  jobName: string,
  dataDir: string,
): Promise<Command> {
  const file = join(dataDir, 'probe.json');
  await runJob(client, jobName, { '--probe': file });
  const { argv, env } = JSON.parse(readFileSync(file, 'utf8')) as Command;
  const script = argv.findIndex(
    arg => arg.endsWith('.py') && !arg.endsWith('local_glue_run.py'),
  );
  return {
    // The copy in the job's folder is gone with the job.
    argv: argv
      .with(script, join(dataDir, 's3/scripts/nothing.py'))
      .map(arg => (arg === '--probe' ? '--no-probe' : arg)),
    env,
  };
}

/** Milliseconds since the epoch when a run began and ended; rejects unless all of it succeeded. */
export async function runWorkflow(
  client: GlueClient,
  Name: string,
): Promise<{ runId: string; from: number; to: number }> {
  const { RunId } = await client.call('StartWorkflowRun', { Name });
  for (;;) {
    const { Run } = await client.call('GetWorkflowRun', { Name, RunId });
    if (Run.Status !== 'RUNNING') {
      const { TotalActions, SucceededActions } = Run.Statistics;
      if (Run.Status !== 'COMPLETED' || TotalActions !== SucceededActions) {
        throw new Error(
          `${Name} ended ${Run.Status}: ${JSON.stringify(Run.Statistics)}`,
        );
      }
      return {
        runId: RunId,
        from: Run.StartedOn * 1000,
        to: Run.CompletedOn * 1000,
      };
    }
    // Seldom: to ask is work for the server, too.
    await new Promise(done => setTimeout(done, 250));
  }
}
