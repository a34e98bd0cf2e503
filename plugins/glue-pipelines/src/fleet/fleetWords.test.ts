import { english } from '../__testUtils__/texts';
import { durationWords, nameOfRef, rateWords } from './fleetWords';

const now = Date.parse('2026-11-21T10:00:00Z');

const run = (durationSeconds?: number) => ({
  id: 'wr_1',
  health: 'succeeded' as const,
  durationSeconds,
});

it.each([
  [[run(30)], 28, '30 s, usually 28 s'],
  [[run(90)], 30, '1 min 30 s, 3.0 times the usual 30 s'],
  [[run(30)], undefined, '30 s'],
  [[run()], 30, 'usually 30 s'],
  [[], undefined, undefined],
  [undefined, undefined, undefined],
])('compares %j with %s', (runs, medianSeconds, words) => {
  expect(durationWords(english, { runs, medianSeconds }, now)).toBe(words);
});

it.each([
  [360, 'Unusually long: 10 min so far, usually 30 s'],
  [900, 'usually 30 s'],
  [undefined, 'usually 30 s'],
])('tells of a run that goes on, too long after %s s', (limit, words) => {
  const running = {
    id: 'wr_1',
    health: 'running' as const,
    startedAt: '2026-11-21T09:50:00Z',
  };
  const item = {
    runs: [running],
    medianSeconds: 30,
    tooLongAfterSeconds: limit,
  };
  expect(durationWords(english, item, now)).toBe(words);
});

it.each([
  [
    { health: 'succeeded' as const, durationSeconds: 7200 },
    'Longer than promised: 2 h, at most 1 h',
  ],
  [
    { health: 'running' as const },
    'Longer than promised: 1 h 10 min, at most 1 h',
  ],
  [{ health: 'succeeded' as const, durationSeconds: 3600 }, '1 h'],
])('tells of a run that takes longer than promised: %j', (some, words) => {
  const last = { id: 'wr_1', startedAt: '2026-11-21T08:50:00Z', ...some };
  expect(
    durationWords(english, { runs: [last], promisedSeconds: 3600 }, now),
  ).toBe(words);
});

it('tells rates and names', () => {
  expect(rateWords(english, { succeeded: 8, ended: 10 })).toBe('8 of 10');
  expect(rateWords(english, { succeeded: 0, ended: 0 })).toBeUndefined();
  expect(nameOfRef('group:default/data-engineering')).toBe('data-engineering');
});
