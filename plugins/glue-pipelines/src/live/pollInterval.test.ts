import { pollInterval, PollSituation } from './pollInterval';

it.each<[string, PollSituation, number]>([
  ['idle', { active: false, activeSeconds: 0, pushed: false }, 30_000],
  ['idle, told', { active: false, activeSeconds: 0, pushed: true }, 30_000],
  ['just started', { active: true, activeSeconds: 3, pushed: false }, 2_000],
  [
    'running for long',
    { active: true, activeSeconds: 61, pushed: false },
    5_000,
  ],
  [
    'running for long, told of what happens',
    { active: true, activeSeconds: 6100, pushed: true },
    20_000,
  ],
])('asks again, %s', (_, situation, milliseconds) => {
  expect(pollInterval(situation)).toBe(milliseconds);
});
