import { GlueLocation } from './GlueApi';

/** One event of a log. */
export interface LogEvent {
  /** Epoch milliseconds. */
  timestamp: number;
  stream: string;
  message: string;
}

/** Epoch milliseconds: from `from`, before `until`. */
export interface LogTimes {
  from?: number;
  until?: number;
}

/**
 * What the plugin asks of CloudWatch Logs. What does not exist is empty: a job
 * that has not written anything has no stream, and an account where no job has
 * has no group. Every method throws errors of `@backstage/errors` whose
 * messages are for a person.
 */
export interface LogsApi {
  /** Streams of a group whose names begin alike, by name; the first `most` of them. */
  listStreams(
    location: GlueLocation,
    group: string,
    prefix: string,
    most: number,
  ): Promise<{ name: string; lastEventAt?: number }[]>;

  /**
   * A page of a stream, oldest first: from a token, or else its newest events,
   * or its oldest. A page may be empty though more follows. The token beyond an
   * end is the one that was given.
   */
  readEvents(
    location: GlueLocation,
    page: {
      group: string;
      stream: string;
      token?: string;
      oldestFirst: boolean;
      limit: number;
    } & LogTimes,
  ): Promise<{ events: LogEvent[]; forward?: string; backward?: string }>;

  /**
   * A page of those events of some streams that a pattern matches, oldest
   * first. It may be empty though more follows; there is no token at the end.
   */
  findEvents(
    location: GlueLocation,
    page: {
      group: string;
      streams: string[];
      pattern: string;
      token?: string;
      limit: number;
    } & LogTimes,
  ): Promise<{ events: LogEvent[]; forward?: string }>;
}
