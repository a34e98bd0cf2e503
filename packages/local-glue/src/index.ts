import { lateImport } from './lateImport';
import type { RunningServer, ServerOptions } from './server/createServer';

export type { RunningServer, ServerOptions } from './server/createServer';
export type { Log, ServerContext } from './server/context';
export type { Health } from './server/admin/healthRoute';
export type { DeployEvent, DeployResult } from './deploy/events';

// The modules behind these functions load native engines: they are loaded
// when used, so that `local-glue --help` answers at once.

/**
 * Starts a local-glue server and goes on with the runs that an earlier one left.
 * Rejects with an Error for a person when the port or the folder is taken.
 */
export async function createServer(
  options: ServerOptions,
): Promise<RunningServer> {
  const module = await lateImport(import('./server/createServer'));
  return module.createServer(options);
}

/** Runs the command line interface. Resolves with the exit code. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const module = await lateImport(import('./cli/runCli'));
  return module.runCli(argv);
}
