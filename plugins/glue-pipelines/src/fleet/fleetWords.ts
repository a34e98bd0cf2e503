import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { isActive } from '../status/statuses';
import { formatDuration, secondsSince } from '../time/duration';
import { formatNumber } from '../translation/formatNumber';
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
  const median = medianSeconds && formatDuration(t, medianSeconds);
  if (last?.durationSeconds !== undefined) {
    const duration = formatDuration(t, last.durationSeconds);
    const ratio = medianSeconds && last.durationSeconds / medianSeconds;
    if (!median || !ratio) {
      return duration;
    }
    return ratio >= UNUSUAL
      ? t('fleet.duration.slow', {
          duration,
          median,
          ratio: formatNumber(t, ratio, {
            minimumFractionDigits: 1,
            maximumFractionDigits: 1,
          }),
        })
      : t('fleet.duration.withUsual', { duration, median });
  }
  if (!median) {
    return undefined;
  }
  const seconds =
    last?.startedAt && isActive(last.health)
      ? secondsSince(last.startedAt, now)
      : undefined;
  return seconds !== undefined && seconds > tooLongAfterSeconds
    ? t('fleet.duration.tooLong', {
        duration: formatDuration(t, seconds),
        median,
      })
    : t('fleet.duration.usual', { median });
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
  const duration = seconds ? formatDuration(t, seconds) : undefined;
  switch (state) {
    case 'late':
      return duration
        ? t('fleet.freshness.lateBy', { duration })
        : t('fleet.freshness.late');
    case 'fresh':
      return duration
        ? t('fleet.freshness.freshUntil', { duration })
        : t('fleet.freshness.fresh');
    default:
      return t('fleet.freshness.unknown', { promise });
  }
}

/** `8 of 10`; `undefined` where no run has ended. */
export function rateWords(
  t: Texts,
  rate: FleetItem['successRate'],
): string | undefined {
  return rate && rate.ended > 0
    ? t('fleet.facts.rate', {
        succeeded: String(rate.succeeded),
        ended: String(rate.ended),
      })
    : undefined;
}

/** The name of an entity ref, e.g. `data-engineering` of `group:default/data-engineering`. */
export function nameOfRef(ref: string): string {
  return ref.replace(/^.*[:/]/, '');
}
