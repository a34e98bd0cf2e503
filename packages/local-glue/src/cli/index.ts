import { Command, CommanderError } from 'commander';
import pc from 'picocolors';
import { version } from '../server/version';
import { CliError } from './CliError';
import { CommandContext, examples } from './Command';
import { registerDeploy } from './commands/deploy';
import { registerLogs } from './commands/logs';
import { registerQuery } from './commands/query';
import { registerReset } from './commands/reset';
import { registerRuns } from './commands/runs';
import { registerServe } from './commands/serve';
import { registerStart } from './commands/start';
import { registerStatus } from './commands/status';
import { LocalGlueClient } from './LocalGlueClient';
import { processTerminal, Terminal } from './Terminal';

/**
 * Runs the command line interface on `argv` (as `process.argv`). Resolves with
 * the exit code: 0 success, 1 what was asked for failed, 2 wrong usage, 130
 * interrupted.
 */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<number> {
  let exitCode = 0;
  const interrupt = new AbortController();
  const onSignal = () => {
    // The second one is from somebody who does not want to wait.
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    await makeProgram({
      terminal,
      client: ({ endpoint }) => new LocalGlueClient(endpoint),
      setExitCode: code => {
        exitCode = code;
      },
      signal: interrupt.signal,
    }).parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    // Commander has printed what is wrong with the usage, or the help asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.note(pc.red((error as Error).message));
    return error instanceof CliError ? error.exitCode : 1;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function makeProgram(context: CommandContext): Command {
  const program = new Command('local-glue')
    .description(
      'Runs AWS Glue workflows on this machine: crawlers, Spark jobs and COPY, for real.',
    )
    .version(version)
    .option(
      '--endpoint <url>',
      'where the server listens (environment: LOCAL_GLUE_ENDPOINT)',
      process.env.LOCAL_GLUE_ENDPOINT || 'http://127.0.0.1:4566',
    )
    .option('--data <folder>', 'the folder that holds all state', '.local-glue')
    .option('--json', 'results as JSON')
    .showHelpAfterError('(add --help for what there is)')
    .exitOverride()
    .configureOutput({
      writeOut: text => context.terminal.print(text.trimEnd()),
      writeErr: text => context.terminal.note(text.trimEnd()),
    })
    .addHelpText(
      'after',
      examples(
        'serve',
        'deploy cdk.out',
        'start covid-hiring --wait',
        'query "select count(*) from covid_hiring_table"',
      ),
    );
  for (const register of [
    registerServe,
    registerDeploy,
    registerStart,
    registerRuns,
    registerLogs,
    registerQuery,
    registerStatus,
    registerReset,
  ]) {
    register(program, context);
  }
  for (const command of program.commands)
    command.copyInheritedSettings(program);
  return program;
}
