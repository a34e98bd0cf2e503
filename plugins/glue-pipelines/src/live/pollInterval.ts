/** What decides how soon the page asks again. */
export interface PollSituation {
  /** A run is under way. */
  active: boolean;
  /** Seconds for which it has been under way. */
  activeSeconds: number;
  /** Seconds since the back end last pushed a change; absent: never, or it cannot. */
  secondsSinceSignal?: number;
}

// While a run goes on the back end pushes often. Backstage does not tell
// whether the connection is up, so silence for this long counts as its loss.
const SILENCE_SECONDS = 20;

/** Milliseconds until the page asks again without having been told to. */
export function pollInterval(situation: PollSituation): number {
  const { active, activeSeconds, secondsSinceSignal } = situation;
  if (!active) {
    return 30_000;
  }
  const connected =
    secondsSinceSignal !== undefined && secondsSinceSignal < SILENCE_SECONDS;
  if (connected) {
    return 10_000;
  }
  return activeSeconds < 60 ? 2_000 : 5_000;
}
