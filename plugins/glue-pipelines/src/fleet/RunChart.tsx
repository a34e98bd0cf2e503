import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  FleetRunsItem,
  FleetRunsResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { tonesOfTheme } from '../status/tones';
import { calendarWords } from '../time/instant';
import { useNow } from '../time/useNow';
import { useTexts } from '../translation/ref';
import { nameOfRef } from './fleetWords';
import { countsOf, runMarks } from './marksOnAxis';
import { RunMarks } from './RunMarks';
import { useWorkflowLink } from './useWorkflowLink';
import { marksOf, TimeWindow } from './windows';

/** What a mark takes of the axis at least, so that its sign and a count can be seen. */
const LEAST = { wide: 0.026, narrow: 0.09 };
/** A window that ends with the time is asked for anew now and then, in milliseconds at most. */
const BEHIND_MS = 60_000;

const useStyles = makeStyles(
  theme => ({
    chart: {
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
    },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 220px) minmax(0, 1fr)',
      gap: theme.spacing(0, 2),
      alignItems: 'center',
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    name: {
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
    quiet: {
      display: 'block',
      fontSize: theme.typography.pxToRem(12.5),
      color: theme.palette.text.secondary,
    },
    track: { position: 'relative', height: 24 },
    axis: { position: 'relative', height: 36 },
    tick: {
      position: 'absolute',
      top: 0,
      whiteSpace: 'nowrap',
      fontSize: theme.typography.pxToRem(12),
      color: theme.palette.text.secondary,
      // Two lines: the day, and the hour.
      textAlign: 'center',
    },
    line: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      borderLeft: `1px solid ${theme.palette.divider}`,
    },
    now: {
      position: 'absolute',
      top: -6,
      bottom: -6,
      borderLeft: `2px dashed ${tonesOfTheme(theme).quiet}`,
    },
    nowWord: {
      position: 'absolute',
      bottom: 0,
      fontSize: theme.typography.pxToRem(12),
      fontWeight: theme.typography.fontWeightBold as number,
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
    },
  }),
  { name: 'GluePipelinesRunChart' },
);

const percent = (window: TimeWindow, instant: number) =>
  `${((instant - window.from) / (window.to - window.from)) * 100}%`;

/** Half of the widest word of the axis, and of `now`, in pixels. */
const HALF_WORD = 42;
const HALF_NOW = 16;

/** Where a word stands: in the middle of its instant, and inside of the axis at both its ends. */
const place = (window: TimeWindow, instant: number, half = HALF_WORD) => ({
  left: `clamp(${half}px, ${percent(window, instant)}, calc(100% - ${half}px))`,
  transform: 'translateX(-50%)',
});

/** The hours, and where now is. */
function Axis(props: { window: TimeWindow; now?: number; wide: boolean }) {
  const { window, now, wide } = props;
  const t = useTexts();
  const classes = useStyles();
  const marks = marksOf(window).filter((_, i) => wide || i % 3 === 1);
  return (
    <div aria-hidden className={classes.row}>
      <span />
      <div className={classes.axis}>
        {marks.map(mark => (
          <span key={mark} className={classes.tick} style={place(window, mark)}>
            {calendarWords(t, new Date(mark).toISOString())}
          </span>
        ))}
        {now !== undefined && (
          <span
            className={classes.nowWord}
            style={place(window, now, HALF_NOW)}
          >
            {t('fleet.timeline.now')}
          </span>
        )}
      </div>
    </div>
  );
}

function WorkflowRuns(props: {
  item: FleetRunsItem;
  window: TimeWindow;
  /** Milliseconds since the epoch: until then goes what goes on. */
  now: number;
  /** Now is in the window. */
  isCurrent: boolean;
  wide: boolean;
}) {
  const { item, window, now, isCurrent, wide } = props;
  const classes = useStyles();
  const t = useTexts();
  const linkOf = useWorkflowLink();
  const page = linkOf(item);
  const marks = runMarks(
    item.runs,
    window,
    now,
    wide ? LEAST.wide : LEAST.narrow,
  );
  return (
    <li className={classes.row}>
      <div>
        {page ? (
          <Link to={page} className={classes.name}>
            {item.name}
          </Link>
        ) : (
          <span className={classes.name}>{item.name}</span>
        )}
        <span className={classes.quiet}>
          {[
            item.owner && nameOfRef(item.owner),
            countsOf(t, item.runs),
            item.leftOut > 0 &&
              t('fleet.timeline.leftOut', { count: item.leftOut }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div className={classes.track}>
        {marksOf(window).map(mark => (
          <span
            key={mark}
            aria-hidden
            className={classes.line}
            style={{ left: percent(window, mark) }}
          />
        ))}
        {isCurrent && (
          <span
            aria-hidden
            className={classes.now}
            style={{ left: percent(window, now) }}
          />
        )}
        <RunMarks
          label={t('fleet.timeline.runsOf', { workflow: item.name })}
          marks={marks}
          linkOf={runId => linkOf(item, runId)}
        />
      </div>
    </li>
  );
}

/** A row for each workflow, with its runs where they were on the axis of time. */
export function RunChart({ answer }: { answer: FleetRunsResponse }) {
  const classes = useStyles();
  const t = useTexts();
  const wide = useMediaQuery('(min-width:960px)', { noSsr: true });
  const time = useNow(10_000);
  const window = { from: Date.parse(answer.from), to: Date.parse(answer.to) };
  const isCurrent = time >= window.from && time <= window.to + BEHIND_MS;
  const now = Math.min(time, window.to);
  return (
    <>
      <Axis window={window} now={isCurrent ? now : undefined} wide={wide} />
      <ul aria-label={t('fleet.timeline.chart')} className={classes.chart}>
        {answer.items.map(item => (
          <WorkflowRuns
            key={item.arn}
            item={item}
            window={window}
            now={now}
            isCurrent={isCurrent}
            wide={wide}
          />
        ))}
      </ul>
    </>
  );
}
