import { collectedRun } from '../__testUtils__/runs';
import { gridOf } from './gridOf';

const graph = (...names: string[]) => {
  const nodes = names.map(name => ({
    id: name,
    type: 'JOB' as const,
    name,
    state: 'succeeded' as const,
    attempts: [
      { attempt: 0, rawState: 'FAILED', durationSeconds: 9 },
      { attempt: 1, rawState: 'SUCCEEDED', durationSeconds: 3 },
    ],
  }));
  return {
    // Glue's order is not that of the flow.
    nodes: [...nodes].reverse(),
    edges: names
      .slice(1)
      .map((name, i) => ({ sourceId: names[i], destinationId: name })),
  };
};

const cells = (...runIds: string[]) =>
  runIds.map(runId => ({
    runId,
    state: 'succeeded',
    attempts: 2,
    durationSeconds: 3,
  }));

describe('gridOf', () => {
  it('has a row for each node, by its flow in the newest run, then those that are gone', () => {
    expect(
      gridOf([
        { id: 'wr_3', graph: graph('a', 'b') },
        { id: 'wr_2', graph: { nodes: [], edges: [] } },
        { id: 'wr_1', graph: graph('old', 'a') },
      ]),
    ).toEqual([
      { type: 'JOB', name: 'a', cells: cells('wr_3', 'wr_1') },
      { type: 'JOB', name: 'b', cells: cells('wr_3') },
      { type: 'JOB', name: 'old', cells: cells('wr_1') },
    ]);
  });

  it('leaves triggers out', () => {
    const { id, graph: both } = collectedRun();
    expect(gridOf([{ id, graph: both }]).map(({ type }) => type)).toEqual([
      'JOB',
    ]);
  });
});
