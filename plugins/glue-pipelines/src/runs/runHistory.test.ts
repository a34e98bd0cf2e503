import { covidHiringRuns, runningRun } from '../__fixtures__/covidHiring';
import { english, german } from '../__testUtils__/texts';
import { countWords, successWords } from './runHistory';

it.each([
  ['no runs', [], undefined],
  ['a run under way', [runningRun], undefined],
  ['eight runs', covidHiringRuns.slice(0, 8), '5 of the last 8 succeeded'],
  [
    'one run and one under way',
    [runningRun, covidHiringRuns[1]],
    '1 of the last 1 succeeded',
  ],
])('counts the success of %s', (_, runs, words) => {
  expect(successWords(english, runs)).toBe(words);
});

it('counts runs by health', () => {
  expect(countWords(english, covidHiringRuns.slice(0, 8))).toBe(
    'Last 8 runs: 1 failed, 5 succeeded, 1 stopped, 1 partially failed',
  );
});

it('counts runs that had nothing to do as successes, and by themselves', () => {
  const runs = covidHiringRuns
    .slice(1, 4)
    .map((run, index) =>
      index === 0
        ? { ...run, health: 'succeeded' as const, skipped: 'nothing-new' }
        : { ...run, health: 'succeeded' as const },
    );
  expect(successWords(english, runs)).toBe('3 of the last 3 succeeded');
  expect(countWords(english, runs)).toBe(
    'Last 3 runs: 1 skipped (nothing new), 2 succeeded',
  );
});

it('counts in German', () => {
  const runs = covidHiringRuns.slice(0, 8);
  expect(successWords(german, runs)).toBe('Zuletzt 5 von 8 erfolgreich');
  expect(countWords(german, runs)).toBe(
    'Letzte 8 Läufe: 1 fehlgeschlagen, 5 erfolgreich, 1 gestoppt, 1 teilweise fehlgeschlagen',
  );
});
