import { absoluteTime, relativeTime } from './instant';
import { useNow } from './useNow';

/** An instant in words relative to now; the absolute time is in its title and `datetime`. */
export function Moment(props: { instant: string; tickMs?: number }) {
  const now = useNow(props.tickMs ?? 10_000);
  return (
    <time dateTime={props.instant} title={absoluteTime(props.instant)}>
      {relativeTime(props.instant, now)}
    </time>
  );
}
