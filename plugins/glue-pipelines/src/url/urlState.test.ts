import { covidHiringGraph } from '../__fixtures__/covidHiring';
import {
  findByKey,
  keyOf,
  namedNodes,
  readUrlState,
  writeUrlState,
} from './urlState';

describe('readUrlState', () => {
  it.each([
    ['', {}],
    [
      'workflow=covid-hiring&run=wr_1',
      { workflow: 'covid-hiring', run: 'wr_1' },
    ],
    ['view=table&node=load', { view: 'table', node: 'load' }],
    ['view=pie', { unknownView: 'pie' }],
    ['triggers=shown', { triggers: 'shown' }],
    ['triggers=maybe', {}],
    [
      'log=jr_1&stream=a:b&line=2026-11-21T06:00:01.500Z~1',
      { log: 'jr_1', stream: 'a:b', line: '2026-11-21T06:00:01.500Z~1' },
    ],
    ['run=&node=%20', {}],
  ])('reads "%s"', (query, state) => {
    expect(readUrlState(new URLSearchParams(query))).toEqual(state);
  });
});

describe('writeUrlState', () => {
  it.each([
    ['tab=1', { run: 'wr_1' }, 'tab=1&run=wr_1'],
    ['run=wr_1&node=load', { node: undefined }, 'run=wr_1'],
    ['run=wr_1&node=load', { run: 'wr_2' }, 'run=wr_2&node=load'],
    ['view=table', {}, 'view=table'],
    [
      '',
      { workflow: 'arn:aws:glue:eu-west-1:1:workflow/a&b' },
      'workflow=arn%3Aaws%3Aglue%3Aeu-west-1%3A1%3Aworkflow%2Fa%26b',
    ],
  ])('turns "%s" with %j into "%s"', (query, change, result) => {
    expect(writeUrlState(new URLSearchParams(query), change).toString()).toBe(
      result,
    );
  });
});

describe('keyOf and findByKey', () => {
  const prepare = { id: 'wnode_1', name: 'prepare' };
  const loadTwice = [
    { id: 'wnode_2', name: 'load' },
    { id: 'wnode_3', name: 'load' },
  ];
  const all = [prepare, ...loadTwice];

  it.each(all)('name $name ($id) so that it is found again', item => {
    expect(findByKey(keyOf(item, all), all)).toBe(item);
  });

  it('prefers the readable name', () => {
    expect(keyOf(prepare, all)).toBe('prepare');
  });

  it.each([undefined, 'load', 'nothing'])('finds nothing for %s', key => {
    expect(findByKey(key, all)).toBeUndefined();
  });
});

it('names every node of a workflow apart, readably', () => {
  const nodes = namedNodes(covidHiringGraph.nodes);
  expect(nodes.map(node => keyOf(node, nodes))).toEqual([
    'trigger.covid-hiring-start',
    'job.covid-hiring-prepare',
    'trigger.covid-hiring-crawl-raw',
    'crawler.covid-hiring-crawl-raw',
    'trigger.covid-hiring-transform',
    'job.covid-hiring-transform',
    'trigger.covid-hiring-crawl-processed',
    'crawler.covid-hiring-crawl-processed',
    'trigger.covid-hiring-load',
    'job.covid-hiring-load',
  ]);
});
