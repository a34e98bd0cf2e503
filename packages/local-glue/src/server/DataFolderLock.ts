import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Which process serves a data folder. */
export interface LockHolder {
  pid: number;
  endpoint: string;
  /** What tells this process from a later one with the same pid; absent where the system does not say. */
  processStart?: string;
}

const lockPath = (dataDir: string) => join(dataDir, 'server.lock');

/**
 * The server that has `dataDir` open, if one is alive.
 * A lock left by a killed server does not count.
 */
export function lockHolder(dataDir: string): LockHolder | undefined {
  const holder = readLock(dataDir);
  return holder && isAlive(holder) ? holder : undefined;
}

/**
 * Makes this process the only server on `dataDir`, taking over the lock of a
 * server that no longer runs. Returns the function that releases it.
 * Throws an Error that names the other server when there is one.
 */
export function lockDataFolder(dataDir: string, endpoint: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw unusable(dataDir, error);
  }
  const path = lockPath(dataDir);
  const mine: LockHolder = {
    pid: process.pid,
    endpoint,
    processStart: processStart(process.pid),
  };
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
      return () => release(path, mine);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw unusable(dataDir, error);
      }
    }
    const holder = readLock(dataDir);
    if (holder && isAlive(holder)) {
      throw new Error(
        `Another local-glue server (process ${holder.pid}, ${holder.endpoint}) already uses ${dataDir}. Stop it, or choose another folder with --data.`,
      );
    }
    // Moving is atomic: of two servers that find the same stale lock, one moves it.
    const stale = `${path}.${process.pid}.stale`;
    try {
      renameSync(path, stale);
      rmSync(stale, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(
    `The lock ${path} could not be taken: other servers are starting on this folder.`,
  );
}

function unusable(dataDir: string, error: unknown): Error {
  return new Error(
    `The data folder ${dataDir} cannot be used: ${(error as Error).message}. Make it a folder that you may write to, with free space, or choose another one with --data.`,
    { cause: error },
  );
}

function release(path: string, mine: LockHolder): void {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
    if (holder.pid === mine.pid) rmSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function readLock(dataDir: string): LockHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(lockPath(dataDir), 'utf8'));
    return typeof holder?.pid === 'number' ? holder : undefined;
  } catch {
    // Missing, or cut short by a crash: nobody's.
    return undefined;
  }
}

function isAlive(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = processStart(holder.pid);
  return (
    start === undefined ||
    holder.processStart === undefined ||
    start === holder.processStart
  );
}

/** When the process started, in the kernel's ticks since boot (Linux only). */
function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name, in parentheses, may contain spaces; starttime is field 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
