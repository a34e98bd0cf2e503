import { CommandContext } from './Command';
import { exitCodes } from './exitCodes';
import { formatRunChanges } from './format/runChanges';
import { isOver, succeeded, WorkflowRun } from './format/runNodes';
import { formatRunSummary } from './format/runSummary';
import { formatRunTree } from './format/runTree';
import { GlobalOptions } from './GlobalOptions';
import { LocalGlueClient } from './LocalGlueClient';
import { poll } from './poll';

/** Options of the commands that can wait for an end. */
export interface WaitOptions extends GlobalOptions {
  wait?: boolean;
  /** Seconds. */
  timeout?: number;
}

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
  const goesOn = `The run goes on. See it with "local-glue run ${workflow} ${runId} --follow", end it with "local-glue stop ${workflow} ${runId}".`;
  let before: WorkflowRun | undefined;
  const look = async () => {
    const run = await getRun(client, workflow, runId);
    if (options.json) {
      if (isOver(run)) terminal.print(JSON.stringify(run));
    } else if (terminal.isInteractive) {
      terminal.redraw(formatRunTree(run, Date.now() / 1000, terminal.height));
    } else {
      formatRunChanges(before, run).forEach(line => terminal.print(line));
    }
    before = run;
    return isOver(run) ? run : undefined;
  };
  const ended = await poll(look, {
    timeout: options.timeout,
    signal,
    interrupted: () => goesOn,
    timedOut: () =>
      `The run has not ended after ${options.timeout} s. ${goesOn}`,
  });
  if (!options.json) {
    formatRunSummary(ended).forEach(line => terminal.print(line));
  }
  setExitCode(succeeded(ended) ? exitCodes.success : exitCodes.failed);
}
