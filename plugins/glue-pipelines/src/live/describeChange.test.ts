import { NodeState, RunDetail } from '@glue-pipelines/backstage-plugin-common';
import {
  failedRun,
  graphOfRun,
  runningRun,
  succeededRun,
} from '../__fixtures__/covidHiring';
import { english, german } from '../__testUtils__/texts';
import { describeChange } from './describeChange';

function running(reached: number, state: NodeState): RunDetail {
  const graph = graphOfRun('2026-11-21T06:00:00Z', reached, state);
  return { ...runningRun, graph };
}

it.each<[string, RunDetail | undefined, RunDetail | undefined, string]>([
  ['the first reading', undefined, failedRun, ''],
  ['no reading', failedRun, undefined, ''],
  ['the same reading', failedRun, failedRun, ''],
  ['another run', succeededRun, failedRun, ''],
  [
    'a step that begins',
    running(1, 'succeeded'),
    running(2, 'running'),
    'covid-hiring-crawl-raw is running.',
  ],
  [
    'a step that ends and the next',
    running(2, 'running'),
    running(3, 'running'),
    'covid-hiring-crawl-raw succeeded, covid-hiring-transform is running.',
  ],
  [
    'the end of the run',
    running(3, 'running'),
    { ...failedRun, id: runningRun.id },
    'Run failed, covid-hiring-transform failed.',
  ],
  [
    'many changes at once',
    running(0, 'waiting'),
    { ...succeededRun, id: runningRun.id },
    'Run succeeded, covid-hiring-prepare succeeded, covid-hiring-crawl-raw succeeded, 3 more changes.',
  ],
])('describes %s', (_, before, after, sentence) => {
  expect(describeChange(english, before, after)).toBe(sentence);
});

it('describes changes in German', () => {
  expect(
    describeChange(german, running(0, 'waiting'), {
      ...succeededRun,
      id: runningRun.id,
    }),
  ).toBe(
    'Lauf erfolgreich, covid-hiring-prepare war erfolgreich, covid-hiring-crawl-raw war erfolgreich, 3 weitere Änderungen.',
  );
});
