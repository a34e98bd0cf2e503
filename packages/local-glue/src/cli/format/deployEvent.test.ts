import { formatDeployEvent } from './deployEvent';

const resource = {
  type: 'resource',
  stack: 'orders',
  logicalId: 'Job',
  resourceType: 'AWS::Glue::Job',
  physicalId: 'load',
} as const;

it.each([
  ['created', ['  created AWS::Glue::Job load']],
  ['made-again', ['  made again AWS::Glue::Job load']],
  ['rolled-back', ['  rolled back AWS::Glue::Job load']],
  ['unchanged', []],
] as const)('tells of what is %s', (action, lines) => {
  expect(formatDeployEvent({ ...resource, action })).toEqual(lines);
});

it.each([
  [{ unchanged: 3 }, 'orders: 3 unchanged'],
  [
    { unchanged: 1, 'made-again': 2 },
    'orders: 1 unchanged, 2 made again (they were gone)',
  ],
  [{ 'made-again': 1 }, 'orders: 1 made again (it was gone)'],
  [{ 'rolled-back': 1 }, 'orders: 1 rolled back'],
  [{}, 'orders: nothing that this machine has'],
])('sums up %j', (changes, line) => {
  const [first] = formatDeployEvent({
    type: 'result',
    ok: true,
    stacks: [{ stack: 'orders', changes, outputs: {} }],
    leftOut: [],
  });
  expect(first).toContain(line);
});
