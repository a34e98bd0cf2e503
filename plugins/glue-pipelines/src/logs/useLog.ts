import { useApi } from '@backstage/frontend-plugin-api';
import { LogLine, LogsResponse } from '@glue-pipelines/backstage-plugin-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  gluePipelinesApiRef,
  LogQuery,
  WorkflowOfEntity,
} from '../api/GluePipelinesApi';
import {
  begunAround,
  begunAtEnd,
  begunBySearch,
  NOTHING,
  Place,
  ReadLog,
  withNewer,
  withOlder,
} from './readLog';

/** Milliseconds from one look for new lines to the next. */
const FOLLOW_MS = 3_000;
/** Lines of one question: the most that the back end gives. */
const PAGE = 1_000;

/** Which log is read. */
export interface LogOfAttempt extends WorkflowOfEntity {
  runId: string;
  /** A job run's id, or a crawler's name. */
  attempt: string;
}

export interface Log {
  /** Oldest first. */
  lines: LogLine[];
  /** A number for the first line; a line keeps its number while others come before and after it. */
  first: number;
  /** The newest answer: what else there is to know of the log. */
  answer?: LogsResponse;
  loading: boolean;
  error?: Error;
  /** The last line that is there is the last one of the log, so far. */
  isAtEnd: boolean;
  /** Reads lines before those that are there. Absent: there are none. */
  readOlder?: () => void;
  /** Reads lines after those that are there. Absent: there are none, or they come by themselves. */
  readNewer?: () => void;
}

/**
 * The log of an attempt: its end, followed while it grows; or what is around a
 * time; or the lines that contain a text. Another question begins anew.
 */
export function useLog(
  log: LogOfAttempt,
  question: { stream?: string; search?: string; around?: string },
): Log {
  const api = useApi(gluePipelinesApiRef);
  const [read, setRead] = useState<ReadLog>(NOTHING);
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<Error>();
  const controller = useRef<AbortController>();
  const asking = useRef<AbortSignal>();
  const { entityRef, workflowArn, runId, attempt } = log;
  const { stream, search, around } = question;

  const ask = useCallback(
    async (
      place: Place,
      merge: (known: ReadLog, answer: LogsResponse) => ReadLog,
    ) => {
      const { signal } = controller.current ?? new AbortController();
      if (asking.current === signal) {
        return;
      }
      asking.current = signal;
      const query: LogQuery & { runId: string } = {
        entityRef,
        workflowArn,
        runId,
        attempt,
        limit: PAGE,
        stream: stream || undefined,
        search: search || undefined,
        ...place,
      };
      setLoading(true);
      try {
        const answer = await api.getLogs(query, { signal });
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
        asking.current = undefined;
        setLoading(false);
      }
    },
    [api, entityRef, workflowArn, runId, attempt, stream, search],
  );

  useEffect(() => {
    const started = new AbortController();
    controller.current = started;
    setRead(NOTHING);
    if (search) {
      ask({}, (_, answer) => begunBySearch(answer));
    } else if (around) {
      const { until, begun } = begunAround(around);
      ask({ until }, (_, answer) => begun(answer));
    } else {
      ask({}, (_, answer) => begunAtEnd(answer));
    }
    return () => started.abort();
  }, [ask, search, around]);

  const { lines, first, older, newer, isAtEnd, answer } = read;
  const readNewer = useCallback(
    () => newer && ask(newer, withNewer),
    [ask, newer],
  );
  const follows = Boolean(newer) && isAtEnd && !loading;
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

  return {
    lines,
    first,
    answer,
    loading,
    error,
    isAtEnd: isAtEnd || (!newer && !search),
    readOlder: older && (() => ask(older, withOlder)),
    readNewer: newer && !isAtEnd ? readNewer : undefined,
  };
}
