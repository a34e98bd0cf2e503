import { useApi } from '@backstage/frontend-plugin-api';
import { LogLine, LogsResponse } from '@glue-pipelines/backstage-plugin-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';

/** Milliseconds from one look for new lines to the next. */
const FOLLOW_MS = 3_000;
/** Lines of one question. */
const PAGE = 500;
/** Lines that are kept: the oldest give way. */
export const MOST_LINES = 10_000;

/** Which log is read. */
export interface LogOfAttempt extends WorkflowOfEntity {
  runId: string;
  /** A job run's id, or a crawler's name. */
  attempt: string;
}

export interface Log {
  /** Oldest first. */
  lines: LogLine[];
  /** The newest answer: what else there is to know of the log. */
  answer?: LogsResponse;
  loading: boolean;
  error?: Error;
  /** Reads lines before those that are there. Absent: there are none. */
  readOlder?: () => void;
  /** Reads lines after those that are there, while a text is searched. Absent: there are none. */
  readNewer?: () => void;
}

interface Read {
  lines: LogLine[];
  previousCursor?: string;
  nextCursor?: string;
  answer?: LogsResponse;
}

/**
 * The log of an attempt: its end, followed while it grows, or the lines that
 * contain a text. Another stream or text begins anew.
 */
export function useLog(
  log: LogOfAttempt,
  { stream, search }: { stream: string; search: string },
): Log {
  const api = useApi(gluePipelinesApiRef);
  const [read, setRead] = useState<Read>({ lines: [] });
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<Error>();
  const controller = useRef<AbortController>();
  const { entityRef, workflowArn, runId, attempt } = log;

  const ask = useCallback(
    async (
      cursor: string | undefined,
      merge: (known: Read, answer: LogsResponse) => Read,
    ) => {
      const { signal } = controller.current ?? new AbortController();
      setLoading(true);
      try {
        const answer = await api.getLogs(
          {
            entityRef,
            workflowArn,
            runId,
            attempt,
            limit: PAGE,
            stream: stream || undefined,
            search: search || undefined,
            cursor,
          },
          { signal },
        );
        if (!signal.aborted) {
          setRead(known => merge(known, answer));
          setError(undefined);
        }
      } catch (refusal) {
        if (!signal.aborted) {
          setError(refusal as Error);
        }
      }
      if (!signal.aborted) {
        setLoading(false);
      }
    },
    [api, entityRef, workflowArn, runId, attempt, stream, search],
  );

  useEffect(() => {
    const started = new AbortController();
    controller.current = started;
    setRead({ lines: [] });
    ask(undefined, (_, answer) => ({ ...answer, answer }));
    return () => started.abort();
  }, [ask]);

  const { lines, previousCursor, nextCursor, answer } = read;
  const readNewer = useCallback(
    () =>
      ask(nextCursor, (known, newer) => ({
        ...known,
        lines: [...known.lines, ...newer.lines].slice(-MOST_LINES),
        // What gave way lies between: older lines would not follow on it.
        previousCursor:
          known.lines.length + newer.lines.length > MOST_LINES
            ? undefined
            : known.previousCursor,
        nextCursor: newer.nextCursor,
        answer: { ...newer, cause: newer.cause ?? known.answer?.cause },
      })),
    [ask, nextCursor],
  );
  const follows = Boolean(nextCursor) && !search && !loading;
  useEffect(() => {
    if (!follows) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (document.visibilityState !== 'hidden') {
        readNewer();
      }
    }, FOLLOW_MS);
    return () => clearInterval(timer);
  }, [follows, readNewer]);

  const readOlder = () =>
    ask(previousCursor, (known, older) => ({
      ...known,
      lines: [...older.lines, ...known.lines],
      previousCursor: older.previousCursor,
    }));
  return {
    lines,
    answer,
    loading,
    error,
    readOlder:
      previousCursor && lines.length < MOST_LINES ? readOlder : undefined,
    readNewer: nextCursor && search ? readNewer : undefined,
  };
}
