import { AwsError } from '../../../base/AwsError';
import type { Log } from '../../../base/Log';
import type { GlueStore } from '../store/GlueStore';

/** Notes what is to be done outside the database once the change is stored. */
export type AfterCommit = (effect: () => void) => void;

const RETRY_MILLISECONDS = 5000;

/** Changes of state, each stored as a whole before anything acts on it. */
export class Transactions {
  readonly #store: GlueStore;
  readonly #log: Log;
  readonly #retries = new Set<NodeJS.Timeout>();
  #closed = false;

  constructor(store: GlueStore, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** Throws what `change` throws, or what keeps the database from storing it. */
  run<T>(change: (afterCommit: AfterCommit) => T): T {
    if (this.#closed) {
      throw new AwsError(
        'InternalServiceException',
        'local-glue is stopping. Start it again, and repeat the request.',
        500,
      );
    }
    const effects: (() => void)[] = [];
    const result = this.#store.transaction(() =>
      change(effect => effects.push(effect)),
    );
    for (const effect of effects) this.#act(effect);
    return result;
  }

  /** What is stored stays so: one effect that fails keeps no other from following. */
  #act(effect: () => void): void {
    try {
      effect();
    } catch (error) {
      this.#log.error(
        `Could not act on a stored change: ${(error as Error).stack}`,
      );
    }
  }

  /**
   * Stores what has happened outside: the end of a process, of a crawl. Nobody
   * would report it a second time, so when the database cannot store it (a full
   * disk) it is tried again until it can.
   *
   * @param what - for the log: what could not be stored
   */
  record(what: string, change: (afterCommit: AfterCommit) => void): void {
    if (this.#closed) return;
    try {
      this.run(change);
    } catch (error) {
      this.#log.error(
        `Could not store ${what}: ${(error as Error).message}. Trying again in ${
          RETRY_MILLISECONDS / 1000
        } s.`,
      );
      const retry = setTimeout(() => {
        this.#retries.delete(retry);
        this.record(what, change);
      }, RETRY_MILLISECONDS);
      retry.unref();
      this.#retries.add(retry);
    }
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** From here on nothing is recorded any more: the next start settles it. */
  close(): void {
    this.#closed = true;
    for (const retry of this.#retries) clearTimeout(retry);
    this.#retries.clear();
  }
}
