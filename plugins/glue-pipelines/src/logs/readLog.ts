import { LogLine, LogsResponse } from '@glue-pipelines/backstage-plugin-common';
import { LogQuery } from '../api/GluePipelinesApi';

/** Lines that are kept: the oldest give way. */
export const MOST_LINES = 100_000;

/** From where to read on. A cursor belongs to the times it was given for. */
export type Place = Pick<LogQuery, 'cursor' | 'from' | 'until'>;

/** What has been read of a log so far. */
export interface ReadLog {
  /** Oldest first. */
  lines: LogLine[];
  /** A number for the first line; a line keeps its number while others come before and after it. */
  first: number;
  /** Where older lines are. Absent: there are none, or no more are kept. */
  older?: Place;
  /** Where newer lines are. Absent: there are none, and none will come. */
  newer?: Place;
  /** All that there was to read of newer lines has been read. */
  isAtEnd: boolean;
  /** The newest answer. */
  answer?: LogsResponse;
}

export const NOTHING: ReadLog = { lines: [], first: 0, isAtEnd: false };

const place = (cursor: string | undefined, times: Place = {}) =>
  cursor === undefined ? undefined : { ...times, cursor };

/** Begins with the newest lines. */
export function begunAtEnd(answer: LogsResponse): ReadLog {
  return {
    lines: answer.lines,
    first: 0,
    older: place(answer.previousCursor),
    newer: place(answer.nextCursor),
    isAtEnd: true,
    answer,
  };
}

/** Begins with the first lines that contain a text. */
export function begunBySearch(answer: LogsResponse): ReadLog {
  return {
    lines: answer.lines,
    first: 0,
    newer: place(answer.nextCursor),
    isAtEnd: false,
    answer,
  };
}

/**
 * Begins with the lines up to a time, and goes on in both directions.
 * @param time - ISO 8601
 */
export function begunAround(time: string): {
  until: string;
  begun: (answer: LogsResponse) => ReadLog;
} {
  const until = new Date(Date.parse(time) + 1).toISOString();
  return {
    until,
    begun: answer => ({
      lines: answer.lines,
      first: 0,
      older: place(answer.previousCursor, { until }),
      newer: { from: until },
      isAtEnd: false,
      answer,
    }),
  };
}

/** Lines before those that are there, as far as there is room for them. */
export function withOlder(known: ReadLog, answer: LogsResponse): ReadLog {
  const { lines, first, older } = known;
  const room = Math.max(0, MOST_LINES - lines.length);
  const added = room ? answer.lines.slice(-room) : [];
  return {
    ...known,
    lines: [...added, ...lines],
    first: first - added.length,
    older:
      answer.lines.length < room
        ? place(answer.previousCursor, { until: older?.until })
        : undefined,
  };
}

/** Lines after those that are there; the oldest give way to them. */
export function withNewer(known: ReadLog, answer: LogsResponse): ReadLog {
  const lines = [...known.lines, ...answer.lines];
  const dropped = Math.max(0, lines.length - MOST_LINES);
  return {
    lines: dropped ? lines.slice(dropped) : lines,
    first: known.first + dropped,
    // What gave way lies between: older lines would not follow on it.
    older: dropped ? undefined : known.older,
    newer: place(answer.nextCursor, { from: known.newer?.from }),
    isAtEnd: known.isAtEnd || answer.lines.length === 0,
    answer: { ...answer, cause: answer.cause ?? known.answer?.cause },
  };
}
