import { isInstant, marksOf, movedUntil, windowOf } from './windows';

const ZONE = 'Europe/Berlin';
const now = Date.parse('2026-11-28T19:30:00Z');
const iso = ({ from, to }: { from: number; to: number }) =>
  [from, to].map(instant => new Date(instant).toISOString().slice(5, 16));

it.each([
  ['12h', undefined, ['11-28T07:30', '11-28T19:30']],
  ['24h', undefined, ['11-27T19:30', '11-28T19:30']],
  ['7d', undefined, ['11-21T19:30', '11-28T19:30']],
  ['12h', '2026-11-28T07:30:00Z', ['11-27T19:30', '11-28T07:30']],
  // 18:00 to 08:00 of Berlin, which is an hour ahead.
  ['night', undefined, ['11-27T17:00', '11-28T07:00']],
  ['night', '2026-11-20T07:00:00Z', ['11-19T17:00', '11-20T07:00']],
  // The night in which the clock goes back is an hour longer.
  ['night', '2026-10-25T07:00:00Z', ['10-24T16:00', '10-25T07:00']],
] as const)('of %s until %s', (name, until, window) => {
  expect(iso(windowOf(name, until, now, ZONE))).toEqual(window);
});

it('of the night is the one that goes on, before the morning', () => {
  const early = Date.parse('2026-11-28T02:00:00Z');
  expect(iso(windowOf('night', undefined, early, ZONE))).toEqual([
    '11-27T17:00',
    '11-28T07:00',
  ]);
});

it.each([
  ['12h', undefined, -1, '2026-11-28T07:30:00.000Z'],
  ['12h', '2026-11-28T07:30:00.000Z', -1, '2026-11-27T19:30:00.000Z'],
  ['12h', '2026-11-28T07:30:00.000Z', 1, undefined],
  // Some seconds have gone by since it was now.
  ['12h', '2026-11-28T07:29:30.000Z', 1, undefined],
  ['12h', '2026-11-27T07:30:00.000Z', 1, '2026-11-27T19:30:00.000Z'],
  ['night', undefined, -1, '2026-11-27T07:00:00.000Z'],
  ['night', '2026-11-27T07:00:00.000Z', 1, undefined],
  ['7d', undefined, 1, undefined],
] as const)('%s until %s moves by %d', (name, until, by, moved) => {
  expect(movedUntil(name, until, by, now, ZONE)).toBe(moved);
});

it.each([
  ['12h', 6],
  ['night', 8],
  ['24h', 8],
  ['7d', 7],
] as const)('of %s has marks at full hours', (name, count) => {
  const window = windowOf(name, undefined, now, ZONE);
  const marks = marksOf(window, ZONE);
  expect(marks).toHaveLength(count);
  for (const mark of marks) {
    expect(mark % 3_600_000).toBe(0);
    expect(mark).toBeGreaterThanOrEqual(window.from);
    expect(mark).toBeLessThanOrEqual(window.to);
  }
});

it.each([
  ['2026-11-28T07:30:00.000Z', true],
  ['soon', false],
  [undefined, false],
])('knows whether %s is an instant', (text, answer) => {
  expect(isInstant(text)).toBe(answer);
});
