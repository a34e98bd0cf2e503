import { makeStyles } from '@material-ui/core/styles';
import { LogLine } from '@glue-pipelines/backstage-plugin-common';
import { DateTime } from 'luxon';
import { memo, useEffect, useRef } from 'react';
import { joinClasses } from '../status/joinClasses';

const useStyles = makeStyles(
  theme => ({
    frame: {
      flex: 1,
      minHeight: 160,
      overflow: 'auto',
      margin: 0,
      padding: theme.spacing(1),
      borderRadius: 6,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.default,
      fontFamily: 'Menlo, Consolas, monospace',
      fontSize: theme.typography.pxToRem(12.5),
      lineHeight: 1.55,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    line: {
      display: 'block',
      // Lines out of sight are not laid out: thousands stay smooth.
      contentVisibility: 'auto',
      containIntrinsicSize: 'auto 1.55em',
      whiteSpace: 'pre',
    } as {},
    wrapped: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    time: {
      color: theme.palette.text.secondary,
      userSelect: 'none',
      marginRight: theme.spacing(1.5),
    },
    found: {
      backgroundColor:
        theme.palette.type === 'dark'
          ? theme.palette.warning.dark
          : theme.palette.warning.light,
      color: theme.palette.getContrastText(
        theme.palette.type === 'dark'
          ? theme.palette.warning.dark
          : theme.palette.warning.light,
      ),
    },
  }),
  { name: 'GluePipelinesLogLines' },
);

/** A time of day, in the browser's zone or in UTC. */
export function timeOfLine(time: string, utc: boolean): string {
  return DateTime.fromISO(time, { zone: utc ? 'utc' : 'local' }).toFormat(
    'HH:mm:ss.SSS',
  );
}

function Text(props: { text: string; search: string; className: string }) {
  const { text, search, className } = props;
  if (!search) {
    return <>{text}</>;
  }
  return (
    <>
      {text.split(search).map((part, index) => (
        <span key={index}>
          {index > 0 && <mark className={className}>{search}</mark>}
          {part}
        </span>
      ))}
    </>
  );
}

/** The lines of a log. Stays at its end while it grows, unless somebody has scrolled away. */
export const LogLines = memo(
  (props: {
    lines: LogLine[];
    search: string;
    wrap: boolean;
    utc: boolean;
  }) => {
    const { lines, search, wrap, utc } = props;
    const classes = useStyles();
    const frame = useRef<HTMLPreElement>(null);
    const atEnd = useRef(true);
    useEffect(() => {
      if (frame.current && atEnd.current && !search) {
        frame.current.scrollTop = frame.current.scrollHeight;
      }
    }, [lines, search]);
    return (
      <pre
        ref={frame}
        aria-label="Lines of the log"
        role="log"
        // It scrolls, so the keyboard must reach it: WCAG 2.1, 2.1.1.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={classes.frame}
        onScroll={({ currentTarget }) => {
          const { scrollTop, scrollHeight, clientHeight } = currentTarget;
          atEnd.current = scrollHeight - scrollTop - clientHeight < 24;
        }}
      >
        {lines.map(({ time, text, cut }, index) => (
          <span
            key={`${time} ${index}`}
            className={joinClasses(classes.line, wrap && classes.wrapped)}
          >
            <time dateTime={time} className={classes.time}>
              {timeOfLine(time, utc)}
            </time>
            <Text text={text} search={search} className={classes.found} />
            {cut && ' … (cut)'}
          </span>
        ))}
      </pre>
    );
  },
);
