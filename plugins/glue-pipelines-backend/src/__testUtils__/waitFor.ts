import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats `probe` until it holds; fails with the last value after `timeoutMs`. */
export async function waitFor<T>(
  probe: () => Promise<T>,
  holds: (value: T) => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (await holds(value)) {
      return value;
    }
    if (Date.now() > deadline) {
      throw new Error(`Still not so: ${JSON.stringify(value)}`);
    }
    await sleep(50);
  }
}
