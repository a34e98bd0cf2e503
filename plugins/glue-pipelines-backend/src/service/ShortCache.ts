/** A value that is known, or being asked for. */
interface Entry<V> {
  value: Promise<V>;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/**
 * What was just asked of AWS: the same question is asked once at a time, and
 * its answer serves for a while. What failed is asked afresh.
 */
export class ShortCache<V> {
  /** The oldest entry first. */
  private readonly entries = new Map<string, Entry<V>>();

  /** @param most - how many answers are kept */
  constructor(private readonly most: number) {}

  /**
   * @param load - asks
   * @param keepMs - for how many milliseconds an answer serves
   */
  async get(
    key: string,
    load: () => Promise<V>,
    keepMs: (value: V) => number,
  ): Promise<V> {
    const known = this.entries.get(key);
    if (known && known.expiresAt > Date.now()) {
      return known.value;
    }
    const entry: Entry<V> = { value: load(), expiresAt: Infinity };
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size > this.most) {
      const [oldest] = this.entries.keys();
      this.entries.delete(oldest);
    }
    try {
      const value = await entry.value;
      entry.expiresAt = Date.now() + keepMs(value);
      return value;
    } catch (error) {
      if (this.entries.get(key) === entry) {
        this.entries.delete(key);
      }
      throw error;
    }
  }
}
