import { useTexts } from '../translation/ref';
import { absoluteTime, relativeTime } from './instant';
import { useNow } from './useNow';

const MINUTE_MS = 60_000;

/** An instant in words relative to now; the absolute time is in its title and `datetime`. */
export function Moment(props: { instant: string }) {
  const t = useTexts();
  const isFresh = Math.abs(Date.now() - Date.parse(props.instant)) < MINUTE_MS;
  const now = useNow(isFresh ? 1_000 : 10_000);
  return (
    <time dateTime={props.instant} title={absoluteTime(t, props.instant)}>
      {relativeTime(t, props.instant, now)}
    </time>
  );
}
