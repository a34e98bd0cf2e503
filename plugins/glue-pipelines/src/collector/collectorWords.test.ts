import {
  CallCount,
  CollectorLocation,
} from '@glue-pipelines/backstage-plugin-common';
import { english } from '../__testUtils__/texts';
import { callWords, locationHealth, refusedWords } from './collectorWords';

const location: CollectorLocation = {
  accountId: '123456789012',
  region: 'eu-west-1',
  workflows: 4,
  due: 0,
  active: 1,
  failing: 0,
  lagSeconds: 2,
  lastSuccessAt: '2026-11-28T12:00:00.000Z',
  calls: [],
};

it.each<[Partial<CollectorLocation>, string, string]>([
  [{}, 'succeeded', 'Up to date'],
  [{ lagSeconds: 60 }, 'succeeded', 'Up to date'],
  [{ lagSeconds: 600 }, 'partially-failed', '10 min behind'],
  [{ failing: 1 }, 'partially-failed', '1 of 4 cannot be read'],
  [{ failing: 4, lagSeconds: 600 }, 'failed', 'Nothing can be read'],
  [{ lastSuccessAt: undefined }, 'waiting', 'Not read yet'],
  [{ workflows: 0 }, 'never-run', 'No entity names a workflow there'],
])('says of %j: %s, %s', (change, status, words) => {
  expect(locationHealth(english, { ...location, ...change })).toEqual({
    status,
    words,
  });
});

const calls: CallCount[] = [
  { service: 'glue', operation: 'GetTags', outcome: 'denied', calls: 2 },
  { service: 'glue', operation: 'GetWorkflow', outcome: 'ok', calls: 1_200 },
  { service: 'glue', operation: 'GetWorkflow', outcome: 'throttled', calls: 7 },
  { service: 'logs', operation: 'GetLogEvents', outcome: 'ok', calls: 34 },
];

it('counts calls by how they ended', () => {
  expect(callWords(english, calls)).toBe(
    '1,234 answered, 7 throttled, 2 denied',
  );
  expect(callWords(english, [])).toBe('');
});

it('names the operations that were refused', () => {
  expect(refusedWords(english, calls)).toBe(
    'glue:GetWorkflow throttled, glue:GetTags denied',
  );
});
