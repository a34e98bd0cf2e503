import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { KeyboardEvent, useRef, useState } from 'react';
import { nextBar } from '../runs/bars';
import { joinClasses } from '../status/joinClasses';
import { StatusIcon } from '../status/StatusIcon';
import { toneOf } from '../status/statuses';
import { useToneStyles } from '../status/useToneStyles';
import { useTexts } from '../translation/ref';
import { markWords, RunMark } from './marksOnAxis';

const useStyles = makeStyles(
  theme => ({
    mark: {
      position: 'absolute',
      top: 2,
      height: 20,
      display: 'flex',
      alignItems: 'center',
      overflow: 'hidden',
      borderRadius: 4,
      border: '1px solid currentColor',
      '&:hover': { filter: 'brightness(0.95)' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
        zIndex: 1,
      },
    },
    count: {
      paddingLeft: 2,
      fontSize: theme.typography.pxToRem(11),
      color: theme.palette.text.primary,
    },
  }),
  { name: 'GluePipelinesRunMarks' },
);

/**
 * The runs of one workflow as links in their places. One stop of the Tab key:
 * arrow keys go on from there.
 */
export function RunMarks(props: {
  label: string;
  marks: RunMark[];
  linkOf: (runId: string) => string | undefined;
}) {
  const { label, marks, linkOf } = props;
  const classes = useStyles();
  const t = useTexts();
  const tones = useToneStyles();
  const group = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number>();
  const tabStop = Math.min(chosen ?? marks.length - 1, marks.length - 1);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = nextBar(event.key, index, marks.length);
    if (next === undefined) {
      return;
    }
    event.preventDefault();
    setChosen(next);
    group.current?.querySelectorAll('a')[next].focus();
  };
  return (
    <div ref={group} role="group" aria-label={label}>
      {marks.map((mark, index) => {
        const words = markWords(t, mark);
        const { health } = mark.run;
        return (
          <Link
            key={mark.run.id}
            to={linkOf(mark.run.id) ?? '#'}
            noTrack
            aria-label={words}
            title={words}
            tabIndex={index === tabStop ? 0 : -1}
            className={joinClasses(
              classes.mark,
              tones[`${toneOf(health)}Chip`],
            )}
            style={{
              left: `${mark.from * 100}%`,
              width: `${(mark.to - mark.from) * 100}%`,
            }}
            onKeyDown={event => onKeyDown(event, index)}
          >
            <StatusIcon status={health} size={12} />
            {mark.runs.length > 1 && (
              <span aria-hidden className={classes.count}>
                {mark.runs.length}
              </span>
            )}
          </Link>
        );
      })}
    </div>
  );
}
