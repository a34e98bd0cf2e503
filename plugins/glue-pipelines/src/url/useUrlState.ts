import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readUrlState, UrlState, writeUrlState } from './urlState';

/** The selection in the address, and a function that changes parts of it. */
export function useUrlState(): [UrlState, (change: Partial<UrlState>) => void] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readUrlState(params), [params]);
  const change = useCallback(
    (changed: Partial<UrlState>) =>
      // Looking around is not a journey: the back button leaves the tab.
      setParams(current => writeUrlState(current, changed), { replace: true }),
    [setParams],
  );
  return [state, change];
}
