/**
 * When something that is looked at every `intervalMs` is due again: on a grid
 * that all share, so that many are read by one call, and not so soon that the
 * look before it has hardly ended.
 */
export function nextDue(now: Date, intervalMs: number): Date {
  const earliest = now.getTime() + intervalMs / 2;
  return new Date(Math.ceil(earliest / intervalMs) * intervalMs);
}
