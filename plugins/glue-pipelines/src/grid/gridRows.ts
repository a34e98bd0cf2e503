import {
  GridNode,
  GridResponse,
  NodeState,
  RunSummary,
} from '@glue-pipelines/backstage-plugin-common';
import { nodeTypeWord, wordWithin } from '../status/statuses';
import { formatDuration } from '../time/duration';
import { absoluteTime } from '../time/instant';
import { Texts } from '../translation/ref';

/** What a node did in a run. Without a state: nothing that is known of. */
export interface GridCell {
  run: RunSummary;
  state?: NodeState;
  /** The cell in one sentence. */
  words: string;
}

export interface GridRow {
  node: GridNode;
  /** One for each run, the oldest first, as time is read. */
  cells: GridCell[];
}

/** Runs and nodes as rows of equal length. */
export function gridRows(t: Texts, { runs, nodes }: GridResponse): GridRow[] {
  const read = new Set(
    nodes.flatMap(({ cells }) => cells.map(({ runId }) => runId)),
  );
  const oldestFirst = [...runs].reverse();
  return nodes.map(node => {
    const known = new Map(node.cells.map(cell => [cell.runId, cell]));
    return {
      node,
      cells: oldestFirst.map((run): GridCell => {
        const cell = known.get(run.id);
        const what = {
          type: nodeTypeWord(t, node.type),
          node: node.name,
          run: run.startedAt ? absoluteTime(t, run.startedAt) : run.id,
        };
        if (!cell) {
          const why = read.has(run.id)
            ? 'grid.cell.notPart'
            : 'grid.cell.notKnown';
          return { run, words: t(why, what) };
        }
        const { state, attempts, durationSeconds } = cell;
        const words = [
          wordWithin(t, state),
          durationSeconds !== undefined && formatDuration(t, durationSeconds),
          attempts > 1 && t('nodes.attempts', { count: attempts }),
        ];
        return {
          run,
          state,
          words: t('grid.cell.known', {
            ...what,
            state: words.filter(Boolean).join(', '),
          }),
        };
      }),
    };
  });
}

export interface GridPlace {
  row: number;
  column: number;
}

/** The cell to which a key leads from another; `undefined` for other keys. */
export function nextCell(
  key: string,
  { row, column }: GridPlace,
  size: { rows: number; columns: number },
): GridPlace | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(size.columns - 1, column + 1) };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(size.rows - 1, row + 1), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: size.columns - 1 };
    default:
      return undefined;
  }
}
