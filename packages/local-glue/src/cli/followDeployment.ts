import type { DeployEvent, DeployResult } from '../deploy/events';
import { CliError } from './CliError';
import { CommandContext } from './Command';
import { formatDeployEvent } from './format/deployEvent';
import { GlobalOptions } from './GlobalOptions';

/** Prints the events of a deployment as they come. Rejects with a `CliError` when it fails. */
export async function followDeployment(
  events: AsyncIterable<DeployEvent>,
  { json }: GlobalOptions,
  { terminal }: CommandContext,
): Promise<void> {
  let result: DeployResult | undefined;
  for await (const event of events) {
    if (event.type === 'result') result = event;
    if (json) terminal.print(JSON.stringify(event));
    else formatDeployEvent(event).forEach(line => terminal.print(line));
  }
  if (!result) {
    throw new CliError('The server stopped answering before all was done.');
  }
  if (!result.ok) {
    throw new CliError(`Failed. ${result.message}`, undefined, 'DeployFailed');
  }
}
