import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readUrlState, UrlState, writeUrlState } from './urlState';

/**
 * How a change enters the browser's history: as a step that *Back* takes
 * back, or in place of the last one, for what is only leafed through.
 */
export type HowToChange = 'step' | 'leaf';

/** The selection in the address, and a function that changes parts of it. */
export function useUrlState(): [
  UrlState,
  (change: Partial<UrlState>, how?: HowToChange) => void,
] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readUrlState(params), [params]);
  const change = useCallback(
    (changed: Partial<UrlState>, how: HowToChange = 'step') =>
      setParams(current => writeUrlState(current, changed), {
        replace: how === 'leaf',
      }),
    [setParams],
  );
  return [state, change];
}
