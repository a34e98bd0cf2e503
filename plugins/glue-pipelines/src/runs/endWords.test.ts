import { RunHealth } from '@glue-pipelines/backstage-plugin-common';
import { english } from '../__testUtils__/texts';
import { endWords } from './endWords';

it.each<[RunHealth, string | undefined, string | undefined]>([
  ['failed', 'load', 'load failed'],
  ['partially-failed', 'load', 'load failed'],
  ['stopped', 'load', 'load was stopped'],
  ['succeeded', undefined, undefined],
  ['stopped', undefined, undefined],
])('a run that is %s at %s: %s', (health, nodeName, expected) =>
  expect(
    endWords(english, { health, failure: nodeName ? { nodeName } : undefined }),
  ).toBe(expected),
);
