import type { Health } from '../../server/admin/healthRoute';
import { CliError } from '../CliError';
import { CommandContext, examples, RegisterCommand } from '../Command';
import { WaitOptions } from '../followRun';
import { formatTable } from '../format/table';
import { workflowCells, workflowHeadings } from '../format/workflowTable';
import { parseSeconds } from '../keyValue';
import { LocalGlueClient } from '../LocalGlueClient';
import { colours } from '../palette';
import { poll } from '../poll';
import { allWorkflows, Workflow } from '../workflows';

/** `status`: what the server is, whether jobs can run, the workflows and their last runs. */
export const registerStatus: RegisterCommand = (program, context) => {
  program
    .command('status')
    .description('show the server, its workflows and their last runs')
    .option('-w, --wait', 'until the server answers and jobs can run')
    .option(
      '--timeout <seconds>',
      'with --wait: exit code 4 when it takes longer',
      parseSeconds,
    )
    .addHelpText(
      'after',
      examples('status', 'status --wait --timeout 300', 'status --json'),
    )
    .action(async (_options, command) => {
      const options: WaitOptions = command.optsWithGlobals();
      const client = context.client(options);
      const health = options.wait
        ? await untilReady(client, options, context)
        : await client.health();
      const workflows = await allWorkflows(client);
      const { terminal } = context;
      if (options.json) {
        terminal.print(JSON.stringify({ ...health, workflows }));
      } else {
        formatStatus(health, workflows).forEach(line => terminal.print(line));
      }
    });
};

/** Also of a server that is only being started. Tells what it waits for, once each. */
async function untilReady(
  client: LocalGlueClient,
  { timeout, json }: WaitOptions,
  { terminal, signal }: CommandContext,
): Promise<Health> {
  let told = '';
  const look = async () => {
    const health = await client.health().catch((error: CliError) => error);
    const python = 'python' in health ? health.python : undefined;
    if ('python' in health && python?.state === 'ready') return health;
    if (python?.state === 'unavailable') {
      throw new CliError(python.reason ?? 'Jobs cannot run.');
    }
    const waitsFor = python?.reason ?? (health as CliError).message;
    if (waitsFor !== told && !json) terminal.note(waitsFor);
    told = waitsFor;
    return undefined;
  };
  return poll(look, {
    timeout,
    signal,
    interrupted: () => 'Interrupted.',
    timedOut: () => `Not ready after ${timeout} s. ${told}`,
  });
}

function formatStatus(
  health: Health,
  workflows: readonly Workflow[],
): string[] {
  const { python } = health;
  const lines = [
    `${colours.bold('local-glue')} ${health.version}, process ${health.pid}, on ${colours.cyan(health.endpoint)}`,
    `data  ${health.dataDir}`,
    `jobs  ${python.state}${python.reason ? `: ${python.reason}` : ''}`,
  ];
  if (workflows.length === 0) return [...lines, 'No workflow is deployed.'];
  return [
    ...lines,
    '',
    ...formatTable(workflowHeadings, workflows.map(workflowCells)),
  ];
}
