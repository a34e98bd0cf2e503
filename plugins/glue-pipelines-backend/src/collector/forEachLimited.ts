/** Runs `work` for each item, at most `limit` at once; rejects with the first error once all have settled. */
export async function forEachLimited<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const workers = Array.from(
    { length: Math.min(limit, items.length) },
    async () => {
      for (const item of queue) {
        await work(item);
      }
    },
  );
  const failed = (await Promise.allSettled(workers)).find(
    result => result.status === 'rejected',
  );
  if (failed) {
    throw failed.reason;
  }
}
