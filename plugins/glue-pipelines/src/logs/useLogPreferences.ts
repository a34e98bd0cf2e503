import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';

/** How somebody likes to read logs. */
export interface LogPreferences {
  wrap: boolean;
  /** Times in UTC, instead of in the browser's zone. */
  utc: boolean;
}

const BUCKET = 'glue-pipelines';
const KEY = 'log';
const DEFAULTS: LogPreferences = { wrap: true, utc: false };

/** How this person likes to read logs, remembered by the portal. */
export function useLogPreferences(): [
  LogPreferences,
  (change: Partial<LogPreferences>) => void,
] {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [stored, setStored] = useState(
    () => bucket.snapshot<Partial<LogPreferences>>(KEY).value,
  );
  useEffect(() => {
    const subscription = bucket
      .observe$<Partial<LogPreferences>>(KEY)
      .subscribe(({ value }) => setStored(value));
    return () => subscription.unsubscribe();
  }, [bucket]);
  const preferences = useMemo(() => ({ ...DEFAULTS, ...stored }), [stored]);
  const change = useCallback(
    (changed: Partial<LogPreferences>) => {
      const next = { ...preferences, ...changed };
      setStored(next);
      bucket.set(KEY, next);
    },
    [bucket, preferences],
  );
  return [preferences, change];
}
