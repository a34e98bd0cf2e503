import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  gluePipelinesLogsReadPermission,
  lastMeaningfulLine,
  LogLine,
} from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { useLiveResource } from '../live/useLiveResource';
import { LogOfAttempt } from '../logs/useLog';

/** Lines of the log's end among which what says most is looked for. */
const LINES = 200;

export interface LastWords {
  /** The line that says most. */
  line?: LogLine;
  loading: boolean;
  /** Why there is none, where it was asked for in vain. */
  error?: Error;
}

/**
 * What a failed attempt wrote last, for who may read logs.
 * @param log - Absent: nothing is read
 */
export function useLastWords(log: LogOfAttempt | undefined): LastWords {
  const api = useApi(gluePipelinesApiRef);
  const { allowed } = usePermission({
    permission: gluePipelinesLogsReadPermission,
    resourceRef: log?.entityRef,
  });
  const key =
    allowed && log
      ? [log.entityRef, log.workflowArn, log.runId, log.attempt].join(' ')
      : undefined;
  const { data, isPrevious, error } = useLiveResource(
    key,
    async signal => {
      const { lines } = await api.getLogs(
        { ...log!, limit: LINES },
        { signal },
      );
      const words = lastMeaningfulLine(lines.map(({ text }) => text));
      return { line: lines.findLast(({ text }) => text === words) };
    },
    () => undefined,
  );
  if (!key) {
    return { loading: false };
  }
  const known = isPrevious ? undefined : data;
  return { line: known?.line, loading: !known && !error, error };
}
