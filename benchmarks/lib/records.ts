import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process that the server started; times in milliseconds since the epoch. */
export interface ProcessRecord {
  kind: 'process';
  command: string;
  args: string[];
  code: number | null;
  from: number;
  to: number;
}

/** How late timers were in the server, in milliseconds. */
export interface DelayRecord {
  kind: 'delay';
  p50: number;
  p99: number;
  max: number;
}

const recorder = join(__dirname, 'recorder.cjs');

/** What `recorder.cjs` writes about a server. */
export class Records {
  readonly #file: string;

  constructor(dataDir: string) {
    this.#file = join(dataDir, 'records.jsonl');
    process.env.BENCHMARK_RECORD = this.#file;
  }

  /** What Node is started with. */
  readonly nodeArgs = ['--require', recorder];

  /** The processes that ran jobs, in the order of their ends. */
  jobs(): ProcessRecord[] {
    return this.#all().filter(
      (record): record is ProcessRecord =>
        record.kind === 'process' &&
        record.args.some(arg => arg.endsWith('local_glue_run.py')),
    );
  }

  /** The event loop's delay since the last call. */
  async delay(pid: number): Promise<DelayRecord> {
    const known = this.#delays().length;
    process.kill(pid, 'SIGUSR2');
    for (;;) {
      const delays = this.#delays();
      if (delays.length > known) return delays.at(-1)!;
      await new Promise(done => setTimeout(done, 20));
    }
  }

  #delays(): DelayRecord[] {
    return this.#all().filter(
      (record): record is DelayRecord => record.kind === 'delay',
    );
  }

  #all(): (ProcessRecord | DelayRecord)[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
  }
}
