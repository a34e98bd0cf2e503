import { ShortCache } from './ShortCache';

describe('ShortCache', () => {
  const second = () => 1_000;

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once for those who ask at once, and again when the answer is old', async () => {
    const cache = new ShortCache<string>(10);
    const load = jest.fn(async () => 'answer');
    const ask = () => cache.get('key', load, second);
    await expect(Promise.all([ask(), ask(), ask()])).resolves.toEqual(
      Array(3).fill('answer'),
    );
    await ask();
    expect(load).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1_001);
    await ask();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('keeps no failure', async () => {
    const cache = new ShortCache<string>(10);
    const load = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new Error('throttled'))
      .mockResolvedValueOnce('answer');
    await expect(cache.get('key', load, second)).rejects.toThrow('throttled');
    await expect(cache.get('key', load, second)).resolves.toBe('answer');
  });

  it('forgets what was asked first when there is too much', async () => {
    const cache = new ShortCache<string>(2);
    const load = jest.fn(async () => 'answer');
    for (const key of ['a', 'b', 'c', 'b', 'a']) {
      await cache.get(key, load, second);
    }
    expect(load).toHaveBeenCalledTimes(4);
  });
});
