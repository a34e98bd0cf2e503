import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface CommandOptions {
  /** Absolute folder in which the command runs. */
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the command is killed. */
  timeout?: number;
  signal?: AbortSignal;
  /** One line of stdout or stderr, as it comes. */
  onLine?(line: string): void;
}

/** A command that could not be started or did not exit with 0. */
export class CommandError extends Error {
  /** The last lines of stdout and stderr. */
  readonly output: string;
  /** Whether it was ended from outside, by a time limit for one: what it would have said is unknown. */
  readonly wasEnded: boolean;

  constructor(
    command: string,
    reason: string,
    output: string,
    wasEnded: boolean = false,
  ) {
    super(`${command} ${reason}${output ? `: ${lastLine(output)}` : ''}`);
    this.name = 'CommandError';
    this.output = output;
    this.wasEnded = wasEnded;
  }
}

const keptLines = 200;

/**
 * Runs a command to its end and resolves with its last 200 lines of output,
 * stdout and stderr together. Rejects with a `CommandError`.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      // A group of its own, so that what the command started ends with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const kill = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    };
    const timer = options.timeout
      ? setTimeout(kill, options.timeout)
      : undefined;
    options.signal?.addEventListener('abort', kill);
    if (options.signal?.aborted) kill();
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        lines.push(line);
        if (lines.length > keptLines) lines.shift();
        options.onLine?.(line);
      });
    }
    child.on('error', error => {
      clearTimeout(timer);
      reject(new CommandError(command, `did not start (${error.message})`, ''));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', kill);
      const output = lines.join('\n');
      if (code === 0) resolve(output);
      else {
        reject(
          new CommandError(
            command,
            signal ? `was ended by ${signal}` : `failed with exit code ${code}`,
            output,
            signal !== null,
          ),
        );
      }
    });
  });
}

function lastLine(output: string): string {
  return output.trim().split('\n').pop() ?? '';
}
