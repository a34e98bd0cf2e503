import { useCallback, useEffect, useRef, useState } from 'react';

/** Something that is asked for once and, when somebody wants it, again. */
export interface OnDemand<T> {
  /** The newest answer; kept while the next one is awaited and when it fails. */
  data?: T;
  error?: Error;
  loading: boolean;
  /** Asks, at first or again. */
  load: () => void;
}

/** @param ask - Asks for it; what it refers to must not change while the component lives */
export function useOnDemand<T>(
  ask: (signal: AbortSignal) => Promise<T>,
): OnDemand<T> {
  const [answer, setAnswer] = useState<Omit<OnDemand<T>, 'load'>>({
    loading: false,
  });
  const controller = useRef<AbortController>();
  const newest = useRef(ask);
  useEffect(() => {
    newest.current = ask;
  });
  useEffect(() => () => controller.current?.abort(), []);

  const load = useCallback(async () => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    setAnswer(known => ({ data: known.data, loading: true }));
    try {
      const data = await newest.current(signal);
      if (!signal.aborted) {
        setAnswer({ data, loading: false });
      }
    } catch (error) {
      if (!signal.aborted) {
        setAnswer(known => ({
          data: known.data,
          error: error as Error,
          loading: false,
        }));
      }
    }
  }, []);
  return { ...answer, load };
}
