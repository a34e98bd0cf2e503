import { JobRun } from './jobRuns';
import { LocalGlueClient } from './LocalGlueClient';
import { isNotFound } from './resourceNames';

export interface LogEvent {
  /** Milliseconds since the epoch. */
  timestamp: number;
  message: string;
  logGroup: string;
  logStream: string;
}

/** What Glue adds to a failure, and the job did not write. */
const INSIGHTS_STREAM = '-job-insights-';

interface Stream {
  group: string;
  name: string;
  token?: string;
}

/** Reads what a job run writes, each line once. */
export class JobRunLog {
  readonly #client: LocalGlueClient;
  readonly #jobRunId: string;
  readonly #streams = new Map<string, Stream>();
  #isEmpty = true;

  constructor(client: LocalGlueClient, jobRunId: string) {
    this.#client = client;
    this.#jobRunId = jobRunId;
  }

  /** Whether nothing has been read yet. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** What came since the last call. */
  async *newEvents(run: JobRun): AsyncGenerator<LogEvent> {
    const prefix = run.LogGroupName ?? '/aws-glue/jobs';
    for (const group of [`${prefix}/output`, `${prefix}/error`]) {
      for (const name of await this.#streamNames(group)) {
        const key = `${group}:${name}`;
        if (!this.#streams.has(key)) this.#streams.set(key, { group, name });
      }
    }
    for (const stream of this.#streams.values()) yield* this.#read(stream);
  }

  async #streamNames(logGroupName: string): Promise<string[]> {
    try {
      const { logStreams = [] } = await this.#client.call<{
        logStreams?: { logStreamName: string }[];
      }>('logs', 'DescribeLogStreams', {
        logGroupName,
        logStreamNamePrefix: this.#jobRunId,
      });
      return logStreams
        .map(stream => stream.logStreamName)
        .filter(name => !name.includes(INSIGHTS_STREAM));
    } catch (error) {
      if (isNotFound(error)) return [];
      throw error;
    }
  }

  /** The events after those that were read before; moves the stream's token. */
  async *#read(stream: Stream): AsyncGenerator<LogEvent> {
    for (;;) {
      const page = await this.#client.call<{
        events?: { timestamp: number; message: string }[];
        nextForwardToken?: string;
      }>('logs', 'GetLogEvents', {
        logGroupName: stream.group,
        logStreamName: stream.name,
        startFromHead: true,
        nextToken: stream.token,
      });
      for (const { timestamp, message } of page.events ?? []) {
        this.#isEmpty = false;
        yield {
          timestamp,
          message,
          logGroup: stream.group,
          logStream: stream.name,
        };
      }
      // At the end of a stream the token stays the same (GetLogEvents, CloudWatch Logs API).
      if (!page.nextForwardToken || page.nextForwardToken === stream.token) {
        return;
      }
      stream.token = page.nextForwardToken;
    }
  }
}
