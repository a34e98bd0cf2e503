import { covidHiringRuns, runningRun } from '../__fixtures__/covidHiring';
import { english } from '../__testUtils__/texts';
import { describeRun, nextBar, runBars } from './bars';

const now = Date.parse('2026-11-21T06:00:40Z');

describe('runBars', () => {
  it('puts the oldest first and measures by the longest', () => {
    const runs = [
      { ...covidHiringRuns[0], durationSeconds: 50 },
      { ...covidHiringRuns[1], durationSeconds: 100 },
      { ...covidHiringRuns[2], durationSeconds: 1 },
    ];
    expect(runBars(runs, now)).toMatchObject([
      { run: runs[2], height: 0.12, isCut: false },
      { run: runs[1], height: 1, isCut: false },
      { run: runs[0], height: 0.5, isCut: false },
    ]);
  });

  it('cuts a run that is far longer than the others, so that they differ still', () => {
    const seconds = [45, 60, 3600, 90];
    const runs = seconds.map((durationSeconds, i) => ({
      ...covidHiringRuns[i],
      durationSeconds,
    }));
    expect(
      runBars(runs, now).map(({ height, isCut }) => [height, isCut]),
    ).toEqual([
      [90 / 270, false],
      [1, true],
      [60 / 270, false],
      [45 / 270, false],
    ]);
  });

  it('lets a running run grow', () => {
    const [, bar] = runBars(
      [runningRun, { ...covidHiringRuns[1], durationSeconds: 80 }],
      now,
    );
    expect(bar.height).toBe(0.5);
  });

  it('has nothing to show for no runs', () => {
    expect(runBars([], now)).toEqual([]);
  });
});

it.each([
  [covidHiringRuns[1], /^Run of 20 Nov 2026, \d\d:00:00 .+, succeeded, 34 s$/],
  [covidHiringRuns[0], /, failed, 20 s, covid-hiring-transform failed$/],
  [runningRun, /, running$/],
])('describes a run', (run, sentence) => {
  expect(describeRun(english, run)).toMatch(sentence);
});

it.each([
  ['ArrowLeft', 2, 1],
  ['ArrowLeft', 0, 0],
  ['ArrowRight', 3, 4],
  ['ArrowRight', 4, 4],
  ['ArrowUp', 2, 1],
  ['ArrowDown', 2, 3],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['Enter', 1, undefined],
])('leads by %s from bar %s of 5 to %s', (key, index, next) => {
  expect(nextBar(key, index, 5)).toBe(next);
});

it('marks the runs that were made with other definitions than the one before', () => {
  const versions = ['c', 'c', undefined, 'b', 'a', 'a'];
  const bars = runBars(
    versions.map((version, index) => ({
      id: String(index),
      health: 'succeeded' as const,
      version,
    })),
    0,
  );
  expect(bars.map(({ isNewVersion }) => isNewVersion)).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
});
