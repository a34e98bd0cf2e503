import {
  NodeState,
  RunDetail,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import {
  failedRun,
  runningRun,
  succeededRun,
} from '../__fixtures__/covidHiring';
import { timelineOf } from './timeline';

const START = Date.parse('2026-11-21T06:00:00.000Z');
const iso = (second: number) => new Date(START + second * 1000).toISOString();

function step(
  name: string,
  state: NodeState,
  ...spans: [from: number, to?: number, worked?: number][]
): WorkflowNode {
  return {
    id: name,
    type: 'JOB',
    name,
    state,
    attempts: spans.map(([from, to, worked], attempt) => ({
      attempt,
      rawState: attempt === spans.length - 1 ? 'SUCCEEDED' : 'FAILED',
      startedAt: iso(from),
      completedAt: to === undefined ? undefined : iso(to),
      durationSeconds: worked,
    })),
  };
}

function trigger(name: string): WorkflowNode {
  return {
    id: name,
    type: 'TRIGGER',
    name,
    state: 'succeeded',
    attempts: [],
    trigger: { type: 'CONDITIONAL', state: 'ACTIVATED' },
  };
}

function runOf(
  nodes: WorkflowNode[],
  edges: [string, string][],
  rest: Partial<RunDetail> = {},
): RunDetail {
  return {
    ...succeededRun,
    startedAt: iso(0),
    completedAt: iso(100),
    ...rest,
    graph: {
      nodes,
      edges: edges.map(([sourceId, destinationId]) => ({
        sourceId,
        destinationId,
      })),
    },
  };
}

/** Seconds from the run's start, row by row. */
function inSeconds(run: RunDetail, now = START + 200_000) {
  const { rows, from, to, working } = timelineOf(run, now);
  const second = (instant?: number) =>
    instant === undefined ? undefined : (instant - START) / 1000;
  return {
    from: second(from),
    to: second(to),
    working: working / 1000,
    rows: rows.map(row => ({
      name: row.node.name,
      waits: second(row.waitFrom),
      spans: row.attempts.map(span => [
        second(span.from),
        second(span.workFrom),
        second(span.to),
        span.state,
      ]),
      critical: row.isCritical,
      carried: row.isCarriedOver,
    })),
  };
}

describe('timelineOf', () => {
  it('goes back from what ended last by what it waited for last', () => {
    const fork: [string, string][] = [
      ['start', 'a'],
      ['start', 'b'],
      ['a', 'both'],
      ['b', 'both'],
      ['both', 'c'],
    ];
    const run = runOf(
      [
        trigger('start'),
        step('a', 'succeeded', [1, 30]),
        step('b', 'succeeded', [1, 50, 40]),
        trigger('both'),
        step('c', 'succeeded', [55, 98, 40]),
      ],
      fork,
    );
    expect(inSeconds(run)).toEqual({
      from: 0,
      to: 100,
      working: 80,
      rows: [
        {
          name: 'a',
          waits: 0,
          spans: [[1, 1, 30, 'succeeded']],
          critical: false,
          carried: false,
        },
        {
          name: 'b',
          waits: 0,
          spans: [[1, 10, 50, 'succeeded']],
          critical: true,
          carried: false,
        },
        {
          name: 'c',
          waits: 50,
          spans: [[55, 58, 98, 'succeeded']],
          critical: true,
          carried: false,
        },
      ],
    });
  });

  it('shows each attempt, and goes on to now with the one under way', () => {
    const run = runOf([step('a', 'running', [2, 10], [40])], [], {
      health: 'running',
      completedAt: undefined,
    });
    expect(inSeconds(run, START + 60_000)).toMatchObject({
      to: 60,
      rows: [
        {
          waits: 0,
          spans: [
            [2, 2, 10, 'failed'],
            [40, 40, 60, 'running'],
          ],
        },
      ],
    });
  });

  it('leaves out of a resumed run what the one before it did', () => {
    const run = runOf(
      [step('a', 'succeeded', [-500, -400]), step('b', 'succeeded', [5, 20])],
      [['a', 'b']],
      { previousRunId: 'wr_before', completedAt: iso(21) },
    );
    expect(inSeconds(run)).toMatchObject({
      from: 0,
      to: 21,
      rows: [
        { name: 'a', spans: [], carried: true, critical: false },
        { name: 'b', waits: 0, carried: false, critical: true },
      ],
    });
  });

  it('has no place for what did not run', () => {
    const { rows } = inSeconds(failedRun);
    expect(rows.map(({ spans }) => spans.length)).toEqual([1, 1, 1, 0, 0]);
    expect(rows.map(({ critical }) => critical)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is never negative where the clock of the browser is behind', () => {
    const early = Date.parse(runningRun.startedAt!) - 60_000;
    const { from, to, rows } = timelineOf(runningRun, early);
    expect(to).toBeGreaterThan(from);
    for (const span of rows.flatMap(({ attempts }) => attempts)) {
      expect(span.to).toBeGreaterThanOrEqual(span.from);
      expect(span.from).toBeGreaterThanOrEqual(from);
    }
  });

  it('is empty for a run without a graph', () => {
    expect(inSeconds(runOf([], []))).toMatchObject({
      from: 0,
      to: 100,
      rows: [],
      working: 0,
    });
  });
});
