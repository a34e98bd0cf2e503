import type { Health } from '../../server/admin/healthRoute';
import { examples, RegisterCommand } from '../Command';
import { formatTable } from '../format/table';
import { workflowCells, workflowHeadings } from '../format/workflowTable';
import { GlobalOptions } from '../GlobalOptions';
import { colours } from '../palette';
import { allWorkflows, Workflow } from '../workflows';

/** `status`: what the server is, whether jobs can run, the workflows and their last runs. */
export const registerStatus: RegisterCommand = (program, context) => {
  program
    .command('status')
    .description('show the server, its workflows and their last runs')
    .addHelpText('after', examples('status', 'status --json'))
    .action(async (_options, command) => {
      const options: GlobalOptions = command.optsWithGlobals();
      const client = context.client(options);
      const health = await client.health();
      const workflows = await allWorkflows(client);
      const { terminal } = context;
      if (options.json) {
        terminal.print(JSON.stringify({ ...health, workflows }));
      } else {
        formatStatus(health, workflows).forEach(line => terminal.print(line));
      }
    });
};

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
