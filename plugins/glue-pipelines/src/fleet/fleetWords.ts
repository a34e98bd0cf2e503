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
    promisedSeconds = Infinity,
  }: Pick<
    FleetItem,
    'runs' | 'medianSeconds' | 'tooLongAfterSeconds' | 'promisedSeconds'
  >,
  now: number,
): string | undefined {
  const [last] = runs ?? [];
  const running =
    last?.startedAt && isActive(last.health)
      ? secondsSince(last.startedAt, now)
      : undefined;
  const taken = last?.durationSeconds ?? running;
  if (taken !== undefined && taken > promisedSeconds) {
    return t('fleet.duration.overPromise', {
      duration: formatDuration(t, taken),
      promised: formatDuration(t, promisedSeconds),
    });
  }
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
  return running !== undefined && running > tooLongAfterSeconds
    ? t('fleet.duration.tooLong', {
        duration: formatDuration(t, running),
        median,
      })
    : t('fleet.duration.usual', { median });
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
