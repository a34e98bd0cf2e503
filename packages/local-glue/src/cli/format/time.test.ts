import { formatDuration, formatTime } from './time';

it.each([
  [-1, '0 s'],
  [0.4, '0 s'],
  [59.4, '59 s'],
  [59.6, '1 min 0 s'],
  [125, '2 min 5 s'],
  [3_780, '1 h 3 min'],
])('%d seconds are %s', (seconds, expected) => {
  expect(formatDuration(seconds)).toBe(expected);
});

it('gives times in the zone of the reader', () => {
  const date = new Date(2026, 0, 2, 3, 4, 5);
  expect(formatTime(date.getTime() / 1000)).toBe('2026-01-02 03:04:05');
});
