import { english, german } from '../__testUtils__/texts';
import { isActive, Status, STATUSES, toneOf, wordOf } from './statuses';

it.each([
  ['English', english],
  ['German', german],
])('gives every status its own words in %s', (_, t) => {
  expect(new Set(STATUSES.map(status => wordOf(t, status))).size).toBe(
    STATUSES.length,
  );
});

it.each<[Status, string]>([
  ['succeeded', 'ok'],
  ['failed', 'error'],
  ['timed-out', 'error'],
  ['partially-failed', 'warning'],
  ['running', 'running'],
  ['waiting', 'pending'],
  ['not-reached', 'neutral'],
])('shows %s in the tone %s', (status, tone) => {
  expect(toneOf(status)).toBe(tone);
});

it.each([
  ['TRIGGER', 'succeeded', 'Fired'],
  ['JOB', 'succeeded', 'Succeeded'],
  ['TRIGGER', 'not-reached', 'Not reached'],
] as const)('says of a %s that %s: %s', (type, status, word) => {
  expect(wordOf(english, status, type)).toBe(word);
});

it.each<[Status, boolean]>([
  ['running', true],
  ['stopping', true],
  ['waiting', false],
  ['succeeded', false],
])('knows whether %s goes on: %s', (status, active) => {
  expect(isActive(status)).toBe(active);
});
