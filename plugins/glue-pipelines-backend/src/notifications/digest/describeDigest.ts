import { DateTime } from 'luxon';
import { CostConfig } from '../../config';
import {
  minutesOf,
  NotificationPayload,
  scopeOf,
  shortName,
} from '../describeNotice';
import { Compared, Digest } from './Digest';

/** Workflows that a part names. */
const NAMED = 10;

/** @param link path of the page that shows more */
export function describeDigest(
  owner: string,
  digest: Digest,
  price: CostConfig,
  link: string,
): NotificationPayload {
  const isQuiet = digest.failed.length + digest.late.length === 0;
  return {
    title: titleOf(digest),
    description: [
      part('Failed', digest.failed, failure => {
        const { name, runs, failed, lastFailed } = failure;
        const share = `${failed} of ${runs} ${runs === 1 ? 'run' : 'runs'}`;
        return `${shortName(name)} (${share}${lastFailed ? '' : '; the last succeeded'})`;
      }),
      part(
        'Late',
        digest.late,
        ({ name, promise }) => `${shortName(name)} (promised: ${promise})`,
      ),
      part('Slower', digest.slower, compared =>
        comparison(compared, seconds => minutesOf(seconds)),
      ),
      part('Dearer', digest.dearer, compared =>
        comparison(compared, hours => `${hours.toFixed(2)} DPU hours`),
      ),
      part('Healthy', digest.healthy, shortName),
      costOf(digest, price),
    ]
      .filter(Boolean)
      // Backstage's own page shows no ends of lines.
      .map(line => `${line}.`)
      .join('\n'),
    link,
    severity: isQuiet ? 'low' : 'normal',
    topic: 'glue-pipelines.digest',
    scope: scopeOf('digest', owner),
  };
}

function titleOf(digest: Digest): string {
  const { every, until, failed, late, workflows } = digest;
  const day = DateTime.fromISO(until, { zone: 'utc' }).toFormat('yyyy-MM-dd');
  const news = [
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...(late.length > 0 ? [`${late.length} late`] : []),
  ];
  const of = `${workflows} ${workflows === 1 ? 'workflow' : 'workflows'}`;
  return `Glue, the ${every} to ${day}: ${news.length > 0 ? `${news.join(', ')} of ${of}` : `nothing failed or was late of ${of}`}`;
}

function part<T>(name: string, all: T[], words: (one: T) => string) {
  const more = all.length - NAMED;
  return all.length > 0
    ? `${name}: ${all.slice(0, NAMED).map(words).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
    : '';
}

function comparison(
  { name, now, before }: Compared,
  words: (value: number) => string,
): string {
  return `${shortName(name)} (${words(now)} a run, before ${words(before)})`;
}

function costOf({ dpuHours }: Digest, price: CostConfig): string {
  const amount = (dpuHours * price.pricePerDpuHour).toFixed(2);
  return dpuHours > 0
    ? `Used: ${dpuHours.toFixed(1)} DPU hours, about ${amount} ${price.currency}`
    : '';
}
