import { FleetRun } from '@glue-pipelines/backstage-plugin-common';
import { english } from '../__testUtils__/texts';
import { countsOf, markWords, runMarks } from './marksOnAxis';

const window = {
  from: Date.parse('2026-11-28T00:00:00Z'),
  to: Date.parse('2026-11-28T10:00:00Z'),
};
const now = Date.parse('2026-11-28T09:00:00Z');
const run = (
  hour: number,
  minutes: number | undefined,
  health: FleetRun['health'] = 'succeeded',
): FleetRun => ({
  id: `wr_${hour}`,
  health,
  startedAt: new Date(window.from + hour * 3_600_000).toISOString(),
  durationSeconds: minutes === undefined ? undefined : minutes * 60,
});
const placed = (runs: FleetRun[], least = 0.02) =>
  runMarks(runs, window, now, least).map(mark => [
    mark.run.id,
    mark.runs.length,
    Number(mark.from.toFixed(3)),
    Number(mark.to.toFixed(3)),
  ]);

it('stand where they began and ended, the oldest first', () => {
  expect(placed([run(5, 60), run(1, 30)])).toEqual([
    ['wr_1', 1, 0.1, 0.15],
    ['wr_5', 1, 0.5, 0.6],
  ]);
});

it('go on until now, and are cut where the window is', () => {
  expect(placed([run(7, undefined, 'running'), run(-2, 180)])).toEqual([
    ['wr_-2', 1, 0, 0.1],
    ['wr_7', 1, 0.7, 0.9],
  ]);
});

it('keep a size that can be seen, also at the edge', () => {
  expect(placed([run(9.99, 0), run(2, 0)])).toEqual([
    ['wr_2', 1, 0.2, 0.22],
    ['wr_9.99', 1, 0.98, 1],
  ]);
});

it('become one where they overlap, which leads to the worst', () => {
  const runs = [run(2.2, 1), run(2.1, 1, 'failed'), run(2, 1), run(1, 1)];
  expect(placed(runs, 0.05)).toEqual([
    ['wr_1', 1, 0.1, 0.15],
    ['wr_2.1', 3, 0.2, 0.27],
  ]);
});

it('are told in words', () => {
  const [one, two] = runMarks(
    [run(2.1, 1, 'failed'), run(2, 1), run(1, 5)],
    window,
    now,
    0.05,
  );
  expect(markWords(english, one)).toMatch(
    /^Run of 28 Nov 2026, .*, succeeded, 5 min$/,
  );
  expect(markWords(english, two)).toMatch(
    /^2 runs: 1 succeeded, 1 failed, from 28 Nov 2026, .* to 28 Nov 2026, /,
  );
  expect(countsOf(english, [run(1, 1)])).toBe('1 run: 1 succeeded');
});

it('leaves out what has not begun', () => {
  expect(placed([{ id: 'wr_new', health: 'running' }])).toEqual([]);
});
