import { setTimeout } from 'node:timers/promises';

/** Waits; returns early, without throwing, when the signal is aborted. */
export async function pause(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
