import { makeStyles } from '@material-ui/core/styles';
import { joinClasses } from '../status/joinClasses';
import { toneOf } from '../status/statuses';
import { tonesOfTheme } from '../status/tones';
import { useToneStyles } from '../status/useToneStyles';
import { TimelineAttempt, TimelineRow } from './timeline';
import { TimeScale } from './timeScale';

const useStyles = makeStyles(
  theme => ({
    part: { position: 'absolute', top: 4, height: 14 },
    wait: {
      position: 'absolute',
      top: 10,
      borderTop: `2px dotted ${tonesOfTheme(theme).quiet}`,
    },
    ready: { backgroundColor: 'currentColor', opacity: 0.35 },
    work: { backgroundColor: 'currentColor', borderRadius: 3, minWidth: 3 },
    critical: {
      position: 'absolute',
      top: 20,
      height: 2,
      minWidth: 3,
      backgroundColor: theme.palette.text.primary,
    },
    break: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      color: tonesOfTheme(theme).quiet,
      fontSize: theme.typography.pxToRem(12),
      '&::before': { content: '"⫽"' },
    },
  }),
  { name: 'GluePipelinesTimelineBars' },
);

function Attempt(props: {
  span: TimelineAttempt;
  place: (from: number, to: number) => { left: string; width: string };
}) {
  const { span, place } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const tone = tones[`${toneOf(span.state)}Mark`];
  return (
    <>
      {span.workFrom > span.from && (
        <span
          className={joinClasses(classes.part, classes.ready, tone)}
          style={place(span.from, span.workFrom)}
        />
      )}
      <span
        className={joinClasses(classes.part, classes.work, tone)}
        style={place(span.workFrom, span.to)}
      />
    </>
  );
}

/** The bars of one step. What they show stands in words beside them. */
export function TimelineBars(props: { row: TimelineRow; scale: TimeScale }) {
  const { row, scale } = props;
  const { attempts, waitFrom, isCritical } = row;
  const classes = useStyles();
  const percent = (share: number) => `${share * 100}%`;
  const place = (from: number, to: number) => ({
    left: percent(scale.at(from)),
    width: percent(scale.at(to) - scale.at(from)),
  });
  const [first] = attempts;
  const last = attempts.at(-1);
  return (
    <>
      {first && last && (
        <span
          className={classes.wait}
          style={place(waitFrom ?? first.from, last.from)}
        />
      )}
      {attempts.map(span => (
        <Attempt key={span.from} span={span} place={place} />
      ))}
      {isCritical && first && last && (
        <span className={classes.critical} style={place(first.from, last.to)} />
      )}
      {scale.breaks.map(gap => (
        <span
          key={gap.from}
          className={classes.break}
          style={place(gap.from, gap.to)}
        />
      ))}
    </>
  );
}
