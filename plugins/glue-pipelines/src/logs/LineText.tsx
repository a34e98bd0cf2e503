import { makeStyles } from '@material-ui/core/styles';
import { LogLine } from '@glue-pipelines/backstage-plugin-common';
import { DateTime } from 'luxon';
import { memo } from 'react';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => {
    const found =
      theme.palette.type === 'dark'
        ? theme.palette.warning.dark
        : theme.palette.warning.light;
    return {
      time: {
        color: theme.palette.text.secondary,
        userSelect: 'none',
        marginRight: theme.spacing(1.5),
      },
      found: {
        backgroundColor: found,
        color: theme.palette.getContrastText(found),
      },
    };
  },
  { name: 'GluePipelinesLineText' },
);

/** A time of day, in the browser's zone or in UTC. */
export function timeOfLine(time: string, utc: boolean): string {
  return DateTime.fromISO(time, { zone: utc ? 'utc' : 'local' }).toFormat(
    'HH:mm:ss.SSS',
  );
}

/** The day and the time, with its zone. */
export function momentOfLine(time: string, utc: boolean): string {
  return DateTime.fromISO(time, { zone: utc ? 'utc' : 'local' }).toFormat(
    'yyyy-MM-dd HH:mm:ss.SSS ZZZZ',
  );
}

/** One line of a log with its time, and what was searched marked in it. */
export const LineText = memo(
  (props: { line: LogLine; search: string; utc: boolean }) => {
    const { line, search, utc } = props;
    const classes = useStyles();
    const t = useTexts();
    const parts = search ? line.text.split(search) : [line.text];
    return (
      <>
        <time
          dateTime={line.time}
          title={momentOfLine(line.time, utc)}
          className={classes.time}
        >
          {timeOfLine(line.time, utc)}
        </time>
        {parts.map((part, index) => (
          <span key={index}>
            {index > 0 && <mark className={classes.found}>{search}</mark>}
            {part}
          </span>
        ))}
        {line.cut && t('logs.lines.cut')}
      </>
    );
  },
);
