import { makeStyles } from '@material-ui/core/styles';
import { DaysResponse } from '@glue-pipelines/backstage-plugin-common';
import { DateTime } from 'luxon';
import { tonesOfTheme } from '../status/tones';
import { landingsOf } from './calendarWeeks';

const HEIGHT = 96;
const MINUTES = 24 * 60;
const HOURS = [0, 6, 12, 18, 24];

const useStyles = makeStyles(
  theme => ({
    frame: {
      position: 'relative',
      height: HEIGHT,
      marginLeft: 44,
      borderLeft: `1px solid ${theme.palette.divider}`,
    },
    hour: {
      position: 'absolute',
      left: 0,
      right: 0,
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    hourWords: {
      position: 'absolute',
      left: -44,
      transform: 'translateY(-50%)',
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12),
    },
    dot: {
      position: 'absolute',
      width: 7,
      height: 7,
      borderRadius: '50%',
      transform: 'translate(-50%, -50%)',
      backgroundColor: tonesOfTheme(theme).ok.mark,
    },
  }),
  { name: 'GluePipelinesLandingChart' },
);

/** At which time of each day its result was ready, as dots. The words beside it and the calendar tell the same. */
export function LandingChart({ days }: { days: DaysResponse }) {
  const classes = useStyles();
  const first = DateTime.fromISO(days.from);
  const length = DateTime.fromISO(days.until).diff(first, 'days').days + 1;
  const left = (date: string) =>
    (DateTime.fromISO(date).diff(first, 'days').days + 0.5) / length;
  return (
    <div className={classes.frame} aria-hidden>
      {HOURS.map(hour => (
        <div
          key={hour}
          className={classes.hour}
          style={{ top: (hour / 24) * HEIGHT }}
        >
          <span className={classes.hourWords}>
            {`${String(hour).padStart(2, '0')}:00`}
          </span>
        </div>
      ))}
      {landingsOf(days).map(({ date, minute }) => (
        <span
          key={date}
          className={classes.dot}
          style={{
            left: `${left(date) * 100}%`,
            top: (minute / MINUTES) * HEIGHT,
          }}
        />
      ))}
    </div>
  );
}
