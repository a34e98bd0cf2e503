import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './fileLock';

/** Tells other servers that this process uses an environment: a file named by its id. */
export class EnvironmentUse {
  /** Absolute. */
  readonly directory: string;
  readonly #file: string;

  private constructor(directory: string) {
    this.directory = directory;
    this.#file = join(usersOf(directory), String(process.pid));
  }

  static begin(directory: string): EnvironmentUse {
    const use = new EnvironmentUse(directory);
    try {
      mkdirSync(usersOf(directory), { recursive: true });
      writeFileSync(use.#file, '');
    } catch {
      // An environment that this user may only read is one that nobody here removes.
    }
    return use;
  }

  static isUsed(directory: string): boolean {
    try {
      return readdirSync(usersOf(directory)).some(name =>
        isAlive(Number(name)),
      );
    } catch {
      return false;
    }
  }

  end(): void {
    rmSync(this.#file, { force: true });
  }
}

function usersOf(directory: string): string {
  return join(directory, 'used-by');
}
