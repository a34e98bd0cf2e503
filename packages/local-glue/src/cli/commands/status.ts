import pc from 'picocolors';
import type { Health } from '../../server/admin/healthRoute';
import { examples, RegisterCommand } from '../Command';
import { WorkflowRun } from '../format/runNodes';
import { formatTable } from '../format/table';
import { formatTime } from '../format/time';
import { GlobalOptions } from '../GlobalOptions';
import { LocalGlueClient } from '../LocalGlueClient';
import { describeStatistics } from './runs';

interface Workflow {
  Name: string;
  LastRun?: WorkflowRun;
}

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

async function allWorkflows(client: LocalGlueClient): Promise<Workflow[]> {
  const workflows: Workflow[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.call<{
      Workflows?: string[];
      NextToken?: string;
    }>('glue', 'ListWorkflows', { NextToken, MaxResults: 25 });
    if (page.Workflows?.length) {
      const batch = await client.call<{ Workflows?: Workflow[] }>(
        'glue',
        'BatchGetWorkflows',
        { Names: page.Workflows },
      );
      workflows.push(...(batch.Workflows ?? []));
    }
    NextToken = page.NextToken;
  } while (NextToken);
  return workflows;
}

function formatStatus(
  health: Health,
  workflows: readonly Workflow[],
): string[] {
  const { python } = health;
  const lines = [
    `${pc.bold('local-glue')} ${health.version}, process ${health.pid}, on ${pc.cyan(health.endpoint)}`,
    `data  ${health.dataDir}`,
    `jobs  ${python.state}${python.reason ? `: ${python.reason}` : ''}`,
  ];
  if (workflows.length === 0) return [...lines, 'No workflow is deployed.'];
  return [
    ...lines,
    '',
    ...formatTable(
      ['WORKFLOW', 'LAST RUN', 'STARTED', 'JOBS AND CRAWLERS'],
      workflows.map(({ Name, LastRun }) => [
        Name,
        LastRun?.Status ?? 'never',
        LastRun ? formatTime(LastRun.StartedOn) : '',
        LastRun ? describeStatistics(LastRun.Statistics) : '',
      ]),
    ),
  ];
}
