/** What decides how soon the page asks again. */
export interface PollSituation {
  /** A run is under way. */
  active: boolean;
  /** Seconds for which it has been under way. */
  activeSeconds: number;
  /**
   * Whether the back end pushes changes: it has done so, and nothing was found
   * since of which it had not told. Backstage does not say whether the
   * connection is up, and a long job is silent for hours.
   */
  pushed: boolean;
}

/** Milliseconds until the page asks again without having been told to. */
export function pollInterval(situation: PollSituation): number {
  const { active, activeSeconds, pushed } = situation;
  if (!active) {
    return 30_000;
  }
  if (pushed) {
    return 20_000;
  }
  return activeSeconds < 60 ? 2_000 : 5_000;
}
