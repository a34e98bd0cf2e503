import { DateTime } from 'luxon';
import { DigestSchedule } from './Digest';

/** For how long a digest that is due can still be sent, in hours: later it is no news any more. */
const LATEST_HOURS = 12;
/** What a period is compared with: so many of its length before it. */
const COMPARED = 7;
const COMPARED_WEEKS = 4;

/** Of what a digest is, ISO 8601 in UTC. */
export interface DigestPeriod {
  /** From when on runs are looked at, to compare with. */
  since: string;
  from: string;
  until: string;
}

/** The period of the digest that is due; `undefined` while none is. */
export function digestPeriod(
  { every, hour, minute, zone }: DigestSchedule,
  now: Date,
): DigestPeriod | undefined {
  const local = DateTime.fromJSDate(now, { zone });
  const at = (day: DateTime) => day.set({ hour, minute });
  const start = local.startOf(every);
  const due = at(start) <= local ? at(start) : at(start.minus({ [every]: 1 }));
  if (local.diff(due, 'hours').hours > LATEST_HOURS) {
    return undefined;
  }
  const from = due.minus({ [every]: 1 });
  const since = from.minus({
    [every]: every === 'day' ? COMPARED : COMPARED_WEEKS,
  });
  const [sinceIso, fromIso, until] = [since, from, due].map(time =>
    time.toJSDate().toISOString(),
  );
  return { since: sinceIso, from: fromIso, until };
}
