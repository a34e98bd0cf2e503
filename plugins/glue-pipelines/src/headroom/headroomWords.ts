import {
  HeadroomResponse,
  LocationLoad,
} from '@glue-pipelines/backstage-plugin-common';
import { formatNumber } from '../translation/formatNumber';
import { Texts } from '../translation/ref';

type AtOnce = { running: number; most?: number };

/** How many go on, and how many may. */
export function atOnceWords(t: Texts, { running, most }: AtOnce): string {
  return most === undefined
    ? t('headroom.unlimited', { running: formatNumber(t, running) })
    : t('headroom.of', {
        running: formatNumber(t, running),
        most: formatNumber(t, most),
      });
}

export function loadWords(t: Texts, { runs, jobRuns }: LocationLoad): string {
  return t('headroom.load', {
    runs: formatNumber(t, runs),
    jobs: formatNumber(t, jobRuns),
  });
}

export const isFull = ({ running, most }: AtOnce): boolean =>
  most !== undefined && running >= most;

/** Jobs that start no further run now, by name. */
export function fullJobs({ jobs }: HeadroomResponse): string[] {
  return jobs.filter(isFull).map(({ name }) => name);
}
