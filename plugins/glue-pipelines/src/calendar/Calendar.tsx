import { makeStyles } from '@material-ui/core/styles';
import { DaysResponse } from '@glue-pipelines/backstage-plugin-common';
import { Info } from 'luxon';
import { KeyboardEvent, useMemo, useRef, useState } from 'react';
import { GridPlace, nextCell } from '../grid/gridRows';
import { joinClasses } from '../status/joinClasses';
import { StatusIcon } from '../status/StatusIcon';
import { useTexts } from '../translation/ref';
import { CalendarDay, calendarWeeks } from './calendarWeeks';

const useStyles = makeStyles(
  theme => ({
    frame: { overflowX: 'auto', scrollbarWidth: 'thin' },
    table: {
      borderCollapse: 'separate',
      borderSpacing: 0,
      fontSize: theme.typography.pxToRem(12),
    },
    head: {
      padding: theme.spacing(0, 1, 0, 0),
      fontWeight: 'normal',
      textAlign: 'left',
      color: theme.palette.text.secondary,
    },
    month: { padding: 0, whiteSpace: 'nowrap', maxWidth: 22 },
    place: { padding: 0 },
    day: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 22,
      height: 22,
      padding: 0,
      border: 'none',
      borderRadius: 4,
      background: 'none',
      color: theme.palette.text.secondary,
      font: 'inherit',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    ran: {
      cursor: 'pointer',
      '&:hover': { backgroundColor: theme.palette.action.hover },
    },
  }),
  { name: 'GluePipelinesCalendar' },
);

/** Weeks as columns, weekdays as rows: one tab stop, moved by arrow keys. A day leads to its run. */
export function Calendar(props: {
  days: DaysResponse;
  onSelect: (runId: string) => void;
}) {
  const { days, onSelect } = props;
  const classes = useStyles();
  const t = useTexts();
  const body = useRef<HTMLTableSectionElement>(null);
  const weeks = useMemo(() => calendarWeeks(t, days), [t, days]);
  const weekdays = Info.weekdays('short', { locale: t('locale') });
  const size = { rows: weekdays.length, columns: weeks.length };
  const lastWeek = weeks[weeks.length - 1]?.days ?? [];
  const [moved, setMoved] = useState<GridPlace>();
  const tabStop = moved ?? {
    column: weeks.length - 1,
    row: Math.max(0, lastWeek.filter(Boolean).length - 1),
  };
  const buttonAt = ({ row, column }: GridPlace) =>
    body.current
      ?.querySelectorAll('tr')
      [row]?.querySelectorAll('td')
      [column]?.querySelector('button');

  const onKeyDown = (event: KeyboardEvent, place: GridPlace) => {
    const next = nextCell(event.key, place, size);
    const button = next && buttonAt(next);
    if (next) {
      event.preventDefault();
    }
    if (next && button) {
      setMoved(next);
      button.focus();
    }
  };

  const cell = (day: CalendarDay, place: GridPlace) => {
    const runId = day.day?.runId;
    return (
      <button
        type="button"
        aria-label={day.words}
        title={day.words}
        aria-disabled={!runId}
        tabIndex={
          place.row === tabStop.row && place.column === tabStop.column ? 0 : -1
        }
        className={joinClasses(classes.day, runId && classes.ran)}
        onClick={() => runId && onSelect(runId)}
        onFocus={() => setMoved(place)}
        onKeyDown={event => onKeyDown(event, place)}
      >
        {day.health === 'never-run' ? (
          '·'
        ) : (
          <StatusIcon status={day.health} size={14} />
        )}
      </button>
    );
  };

  return (
    <div className={classes.frame}>
      <table
        role="grid"
        aria-label={t('calendar.label')}
        className={classes.table}
      >
        <thead>
          <tr>
            <td />
            {weeks.map((week, column) => (
              <th
                // eslint-disable-next-line react/no-array-index-key -- a week has no name, and never changes its place
                key={column}
                scope="col"
                className={joinClasses(classes.head, classes.month)}
              >
                {week.month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {weekdays.map((name, row) => (
            <tr key={name}>
              <th scope="row" className={classes.head}>
                {name}
              </th>
              {weeks.map((week, column) => {
                const day = week.days[row];
                return (
                  <td
                    // eslint-disable-next-line react/no-array-index-key -- a week has no name, and never changes its place
                    key={column}
                    role="gridcell"
                    className={classes.place}
                  >
                    {day && cell(day, { row, column })}
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
