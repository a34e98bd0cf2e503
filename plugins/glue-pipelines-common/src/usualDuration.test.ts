import { tooLongAfter } from './usualDuration';

describe('tooLongAfter', () => {
  it.each<
    [Parameters<typeof tooLongAfter>[0], number | undefined, number | undefined]
  >([
    [{ medianSeconds: 60, succeeded: 5 }, 360, undefined],
    [{ medianSeconds: 3600, succeeded: 50 }, 5400, undefined],
    [{ medianSeconds: 60, succeeded: 4 }, undefined, undefined],
    [{ succeeded: 5 }, undefined, undefined],
    [{ succeeded: 0 }, 600, 600],
    [{ medianSeconds: 60, succeeded: 5 }, 120, 120],
  ])('of %j is %s, with a promise of %s', (facts, seconds, promised) => {
    expect(tooLongAfter(facts, promised)).toBe(seconds);
  });
});
