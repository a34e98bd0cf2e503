import { makeStyles } from '@material-ui/core/styles';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { KeyboardEvent, useEffect, useRef } from 'react';
import { joinClasses } from '../status/joinClasses';
import { StatusIcon } from '../status/StatusIcon';
import { isActive, statusOf, toneOf } from '../status/statuses';
import { tonesOfTheme } from '../status/tones';
import { useToneStyles } from '../status/useToneStyles';
import { HowToChange } from '../url/useUrlState';
import { useNow } from '../time/useNow';
import { Texts, useTexts } from '../translation/ref';
import { describeRun, nextBar, runBars } from './bars';

const HEIGHT = 48;

const useStyles = makeStyles(
  theme => ({
    strip: {
      display: 'flex',
      alignItems: 'flex-end',
      gap: 2,
      overflowX: 'auto',
      scrollbarWidth: 'thin',
      padding: 3,
      margin: -3,
    },
    run: {
      flex: '0 0 auto',
      width: 26,
      padding: '4px 3px',
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: 4,
      height: HEIGHT + 32,
      border: 'none',
      borderRadius: 6,
      background: 'none',
      cursor: 'pointer',
      font: 'inherit',
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 0,
      },
    },
    // A line before it: from here on the definitions are others.
    newVersion: {
      marginLeft: 5,
      boxShadow: `-4px 0 0 -2px ${tonesOfTheme(theme).quiet}`,
      borderTopLeftRadius: 0,
      borderBottomLeftRadius: 0,
    },
    selected: {
      backgroundColor: theme.palette.action.selected,
      '&:hover': { backgroundColor: theme.palette.action.selected },
    },
    bar: {
      width: 14,
      borderRadius: 3,
      backgroundColor: 'currentColor',
      transition: theme.transitions.create('height'),
    },
    growing: { opacity: 0.55 },
    cut: {
      // A gap near its top: it goes on beyond the scale.
      maskImage: 'linear-gradient(black 5px, transparent 5px 8px, black 8px)',
    },
  }),
  { name: 'GluePipelinesRunStrip' },
);

function wordsOf(t: Texts, run: RunSummary, isNewVersion: boolean): string {
  return isNewVersion
    ? t('runs.firstOfVersion', { run: describeRun(t, run) })
    : describeRun(t, run);
}

/** The last runs as bars: as high as they were long, marked and coloured by health. */
export function RunStrip(props: {
  runs: RunSummary[];
  selectedId?: string;
  /** By arrow keys one leafs through runs; a click is a step. */
  onSelect: (runId: string, how: HowToChange) => void;
}) {
  const { runs, selectedId, onSelect } = props;
  const classes = useStyles();
  const t = useTexts();
  const tones = useToneStyles();
  const strip = useRef<HTMLDivElement>(null);
  const now = useNow(
    runs.some(({ health }) => isActive(health)) ? 1000 : undefined,
  );
  const bars = runBars(runs, now);
  const selected = bars.findIndex(({ run }) => run.id === selectedId);
  const tabStop = selected < 0 ? bars.length - 1 : selected;

  const newestId = runs[0]?.id;
  useEffect(() => {
    if (strip.current) {
      strip.current.scrollLeft = strip.current.scrollWidth;
    }
  }, [newestId]);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = nextBar(event.key, index, bars.length);
    if (next === undefined) {
      return;
    }
    event.preventDefault();
    strip.current?.querySelectorAll('button')[next].focus();
    onSelect(bars[next].run.id, 'leaf');
  };

  return (
    <div
      ref={strip}
      role="radiogroup"
      aria-label={t('runs.last')}
      className={classes.strip}
    >
      {bars.map(({ run, height, isCut, isNewVersion }, index) => (
        <button
          key={run.id}
          type="button"
          role="radio"
          aria-checked={index === selected}
          aria-label={wordsOf(t, run, isNewVersion)}
          title={wordsOf(t, run, isNewVersion)}
          tabIndex={index === tabStop ? 0 : -1}
          className={joinClasses(
            classes.run,
            index === selected && classes.selected,
            isNewVersion && classes.newVersion,
          )}
          onClick={() => onSelect(run.id, 'step')}
          onKeyDown={event => onKeyDown(event, index)}
        >
          <span
            className={joinClasses(
              classes.bar,
              tones[`${toneOf(statusOf(run))}Mark`],
              isActive(run.health) && classes.growing,
              isCut && classes.cut,
            )}
            style={{ height: Math.round(height * HEIGHT) }}
          />
          <StatusIcon status={statusOf(run)} size={14} />
        </button>
      ))}
    </div>
  );
}
