import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { CapturedStream } from './CapturedStream';

/** A process that left the group may hold the pipe open; no longer than this (milliseconds). */
const pipeMilliseconds = 2000;

/** One output of a process on its way to the log folder. */
export interface Capture {
  /** The last part of what was written. */
  tail(): string;
  /** Resolves when all output is written, or cannot be. Never rejects. */
  complete(): Promise<void>;
}

/**
 * Writes what comes from `source` to the log folder. When that is not possible
 * the rest is read all the same, so that the process does not wait for ever.
 *
 * @param onFailure - told once, at once
 */
export function captureOutput(
  source: NodeJS.ReadableStream & { destroy(): void },
  folder: string,
  name: 'stdout' | 'stderr',
  onFailure: (error: Error) => void,
): Capture {
  const stream = new CapturedStream(folder, name);
  source.pipe(stream);
  const end = finished(stream).catch((error: Error) => {
    source.unpipe(stream);
    source.resume();
    onFailure(error);
  });
  return {
    tail: () => stream.tail,
    async complete() {
      const late = new AbortController();
      await Promise.race([
        end,
        sleep(pipeMilliseconds, undefined, { signal: late.signal }).then(
          () => {
            source.unpipe(stream);
            source.destroy();
            stream.end();
          },
          () => {
            // The output was complete in time.
          },
        ),
      ]);
      late.abort();
      await end;
    },
  };
}
