import { setTimeout } from 'node:timers/promises';
import { CliError } from './CliError';
import { exitCodes } from './exitCodes';

export interface PollOptions {
  /** Between two looks; 250 unless told otherwise. */
  milliseconds?: number;
  /** Seconds; without it there is no end. */
  timeout?: number;
  signal: AbortSignal;
  /** What to say of what goes on; when the signal is aborted. */
  interrupted(): string | Promise<string>;
  /** What to say when the time is over. */
  timedOut?(): string;
}

/**
 * Looks again and again until there is something. Rejects with a `CliError`
 * when it is interrupted or the time is over, after one more look.
 */
export async function poll<Result>(
  look: () => Promise<Result | undefined>,
  options: PollOptions,
): Promise<Result> {
  const { milliseconds = 250, timeout = Infinity, signal } = options;
  const end = Date.now() + timeout * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (signal.aborted) {
      const message = await options.interrupted();
      throw new CliError(message, exitCodes.interrupted, 'Interrupted');
    }
    const left = end - Date.now();
    if (left <= 0) {
      const message = options.timedOut?.() ?? 'The time is over.';
      throw new CliError(message, exitCodes.timedOut, 'TimedOut');
    }
    // An abort ends the wait; the next look comes first.
    await setTimeout(Math.min(milliseconds, left), undefined, { signal }).catch(
      () => {},
    );
  }
}
