import { useEffect, useRef } from 'react';
import { useWorkflowSignals } from '../live/useWorkflowSignals';

/** Milliseconds in which signals are gathered: in a large fleet something always changes. */
const GATHER_MS = 2_000;

/** Calls once for all changes of workflows in a while, of whichever: those that are not on the page change its counts. */
export function useGatheredSignals(onChange: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  useWorkflowSignals(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      onChange();
    }, GATHER_MS);
  });
}
