import { useTexts } from '../translation/ref';
import { elapsedSeconds, formatDuration } from './duration';
import { useNow } from './useNow';

/** How long something took; counts on while it is under way. Nothing where it has not started. */
export function Elapsed(props: {
  startedAt?: string;
  completedAt?: string;
  durationSeconds?: number;
}) {
  const t = useTexts();
  const ticks = Boolean(props.startedAt) && !props.completedAt;
  const now = useNow(ticks ? 1000 : undefined);
  const seconds = elapsedSeconds(props, now);
  return seconds === undefined ? null : <>{formatDuration(t, seconds)}</>;
}
