import { makeStyles } from '@material-ui/core/styles';
import {
  GridNode,
  GridResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { shortName } from '../graph/shownGraph';
import { NodeTypeIcon } from '../nodes/NodeTypeIcon';
import { describeRun } from '../runs/bars';
import { joinClasses } from '../status/joinClasses';
import { StatusIcon } from '../status/StatusIcon';
import { statusOf } from '../status/statuses';
import { calendarWords } from '../time/instant';
import { useTexts } from '../translation/ref';
import { GridPlace, gridRows, nextCell } from './gridRows';

const useStyles = makeStyles(
  theme => ({
    frame: { overflowX: 'auto', scrollbarWidth: 'thin' },
    table: { borderCollapse: 'separate', borderSpacing: 0 },
    node: {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      maxWidth: 220,
      minWidth: 120,
      padding: theme.spacing(0.25, 1.5, 0.25, 0),
      backgroundColor: theme.palette.background.paper,
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 'normal',
      textAlign: 'left',
      overflowWrap: 'anywhere',
    },
    name: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) },
    type: { color: theme.palette.text.secondary },
    run: {
      padding: theme.spacing(0.5, 0),
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 'normal',
      verticalAlign: 'bottom',
    },
    time: {
      display: 'inline-block',
      writingMode: 'vertical-rl',
      transform: 'rotate(180deg)',
      whiteSpace: 'nowrap',
    },
    health: { display: 'flex', justifyContent: 'center', paddingTop: 4 },
    place: { padding: 1 },
    cell: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 28,
      height: 28,
      padding: 0,
      border: 'none',
      borderRadius: 6,
      background: 'none',
      color: theme.palette.text.secondary,
      cursor: 'pointer',
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    column: { backgroundColor: theme.palette.action.hover },
    selected: {
      backgroundColor: theme.palette.action.selected,
      boxShadow: `inset 0 0 0 1px ${theme.palette.text.secondary}`,
    },
  }),
  { name: 'GluePipelinesGridTable' },
);

/** What a cell of the grid stands for. */
export interface GridChoice {
  runId: string;
  node: Pick<GridNode, 'type' | 'name'>;
}

/** Jobs and crawlers as rows, runs as columns: one tab stop, moved by arrow keys. */
export function GridTable(props: {
  grid: GridResponse;
  workflowName: string;
  selectedRunId?: string;
  isSelected: (node: GridChoice['node']) => boolean;
  onOpen: (choice: GridChoice) => void;
}) {
  const { grid, workflowName, selectedRunId, isSelected, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => gridRows(t, grid), [t, grid]);
  const oldestFirst = useMemo(() => [...grid.runs].reverse(), [grid.runs]);
  const size = { rows: rows.length, columns: oldestFirst.length };
  const [moved, setMoved] = useState<GridPlace>();
  const shown = oldestFirst.findIndex(({ id }) => id === selectedRunId);
  const start = {
    row: Math.max(
      0,
      rows.findIndex(({ node }) => isSelected(node)),
    ),
    column: shown < 0 ? size.columns - 1 : shown,
  };
  const isThere = moved && moved.row < size.rows && moved.column < size.columns;
  const tabStop = isThere ? moved : start;

  const newestId = grid.runs[0]?.id;
  useEffect(() => {
    if (frame.current) {
      frame.current.scrollLeft = frame.current.scrollWidth;
    }
  }, [newestId]);

  const onKeyDown = (event: KeyboardEvent, place: GridPlace) => {
    const next = nextCell(event.key, place, size);
    if (next) {
      event.preventDefault();
      setMoved(next);
      frame.current
        ?.querySelectorAll<HTMLElement>('tbody tr')
        [next.row]?.querySelectorAll('button')
        [next.column]?.focus();
    }
  };

  return (
    <div ref={frame} className={classes.frame}>
      <table
        role="grid"
        aria-label={t('grid.label', { workflow: workflowName })}
        className={classes.table}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.node}>
              {t('grid.node')}
            </th>
            {oldestFirst.map(run => (
              <th
                key={run.id}
                scope="col"
                aria-label={describeRun(t, run)}
                title={describeRun(t, run)}
                className={joinClasses(
                  classes.run,
                  run.id === selectedRunId && classes.column,
                )}
              >
                <span className={classes.time}>
                  {run.startedAt ? calendarWords(t, run.startedAt) : '?'}
                </span>
                <span className={classes.health}>
                  <StatusIcon status={statusOf(run)} size={14} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ node, cells }, row) => (
            <tr key={`${node.type} ${node.name}`}>
              <th scope="row" className={classes.node}>
                <span className={classes.name}>
                  <NodeTypeIcon
                    type={node.type}
                    size={16}
                    className={classes.type}
                  />
                  {shortName(node.name, workflowName)}
                </span>
              </th>
              {cells.map(({ run, state, words }, column) => {
                const inColumn = run.id === selectedRunId;
                const selected = inColumn && isSelected(node);
                return (
                  <td
                    key={run.id}
                    role="gridcell"
                    aria-selected={selected}
                    className={joinClasses(
                      classes.place,
                      inColumn && classes.column,
                    )}
                  >
                    <button
                      type="button"
                      aria-label={words}
                      title={words}
                      tabIndex={
                        row === tabStop.row && column === tabStop.column
                          ? 0
                          : -1
                      }
                      className={joinClasses(
                        classes.cell,
                        selected && classes.selected,
                      )}
                      onClick={() => onOpen({ runId: run.id, node })}
                      onFocus={() => setMoved({ row, column })}
                      onKeyDown={event => onKeyDown(event, { row, column })}
                    >
                      {state ? <StatusIcon status={state} size={16} /> : '–'}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
