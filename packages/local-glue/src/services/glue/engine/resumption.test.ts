import type { StoredTrigger } from '../store/definitions';
import { nodeId } from './ids';
import { planResumption } from './resumption';

const W = 'w';

/** `a` is a job, `crawler:c` a crawler. */
const named = (node: string) =>
  node.startsWith('crawler:')
    ? { CrawlerName: node.slice(8) }
    : { JobName: node };

const id = (node: string) =>
  node.startsWith('crawler:')
    ? nodeId(W, 'CRAWLER', node.slice(8))
    : nodeId(W, 'JOB', node);

const trigger = (
  Name: string,
  after: string[],
  start: string[],
): StoredTrigger => ({
  Name,
  Type: after.length > 0 ? 'CONDITIONAL' : 'ON_DEMAND',
  State: 'ACTIVATED',
  Predicate: { Conditions: after.map(named) },
  Actions: start.map(named),
});

/** The guide's own example: T1 > J1 > T2 > J2 > T4 > J4 and T3 > J3 > T5 > J5. */
const guide = [
  trigger('T1', [], ['J1']),
  trigger('T2', ['J1'], ['J2']),
  trigger('T3', ['J1'], ['J3']),
  trigger('T4', ['J2'], ['J4']),
  trigger('T5', ['J3'], ['J5']),
];

const joined = [
  trigger('start', [], ['a', 'crawler:c']),
  trigger('join', ['a', 'crawler:c'], ['b']),
  trigger('end', ['b'], ['crawler:d', 'e']),
];

const circle = [
  trigger('start', [], ['a']),
  trigger('there', ['a'], ['b']),
  trigger('back', ['b'], ['a']),
];

// "Repairing and resuming a workflow run", AWS Glue Developer Guide.
describe('planResumption', () => {
  it.each<[string, StoredTrigger[], string[], string[], string[], string[]]>([
    [
      'the guide: J2 and J3',
      guide,
      ['J2', 'J3'],
      ['J2', 'J3'],
      ['J2', 'J3', 'J4', 'J5'],
      ['T1', 'T2', 'T3'],
    ],
    [
      'a node and what is below it: the latter is redundant',
      guide,
      ['J2', 'J1'],
      ['J1'],
      ['J1', 'J2', 'J3', 'J4', 'J5'],
      ['T1'],
    ],
    ['a last node', guide, ['J4'], ['J4'], ['J4'], ['T1', 'T2', 'T3', 'T4']],
    [
      'the same one twice',
      guide,
      ['J4', 'J4'],
      ['J4'],
      ['J4'],
      ['T1', 'T2', 'T3', 'T4'],
    ],
    [
      'a crawler before a join',
      joined,
      ['crawler:c'],
      ['crawler:c'],
      ['crawler:c', 'b', 'crawler:d', 'e'],
      ['start'],
    ],
    [
      'nodes side by side',
      joined,
      ['e', 'crawler:d'],
      ['e', 'crawler:d'],
      ['e', 'crawler:d'],
      ['start', 'join', 'end'],
    ],
    [
      'a circle: the first one asked for',
      circle,
      ['b', 'a'],
      ['b'],
      ['a', 'b'],
      ['start'],
    ],
  ])('%s', (_, triggers, asked, restarted, rerun, fired) => {
    const plan = planResumption(
      W,
      triggers,
      triggers.map(({ Name }) => Name).filter(name => name !== 'T5'),
      asked.map(id),
      () => true,
    );
    expect(plan.restarted.map(node => node.id)).toEqual(restarted.map(id));
    expect(plan.rerun).toEqual(new Set(rerun.map(id)));
    expect(plan.fired).toEqual(fired);
  });

  it.each([
    ['a trigger', [nodeId(W, 'TRIGGER', 'T2')], 'InvalidInputException'],
    ['a node that did not run', [id('J4')], 'InvalidInputException'],
    ['no nodes', [], 'InvalidInputException'],
    ['an unknown node', ['wnode_0'], 'EntityNotFoundException'],
    [
      'a node of another workflow',
      [nodeId('x', 'JOB', 'J1')],
      'EntityNotFoundException',
    ],
  ])('refuses %s', (_, nodeIds, code) => {
    expect(() =>
      planResumption(W, guide, [], nodeIds, ({ name }) => name !== 'J4'),
    ).toThrow(expect.objectContaining({ code }));
  });
});
