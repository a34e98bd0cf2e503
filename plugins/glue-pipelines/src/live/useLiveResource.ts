import { useCallback, useEffect, useRef, useState } from 'react';
import { keepUnchanged } from './keepUnchanged';
import { LiveLoader } from './LiveLoader';

export interface LiveResource<T> {
  /** The newest answer; kept while the next one is awaited and when it fails. */
  data?: T;
  /** The data belongs to what was asked for before. */
  isPrevious: boolean;
  /** Why the newest question failed. */
  error?: Error;
  /** Asks again now. */
  refresh: () => void;
}

interface Answer<T> {
  key: string;
  data?: T;
  error?: Error;
}

/**
 * Something of the back end that is kept up to date.
 * @param key - Names what is asked for; another key asks anew; absent: nothing is asked
 * @param load - Asks for it
 * @param intervalOf - Milliseconds until it is asked for again, given what is known; see `LiveLoader`
 */
export function useLiveResource<T>(
  key: string | undefined,
  load: (signal: AbortSignal) => Promise<T>,
  intervalOf: (data: T | undefined) => number | undefined,
): LiveResource<T> {
  const [answer, setAnswer] = useState<Answer<T>>();
  const loader = useRef<LiveLoader<T>>();
  const newestLoad = useRef(load);
  useEffect(() => {
    newestLoad.current = load;
  });

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const started = new LiveLoader<T>({
      load: signal => newestLoad.current(signal),
      onData: data =>
        setAnswer(previous => ({
          key,
          data: keepUnchanged(previous?.data, data),
        })),
      onError: error =>
        setAnswer(previous => ({
          key,
          data: previous?.key === key ? previous.data : undefined,
          error,
        })),
    });
    loader.current = started;
    started.start();
    return () => started.stop();
  }, [key]);

  const isPrevious = answer !== undefined && answer.key !== key;
  const intervalMs = intervalOf(isPrevious ? undefined : answer?.data);
  useEffect(() => {
    loader.current?.setInterval(intervalMs);
  }, [key, intervalMs]);

  const refresh = useCallback(() => loader.current?.refresh(), []);
  return {
    data: answer?.data,
    isPrevious,
    error: isPrevious ? undefined : answer?.error,
    refresh,
  };
}
