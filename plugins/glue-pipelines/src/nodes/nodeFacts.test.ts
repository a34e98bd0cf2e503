import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import {
  covidHiringGraph,
  failedRun,
  nodeNamed,
  runningRun,
  TRANSFORM_ERROR,
} from '../__fixtures__/covidHiring';
import { describeNode, errorOf, lastAttempt } from './nodeFacts';

const transform = nodeNamed(failedRun.graph, 'transform');

it.each<[string, WorkflowNode, string]>([
  ['a failed job', transform, 'covid-hiring-transform, job, failed, 11 s'],
  [
    'a running job, without the seconds that change',
    nodeNamed(runningRun.graph, 'transform'),
    'covid-hiring-transform, job, running',
  ],
  [
    'a crawler that never ran',
    nodeNamed(covidHiringGraph, 'crawl-raw'),
    'covid-hiring-crawl-raw, crawler, never run',
  ],
  ['a trigger', failedRun.graph.nodes[0], 'covid-hiring-start, trigger, fired'],
])('describes %s', (_, node, sentence) => {
  expect(describeNode(node)).toBe(sentence);
});

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
