import { collectedRun } from '../__testUtils__/runs';
import { failureOf, isBeingRetried } from './RunChange';

const [start, job] = collectedRun().graph.nodes;

function runOf(
  rawStates: string[],
  state: typeof job.state,
  some: Parameters<typeof collectedRun>[0] = {},
) {
  const attempts = rawStates.map((rawState, attempt) => ({
    attempt,
    rawState,
  }));
  return collectedRun({
    graph: {
      nodes: [start, { ...job, name: 'load', state, attempts }],
      edges: [],
    },
    ...some,
  });
}

describe('isBeingRetried', () => {
  it.each([
    ['a job that failed', ['FAILED'], 'failed', {}, false],
    ['a job whose retry goes on', ['FAILED', 'RUNNING'], 'running', {}, true],
    ['a job whose retry waits', ['FAILED', 'WAITING'], 'waiting', {}, true],
    ['a job that never began', [], 'waiting', {}, false],
    [
      'a run that has not ended',
      ['FAILED', 'RUNNING'],
      'running',
      { active: true },
      false,
    ],
  ] as const)('tells %s', (_, rawStates, state, some, expected) => {
    expect(isBeingRetried(runOf([...rawStates], state, some))).toBe(expected);
  });
});

describe('failureOf', () => {
  const failure = { nodeName: 'load', message: 'MemoryError' };

  it.each([
    ['success', 'succeeded', 'succeeded', failure, undefined],
    [
      'a message that is known',
      'failed',
      'failed',
      failure,
      ['load', 'out-of-memory'],
    ],
    [
      'a time-out, which has no message',
      'partially-failed',
      'timed-out',
      { nodeName: 'load' },
      ['load', 'time-out'],
    ],
    [
      'a message that nobody knows',
      'failed',
      'failed',
      { nodeName: 'load', message: 'eh' },
      ['load', undefined],
    ],
    ['nothing', 'failed', 'failed', undefined, [undefined, undefined]],
  ] as const)('explains %s', (_, health, state, stored, expected) => {
    const found = failureOf({ ...runOf(['x'], state), health }, stored);
    expect(found && [found.nodeName, found.cause?.id]).toEqual(expected);
  });
});
