import { CliError } from './CliError';
import { CommandContext } from './Command';
import { exitCodes } from './exitCodes';
import { formatRunChanges } from './format/runChanges';
import { isOver, succeeded, WorkflowRun } from './format/runNodes';
import { formatRunSummary } from './format/runSummary';
import { formatRunTree } from './format/runTree';
import { GlobalOptions } from './GlobalOptions';
import { LocalGlueClient } from './LocalGlueClient';
import { pause } from './pause';

/** Options of the commands that can wait for an end. */
export interface WaitOptions extends GlobalOptions {
  wait?: boolean;
  /** Seconds. */
  timeout?: number;
}

const pollMilliseconds = 250;

/** A run with its graph. */
export async function getRun(
  client: LocalGlueClient,
  Name: string,
  RunId: string,
): Promise<WorkflowRun> {
  const { Run } = await client.call<{ Run: WorkflowRun }>(
    'glue',
    'GetWorkflowRun',
    { Name, RunId, IncludeGraph: true },
  );
  return Run;
}

/**
 * Shows a run until it is over: a tree that is redrawn in a terminal, the
 * changes line by line elsewhere, only the end with `--json`. The exit code is
 * 0 when all of it succeeded. An interrupted command leaves the run alone.
 * Rejects with a `CliError` when `--timeout` passes.
 */
export async function followRun(
  client: LocalGlueClient,
  workflow: string,
  runId: string,
  options: WaitOptions,
  { terminal, signal, setExitCode }: CommandContext,
): Promise<void> {
  const end = Date.now() + (options.timeout ?? Infinity) * 1000;
  let before: WorkflowRun | undefined;
  for (;;) {
    const run = await getRun(client, workflow, runId);
    if (options.json) {
      if (isOver(run)) terminal.print(JSON.stringify(run));
    } else if (terminal.isInteractive) {
      terminal.redraw(formatRunTree(run, Date.now() / 1000, terminal.height));
    } else {
      formatRunChanges(before, run).forEach(line => terminal.print(line));
    }
    if (isOver(run)) {
      if (!options.json) {
        formatRunSummary(run).forEach(line => terminal.print(line));
      }
      setExitCode(succeeded(run) ? exitCodes.success : exitCodes.failed);
      return;
    }
    const goesOn = `The run goes on. See it with "local-glue run ${workflow} ${runId} --follow", end it with "local-glue stop ${workflow} ${runId}".`;
    if (signal.aborted) {
      throw new CliError(goesOn, exitCodes.interrupted, 'Interrupted');
    }
    if (Date.now() >= end) {
      throw new CliError(
        `The run has not ended after ${options.timeout} s. ${goesOn}`,
        exitCodes.timedOut,
        'TimedOut',
      );
    }
    before = run;
    await pause(Math.min(pollMilliseconds, end - Date.now()), signal);
  }
}
