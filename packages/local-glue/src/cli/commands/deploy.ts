import { resolve } from 'node:path';
import type { DeployEvent, DeployResult } from '../../deploy/events';
import { CliError } from '../CliError';
import { examples, RegisterCommand } from '../Command';
import { GlobalOptions } from '../GlobalOptions';
import { colours, noteColours } from '../palette';

/** `deploy <cdk.out>`: deploys a synthesized CDK app to the server. */
export const registerDeploy: RegisterCommand = (program, context) => {
  program
    .command('deploy')
    .description('deploy a synthesized CDK app to the server')
    .argument('<directory>', 'the cdk.out folder that "cdk synth" wrote')
    .addHelpText('after', examples('deploy cdk.out', 'deploy cdk.out --json'))
    .action(async (directory: string, _options, command) => {
      const options: GlobalOptions = command.optsWithGlobals();
      const { terminal } = context;
      let result: DeployResult | undefined;
      for await (const event of context
        .client(options)
        .deploy(resolve(directory))) {
        if (event.type === 'result') result = event;
        if (options.json) terminal.print(JSON.stringify(event));
        else formatDeployEvent(event).forEach(line => terminal.print(line));
      }
      if (!result) {
        throw new CliError(
          'The server stopped answering before the deployment had ended.',
        );
      }
      if (!result.ok) {
        terminal.note(noteColours.red(`Deployment failed. ${result.message}`));
        context.setExitCode(1);
      }
    });
};

/** Progress for a person; what did not change is only counted at the end. */
export function formatDeployEvent(event: DeployEvent): string[] {
  switch (event.type) {
    case 'asset':
      return event.action === 'published'
        ? [colours.dim(`  published ${event.location}`)]
        : [];
    case 'stack':
      return event.action === 'deploying' ? [colours.bold(event.stack)] : [];
    case 'resource':
      return event.action === 'unchanged'
        ? []
        : [`  ${event.action} ${event.resourceType} ${event.physicalId}`];
    default:
      return event.ok ? formatSuccess(event) : [];
  }
}

function formatSuccess(result: DeployResult & { ok: true }): string[] {
  const lines = result.stacks.map(({ stack, changes }) => {
    const counts = Object.entries(changes)
      .map(([change, count]) => `${count} ${change}`)
      .join(', ');
    return `${colours.green('✔')} ${stack}: ${counts || 'nothing that this machine has'}`;
  });
  for (const { stack, outputs } of result.stacks) {
    for (const [name, value] of Object.entries(outputs)) {
      // What the CDK exports for other stacks is of no interest to a person.
      if (!name.startsWith('ExportsOutput')) {
        lines.push(`  ${stack}.${name} = ${value}`);
      }
    }
  }
  if (result.leftOut.length > 0) {
    const types = new Map<string, number>();
    for (const { resourceType } of result.leftOut) {
      types.set(resourceType, (types.get(resourceType) ?? 0) + 1);
    }
    const list = [...types].map(([type, n]) =>
      n > 1 ? `${type} x ${n}` : type,
    );
    lines.push(
      colours.dim(
        `Left out, without meaning on this machine: ${list.join(', ')}`,
      ),
    );
  }
  return lines;
}
