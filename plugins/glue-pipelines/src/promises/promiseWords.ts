import { PromiseState } from '@glue-pipelines/backstage-plugin-common';
import { formatDuration } from '../time/duration';
import { Texts } from '../translation/ref';

/** How a promise about when runs end is kept. */
export function promiseWords(
  t: Texts,
  judged: PromiseState,
  now: number,
): string {
  const { kind, problem, state, dueAt, promise } = judged;
  if (problem) {
    return problem;
  }
  const seconds = dueAt && Math.abs(Date.parse(dueAt) - now) / 1000;
  const duration = seconds ? formatDuration(t, seconds) : undefined;
  switch (state) {
    case 'late':
      return lateWords(t, judged, duration);
    case 'fresh':
      if (kind === 'expected') {
        return duration
          ? t('promises.onTimeDue', { duration })
          : t('promises.onTime');
      }
      return duration
        ? t('promises.freshUntil', { duration })
        : t('promises.fresh');
    default:
      return t('promises.unknown', { promise });
  }
}

function lateWords(
  t: Texts,
  { kind, promise }: PromiseState,
  duration: string | undefined,
): string {
  const [, time] = /^by (.+)$/.exec(promise) ?? [];
  if (time) {
    return t('promises.expectedBy', { time });
  }
  if (kind === 'expected') {
    return duration ? t('promises.lateBy', { duration }) : t('promises.late');
  }
  return duration ? t('promises.staleFor', { duration }) : t('promises.stale');
}
