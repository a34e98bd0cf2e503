import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RunDetail } from '@glue-pipelines/backstage-plugin-common';
import { KeyboardEvent, useMemo, useRef, useState } from 'react';
import { shortName } from '../graph/shownGraph';
import { nextBar } from '../runs/bars';
import { isActive, wordOf } from '../status/statuses';
import { StatusIcon } from '../status/StatusIcon';
import { Unseen } from '../status/Unseen';
import { formatDuration } from '../time/duration';
import { useNow } from '../time/useNow';
import { useTexts } from '../translation/ref';
import { describeRow, tookWords } from './describeRow';
import { timelineOf, TimelineRow } from './timeline';
import { TimelineBars } from './TimelineBars';
import { TimeScale, timeScale } from './timeScale';

const LABEL_WIDTH = 200;

const useStyles = makeStyles(
  theme => ({
    caption: { marginBottom: theme.spacing(1) },
    chart: { position: 'relative', minWidth: 0 },
    rows: { listStyle: 'none', margin: 0, padding: 0 },
    row: {
      position: 'relative',
      display: 'grid',
      gridTemplateColumns: `${LABEL_WIDTH}px minmax(0, 1fr) 90px`,
      alignItems: 'center',
      width: '100%',
      minHeight: 34,
      padding: theme.spacing(0.5, 1),
      border: 'none',
      borderRadius: 6,
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      textAlign: 'left',
      cursor: 'pointer',
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) 90px',
      },
    },
    selected: { backgroundColor: theme.palette.action.selected },
    label: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      paddingRight: theme.spacing(1),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    critical: { fontWeight: theme.typography.fontWeightBold as number },
    track: {
      position: 'relative',
      display: 'block',
      height: 22,
      [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1', gridRow: 2 },
    },
    words: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(13),
      textAlign: 'right',
    },
    axis: {
      position: 'relative',
      height: 20,
      margin: theme.spacing(0, `${90 + 8}px`, 0, `${LABEL_WIDTH + 8}px`),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12),
      [theme.breakpoints.down('xs')]: { margin: theme.spacing(0, 1) },
    },
    tick: {
      position: 'absolute',
      transform: 'translateX(-50%)',
      whiteSpace: 'nowrap',
      '&:first-child': { transform: 'none' },
    },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginTop: theme.spacing(1),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'GluePipelinesRunTimeline' },
);

/** From when to when something happened: what is cut out of the axis is the rest. */
function busySpans(rows: readonly TimelineRow[], from: number) {
  return [{ from, to: from }, ...rows.flatMap(({ attempts }) => attempts)];
}

function Axis(props: { scale: TimeScale; from: number }) {
  const { scale, from } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.axis} aria-hidden>
      {scale.ticks.map(tick => (
        <span
          key={tick}
          className={classes.tick}
          style={{ left: `${scale.at(tick) * 100}%` }}
        >
          {tick === from ? '0' : `+${formatDuration(t, (tick - from) / 1000)}`}
        </span>
      ))}
    </div>
  );
}

/** When each job and crawler of a run waited and worked, and which of them made it as long as it was. */
export function RunTimeline(props: {
  run: RunDetail;
  workflowName: string;
  selectedId?: string;
  onOpen: (nodeId: string) => void;
}) {
  const { run, workflowName, selectedId, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const now = useNow(isActive(run.health) ? 1000 : undefined);
  const { rows, from, to, working } = useMemo(
    () => timelineOf(run, now),
    [run, now],
  );
  const scale = useMemo(
    () => timeScale(busySpans(rows, from), { from, to }),
    [rows, from, to],
  );
  const [current, setCurrent] = useState<string>();
  const known = (id?: string) => rows.findIndex(row => row.node.id === id);
  const tabStop = Math.max(0, known(current), known(selectedId));

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = nextBar(event.key, index, rows.length);
    if (next !== undefined) {
      event.preventDefault();
      setCurrent(rows[next].node.id);
      list.current?.querySelectorAll('button')[next].focus();
    }
  };

  if (rows.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('timeline.nothingKnown')}
      </Typography>
    );
  }
  const words = (row: TimelineRow) => {
    if (row.isCarriedOver) {
      return t('timeline.runBefore');
    }
    return tookWords(t, row) ?? wordOf(t, row.node.state);
  };
  return (
    <div className={classes.chart}>
      <Typography variant="body2" className={classes.caption}>
        {t('timeline.caption', {
          whole: formatDuration(t, (to - from) / 1000),
          working: formatDuration(t, working / 1000),
          waiting: formatDuration(t, (to - from - working) / 1000),
        })}
      </Typography>
      <Axis scale={scale} from={from} />
      <ol
        ref={list}
        className={classes.rows}
        aria-label={t('timeline.label', { workflow: workflowName })}
      >
        {rows.map((row, index) => (
          <li key={row.node.id}>
            <button
              type="button"
              aria-pressed={row.node.id === selectedId}
              tabIndex={index === tabStop ? 0 : -1}
              className={
                row.node.id === selectedId
                  ? `${classes.row} ${classes.selected}`
                  : classes.row
              }
              onClick={() => onOpen(row.node.id)}
              onFocus={() => setCurrent(row.node.id)}
              onKeyDown={event => onKeyDown(event, index)}
            >
              <span
                className={
                  row.isCritical
                    ? `${classes.label} ${classes.critical}`
                    : classes.label
                }
              >
                <StatusIcon status={row.node.state} size={16} />
                {shortName(row.node.name, workflowName)}
              </span>
              <span className={classes.track} aria-hidden>
                <TimelineBars row={row} scale={scale} />
              </span>
              <span className={classes.words}>{words(row)}</span>
              <Unseen>{describeRow(t, row, from)}</Unseen>
            </button>
          </li>
        ))}
      </ol>
      <div className={classes.legend} aria-hidden>
        <span>{t('timeline.legend.critical')}</span>
        <span>{t('timeline.legend.waiting')}</span>
        <span>{t('timeline.legend.gettingReady')}</span>
        {scale.breaks.length > 0 && <span>{t('timeline.legend.leftOut')}</span>}
      </div>
    </div>
  );
}
