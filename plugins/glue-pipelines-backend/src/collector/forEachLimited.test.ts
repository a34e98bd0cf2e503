import { setTimeout as sleep } from 'node:timers/promises';
import { forEachLimited } from './forEachLimited';

describe('forEachLimited', () => {
  it.each([
    [1, 1],
    [3, 3],
    [50, 7],
  ])('with a limit of %d runs %d of 7 at once', async (limit, expected) => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await forEachLimited([1, 2, 3, 4, 5, 6, 7], limit, async item => {
      running += 1;
      most = Math.max(most, running);
      await sleep(5);
      running -= 1;
      done.push(item);
    });
    expect(most).toBe(expected);
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('reports an error after the other workers have ended', async () => {
    const done: number[] = [];
    await expect(
      forEachLimited([1, 2], 2, async item => {
        if (item === 1) {
          throw new Error('first');
        }
        await sleep(5);
        done.push(item);
      }),
    ).rejects.toThrow('first');
    expect(done).toEqual([2]);
  });
});
