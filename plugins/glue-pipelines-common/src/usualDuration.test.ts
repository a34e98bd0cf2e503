import { tooLongAfter } from './usualDuration';

describe('tooLongAfter', () => {
  it.each([
    [{ medianSeconds: 60, succeeded: 5 }, 360],
    [{ medianSeconds: 3600, succeeded: 50 }, 5400],
    [{ medianSeconds: 60, succeeded: 4 }, undefined],
    [{ succeeded: 5 }, undefined],
  ])('of %j is %s', (facts, seconds) => {
    expect(tooLongAfter(facts)).toBe(seconds);
  });
});
