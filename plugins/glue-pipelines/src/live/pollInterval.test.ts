import { pollInterval, PollSituation } from './pollInterval';

it.each<[string, PollSituation, number]>([
  ['idle', { active: false, activeSeconds: 0 }, 30_000],
  [
    'idle, just told',
    { active: false, activeSeconds: 0, secondsSinceSignal: 1 },
    30_000,
  ],
  ['just started, never told', { active: true, activeSeconds: 3 }, 2_000],
  ['running for long, never told', { active: true, activeSeconds: 61 }, 5_000],
  [
    'running, told lately',
    { active: true, activeSeconds: 61, secondsSinceSignal: 2 },
    10_000,
  ],
  [
    'running, silence',
    { active: true, activeSeconds: 30, secondsSinceSignal: 25 },
    2_000,
  ],
])('asks again, %s', (_, situation, milliseconds) => {
  expect(pollInterval(situation)).toBe(milliseconds);
});
