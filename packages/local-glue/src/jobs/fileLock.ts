import {
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock whose owner did not write its pid within this time (ms) was abandoned at birth. */
const birthMilliseconds = 5000;

/**
 * Runs `work` while no other process of this machine does so with the same
 * path. The lock is a folder with the owner's pid; one whose owner is gone is
 * taken over. `onWait` is called once when it has to wait. Rejects with the
 * signal's reason when that is aborted before the lock is had.
 */
export async function withFileLock<Result>(
  path: string,
  { signal, onWait }: { signal?: AbortSignal; onWait?(): void },
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(path), { recursive: true });
  let waited = false;
  for (;;) {
    signal?.throwIfAborted();
    if (acquire(path)) break;
    if (isAbandoned(path)) {
      rmSync(path, { recursive: true, force: true });
      continue;
    }
    if (!waited) onWait?.();
    waited = true;
    await sleep(250, undefined, { signal });
  }
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function acquire(path: string): boolean {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(path, 'pid'), String(process.pid));
  return true;
}

function isAbandoned(path: string): boolean {
  try {
    const owner = Number(readFileSync(join(path, 'pid'), 'utf8'));
    if (owner > 0) return !isAlive(owner);
    return false;
  } catch {
    try {
      return Date.now() - statSync(path).mtimeMs > birthMilliseconds;
    } catch {
      // Released between the attempt and the look.
      return false;
    }
  }
}

/** Whether a process has that id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
