import type { Command } from 'commander';
import { GlobalOptions } from './GlobalOptions';
import { LocalGlueClient } from './LocalGlueClient';
import { Terminal } from './Terminal';

/** What every command works with. */
export interface CommandContext {
  terminal: Terminal;
  /** What was typed behind the program's name. */
  args: readonly string[];
  client(options: GlobalOptions): LocalGlueClient;
  /** Ends the process with this code once the command is through. */
  setExitCode(code: number): void;
  /** Aborted by SIGINT and SIGTERM. */
  signal: AbortSignal;
}

/** Adds one command to the program. */
export type RegisterCommand = (
  program: Command,
  context: CommandContext,
) => void;

/** Examples below a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map(line => `  $ local-glue ${line}`).join('\n')}\n`;
}
