import { CommanderError } from 'commander';
import { CliError } from './CliError';
import { exitCodes } from './exitCodes';
import { LocalGlueClient } from './LocalGlueClient';
import { noteColours } from './palette';
import { makeProgram } from './program';
import { processTerminal, Terminal } from './Terminal';

/**
 * Runs the command line interface on `argv` (as `process.argv`). Resolves with
 * the exit code, one of `exitCodes`. With `--json` an error is one line of JSON
 * on standard error: `{"error":{"code":"...","message":"...","exitCode":1}}`.
 *
 * @public
 */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<number> {
  let exitCode: number = exitCodes.success;
  const interrupt = new AbortController();
  const onSignal = () => {
    // The second one is from somebody who does not want to wait.
    if (interrupt.signal.aborted) process.exit(exitCodes.interrupted);
    interrupt.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // Known before the rest of the command line is: it may be wrong.
  const json = argv.includes('--json');
  const usage: string[] = [];
  const program = makeProgram(
    {
      terminal,
      args: argv.slice(2),
      client: ({ endpoint }) => new LocalGlueClient(endpoint),
      setExitCode: code => {
        exitCode = code;
      },
      signal: interrupt.signal,
    },
    text => (json ? usage.push(text) : terminal.note(text)),
  );
  const report = (code: string, message: string, status: number) => {
    terminal.note(
      json
        ? JSON.stringify({ error: { code, message, exitCode: status } })
        : noteColours.red(message),
    );
    return status;
  };
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // The help or the version that was asked for, or wrong usage, which is told already.
      if (error.exitCode === 0) return exitCodes.success;
      const message = error.message.replace(/^error: /, '');
      return json ? report('Usage', message, exitCodes.usage) : exitCodes.usage;
    }
    if (error instanceof CliError) {
      return report(error.code, error.message, error.exitCode);
    }
    return report('Failed', (error as Error).message, exitCodes.failed);
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
