import { english } from '../__testUtils__/texts';
import { elapsedSeconds, formatDuration, secondsSince } from './duration';

describe('formatDuration', () => {
  it.each([
    [-3, '< 1 s'],
    [0, '< 1 s'],
    [0.9, '< 1 s'],
    [1, '1 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [65, '1 min 5 s'],
    [3599, '59 min 59 s'],
    [3600, '1 h'],
    [3605, '1 h'],
    [3660, '1 h 1 min'],
    [86400, '1 d'],
    [90000, '1 d 1 h'],
  ])('shows %s seconds as "%s"', (seconds, words) => {
    expect(formatDuration(english, seconds)).toBe(words);
  });
});

describe('elapsedSeconds', () => {
  const now = Date.parse('2026-11-21T10:01:00Z');
  const startedAt = '2026-11-21T10:00:00Z';
  const completedAt = '2026-11-21T10:00:30Z';
  it.each([
    ['what has not started', {}, undefined],
    ['what is under way', { startedAt }, 60],
    [
      'what is under way, over an old count',
      { startedAt, durationSeconds: 5 },
      60,
    ],
    ['what has ended', { startedAt, completedAt }, 30],
    [
      'what has ended and was measured',
      { startedAt, completedAt, durationSeconds: 28 },
      28,
    ],
  ])('measures %s', (_, span, seconds) => {
    expect(elapsedSeconds(span, now)).toBe(seconds);
  });

  it('counts a start in the future as just now', () => {
    expect(secondsSince('2026-11-21T10:02:00Z', now)).toBe(0);
  });
});
