import { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { sqlString } from '../base/sqlText';

/**
 * The DuckDB of all crawls, which reaches nothing but the buckets. It is opened
 * when a crawl needs it first and closed with the last crawl, and looks at one
 * file at a time: so its memory is bounded however many crawlers run.
 */
export class CrawlDatabase {
  #users = 0;
  #opened: Promise<DuckDBInstance> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param folder - absolute path of the folder that may be read */
  constructor(private readonly folder: string) {}

  /** Keeps the database open while `action` runs. */
  async during<T>(action: () => Promise<T>): Promise<T> {
    this.#users++;
    try {
      return await action();
    } finally {
      this.#users--;
      if (this.#users === 0) {
        const opened = this.#opened;
        this.#opened = undefined;
        await opened?.then(instance => instance.closeSync());
      }
    }
  }

  /** Runs `action` when its turn has come; an abort interrupts what it asks the database. */
  async run<T>(
    signal: AbortSignal,
    action: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> {
    const turn = this.#queue.then(() => this.#run(signal, action));
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async #run<T>(
    signal: AbortSignal,
    action: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    this.#opened ??= open(this.folder);
    const connection = await (await this.#opened).connect();
    const interrupt = () => connection.interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    try {
      return await action(connection);
    } finally {
      signal.removeEventListener('abort', interrupt);
      connection.closeSync();
    }
  }
}

async function open(folder: string): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '192MB',
    threads: '2',
    // Not needed for what crawls ask; the current folder would be written to.
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    await connection.run(
      `SET allowed_directories = [${sqlString(`${folder}/`)}]`,
    );
    await connection.run('SET enable_external_access = false');
  } finally {
    connection.closeSync();
  }
  return instance;
}
