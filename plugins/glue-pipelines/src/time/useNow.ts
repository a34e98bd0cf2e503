import { useEffect, useState } from 'react';

/**
 * The time in milliseconds since the epoch, renewed at an interval.
 * Stands still while the page is hidden: nobody reads it then.
 * @param intervalMs - Absent: does not tick
 */
export function useNow(intervalMs?: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!intervalMs) {
      return undefined;
    }
    const tick = () => {
      if (document.visibilityState !== 'hidden') {
        setNow(Date.now());
      }
    };
    tick();
    const timer = setInterval(tick, intervalMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [intervalMs]);
  return now;
}
