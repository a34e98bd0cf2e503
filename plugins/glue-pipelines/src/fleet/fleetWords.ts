import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { isActive } from '../status/statuses';
import { formatDuration, secondsSince } from '../time/duration';
import { Texts } from '../translation/ref';

/** From where on a run counts as unusually long, as a multiple of the median. */
const UNUSUAL = 1.5;

/** How long the last run took or takes, and how that compares; `undefined` where nothing is known. */
export function durationWords(
  t: Texts,
  {
    runs,
    medianSeconds,
    tooLongAfterSeconds = Infinity,
  }: Pick<FleetItem, 'runs' | 'medianSeconds' | 'tooLongAfterSeconds'>,
  now: number,
): string | undefined {
  const [last] = runs ?? [];
  const usually =
    medianSeconds && `usually ${formatDuration(t, medianSeconds)}`;
  if (last?.durationSeconds !== undefined) {
    const words = formatDuration(t, last.durationSeconds);
    const ratio = medianSeconds && last.durationSeconds / medianSeconds;
    if (!medianSeconds || !ratio) {
      return words;
    }
    return ratio >= UNUSUAL
      ? `${words}, ${ratio.toFixed(1)} times the usual ${formatDuration(t, medianSeconds)}`
      : `${words}, ${usually}`;
  }
  const seconds =
    last?.startedAt && isActive(last.health)
      ? secondsSince(last.startedAt, now)
      : undefined;
  return seconds !== undefined && seconds > tooLongAfterSeconds
    ? `Unusually long: ${formatDuration(t, seconds)} so far, ${usually}`
    : usually || undefined;
}

/** How the promise of freshness is kept. */
export function freshnessWords(
  t: Texts,
  freshness: FleetItem['freshness'],
  now: number,
): string | undefined {
  if (!freshness) {
    return undefined;
  }
  const { problem, state, dueAt, promise } = freshness;
  if (problem) {
    return problem;
  }
  const seconds = dueAt && Math.abs(Date.parse(dueAt) - now) / 1000;
  switch (state) {
    case 'late':
      return seconds ? `Late by ${formatDuration(t, seconds)}` : 'Late';
    case 'fresh':
      return seconds ? `Fresh, due in ${formatDuration(t, seconds)}` : 'Fresh';
    default:
      return `Promise ${promise}: not known`;
  }
}

/** `8 of 10`; `undefined` where no run has ended. */
export function rateWords(rate: FleetItem['successRate']): string | undefined {
  return rate && rate.ended > 0
    ? `${rate.succeeded} of ${rate.ended}`
    : undefined;
}

/** The name of an entity ref, e.g. `data-engineering` of `group:default/data-engineering`. */
export function nameOfRef(ref: string): string {
  return ref.replace(/^.*[:/]/, '');
}
