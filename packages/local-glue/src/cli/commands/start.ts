import { InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { CommandContext, examples, RegisterCommand } from '../Command';
import { isOver, succeeded, WorkflowRun } from '../format/runNodes';
import {
  formatRunChanges,
  formatRunSummary,
  formatRunTree,
} from '../format/runTree';
import { GlobalOptions } from '../GlobalOptions';
import { LocalGlueClient } from '../LocalGlueClient';
import { pause } from '../pause';

interface StartOptions extends GlobalOptions {
  property?: Record<string, string>;
  wait?: boolean;
}

const pollMilliseconds = 500;

/** `start <workflow>`: starts a run and, when asked, follows it to its end. */
export const registerStart: RegisterCommand = (program, context) => {
  program
    .command('start')
    .description('start a run of a workflow')
    .argument('<workflow>', "the workflow's name")
    .option(
      '-p, --property <key=value>',
      'run property; may be given several times',
      parseProperty,
    )
    .option('-w, --wait', 'follow the run; exit code 1 unless all succeeds')
    .addHelpText(
      'after',
      examples(
        'start covid-hiring',
        'start covid-hiring --wait',
        'start covid-hiring -p day=2026-01-02 -p mode=full --wait',
      ),
    )
    .action(async (workflow: string, _options, command) => {
      const options: StartOptions = command.optsWithGlobals();
      const client = context.client(options);
      const { RunId } = await client.call('glue', 'StartWorkflowRun', {
        Name: workflow,
        RunProperties: options.property,
      });
      if (!options.wait) {
        context.terminal.print(
          options.json ? JSON.stringify({ RunId }) : RunId,
        );
        return;
      }
      const run = await follow(client, workflow, RunId, options, context);
      if (options.json) context.terminal.print(JSON.stringify(run));
      else formatRunSummary(run).forEach(line => context.terminal.print(line));
      if (!isOver(run)) {
        context.terminal.note(
          pc.yellow('The run goes on without this command.'),
        );
      }
      context.setExitCode(succeeded(run) ? 0 : 1);
    });
};

async function follow(
  client: LocalGlueClient,
  workflow: string,
  runId: string,
  options: StartOptions,
  { terminal, signal }: CommandContext,
): Promise<WorkflowRun> {
  let before: WorkflowRun | undefined;
  for (;;) {
    const { Run: run } = await client.call<{ Run: WorkflowRun }>(
      'glue',
      'GetWorkflowRun',
      { Name: workflow, RunId: runId, IncludeGraph: true },
    );
    if (!options.json && terminal.isInteractive) {
      terminal.redraw(formatRunTree(run, Date.now() / 1000));
    } else if (!options.json) {
      formatRunChanges(before, run).forEach(line => terminal.print(line));
    }
    if (isOver(run) || signal.aborted) return run;
    before = run;
    await pause(pollMilliseconds, signal);
  }
}

function parseProperty(
  text: string,
  properties: Record<string, string> = {},
): Record<string, string> {
  const equals = text.indexOf('=');
  if (equals < 1) {
    throw new InvalidArgumentError('Write it as key=value.');
  }
  return { ...properties, [text.slice(0, equals)]: text.slice(equals + 1) };
}
