import { timeScale } from './timeScale';

const MINUTE = 60_000;
const whole = (minutes: number) => ({ from: 0, to: minutes * MINUTE });
const span = (from: number, to: number) => ({
  from: from * MINUTE,
  to: to * MINUTE,
});

describe('timeScale', () => {
  it('is even where something happened most of the time', () => {
    const { at, breaks } = timeScale([span(0, 4), span(5, 10)], whole(10));
    expect(breaks).toEqual([]);
    expect([0, 5, 10].map(minute => at(minute * MINUTE))).toEqual([0, 0.5, 1]);
  });

  it('cuts long idle times short and keeps the rest in proportion', () => {
    const { at, breaks, ticks } = timeScale(
      [span(0, 10), span(500, 510)],
      whole(510),
    );
    expect(breaks).toEqual([span(10, 500)]);
    const places = [0, 5, 10, 255, 500, 505, 510].map(minute =>
      at(minute * MINUTE),
    );
    const expected = [0, 0.2375, 0.475, 0.5, 0.525, 0.7625, 1];
    places.forEach((place, index) =>
      expect(place).toBeCloseTo(expected[index], 6),
    );
    expect(
      ticks.every(tick => tick <= 10 * MINUTE || tick >= 500 * MINUTE),
    ).toBe(true);
    expect(ticks.length).toBeGreaterThan(3);
  });

  it.each([
    ['nothing', [], 0],
    ['an instant', [span(0, 0)], 0],
    ['idle time only', [], 60],
  ])('stays within its bounds for %s', (_, spans, minutes) => {
    const { at, ticks } = timeScale(spans, whole(minutes));
    for (const instant of [-1, 0, minutes * MINUTE, minutes * MINUTE + 1]) {
      expect(at(instant)).toBeGreaterThanOrEqual(0);
      expect(at(instant)).toBeLessThanOrEqual(1.000001);
    }
    expect(ticks[0]).toBe(0);
  });

  it.each([
    [5, 6],
    [20, 5],
    [90, 7],
    [600, 6],
    [50_000, 7],
  ])('marks an axis of %d seconds with at most %d ticks', (seconds, most) => {
    const to = seconds * 1000;
    const { ticks } = timeScale([{ from: 0, to }], { from: 0, to });
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(most);
  });
});
