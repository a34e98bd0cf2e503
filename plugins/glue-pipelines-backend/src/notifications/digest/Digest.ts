/** What an owner's workflows did in a period, as far as it is worth telling. */
export interface Digest {
  every: DigestInterval;
  /** ISO 8601 in UTC; the period ends when the digest is due. */
  from: string;
  until: string;
  /** How many workflows the owner has. */
  workflows: number;
  failed: { name: string; runs: number; failed: number; lastFailed: boolean }[];
  /** Names, with the promise that was broken. */
  late: { name: string; promise: string }[];
  /** Medians of the successful runs in seconds, and before the period. */
  slower: Compared[];
  /** DPU hours of a run on average, and before the period. */
  dearer: Compared[];
  /** Names of those whose last run succeeded, and that neither failed nor were late. */
  healthy: string[];
  /** Of all runs that ended in the period, as far as Glue tells. */
  dpuHours: number;
}

export interface Compared {
  name: string;
  now: number;
  before: number;
}

export type DigestInterval = 'day' | 'week';

/** When digests are sent. */
export interface DigestSchedule {
  every: DigestInterval;
  /** The time of day, weekly on Mondays. */
  hour: number;
  minute: number;
  /** Of the IANA database. */
  zone: string;
}
