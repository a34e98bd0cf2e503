import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import {
  covidHiringGraph,
  failedRun,
  nodeNamed,
  TRANSFORM_ERROR,
} from '../__fixtures__/covidHiring';
import { english } from '../__testUtils__/texts';
import { errorOf, lastAttempt, retryWords } from './nodeFacts';

const transform = nodeNamed(failedRun.graph, 'transform');

describe('errorOf', () => {
  const [first] = transform.attempts;
  const again = { ...first, attempt: 1, errorMessage: undefined };

  it.each<[string, WorkflowNode, string | undefined]>([
    ['of the only attempt', transform, TRANSFORM_ERROR],
    [
      'of an attempt before one that says nothing',
      { ...transform, attempts: [first, again] },
      TRANSFORM_ERROR,
    ],
    ['of none', nodeNamed(covidHiringGraph, 'load'), undefined],
  ])('finds the error %s', (_, node, error) => {
    expect(errorOf(node)).toBe(error);
  });

  it('takes the newest attempt as the last', () => {
    expect(lastAttempt({ ...transform, attempts: [first, again] })).toBe(again);
  });
});

it('tells that a node will be tried again', () => {
  expect(retryWords(english, { pendingRetry: { attempt: 2, of: 3 } })).toBe(
    'Glue will try it again: attempt 2 of 3',
  );
  expect(retryWords(english, {})).toBeUndefined();
});
