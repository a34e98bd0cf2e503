import { makeStyles } from '@material-ui/core/styles';
import { BarRun, runBars } from '../runs/bars';
import { joinClasses } from '../status/joinClasses';
import { StatusIcon } from '../status/StatusIcon';
import { statusOf, toneOf } from '../status/statuses';
import { useToneStyles } from '../status/useToneStyles';
import { useNow } from '../time/useNow';
import { countWords } from '../runs/runHistory';
import { useTexts } from '../translation/ref';

const HEIGHT = 28;

const useStyles = makeStyles(
  {
    strip: { display: 'flex', alignItems: 'flex-end', gap: 6 },
    run: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      gap: 3,
    },
    bar: { width: 12, borderRadius: 3, backgroundColor: 'currentColor' },
    cut: {
      // A gap near its top: it goes on beyond the scale.
      maskImage: 'linear-gradient(black 4px, transparent 4px 6px, black 6px)',
    },
  },
  { name: 'GluePipelinesMiniStrip' },
);

/** The last runs as small bars, to look at only. */
export function MiniStrip({ runs }: { runs: BarRun[] }) {
  const classes = useStyles();
  const t = useTexts();
  const tones = useToneStyles();
  const now = useNow();
  return (
    <div role="img" aria-label={countWords(t, runs)} className={classes.strip}>
      {runBars(runs, now).map(({ run, height, isCut }) => (
        <span key={run.id} className={classes.run}>
          <span
            className={joinClasses(
              classes.bar,
              tones[`${toneOf(statusOf(run))}Mark`],
              isCut && classes.cut,
            )}
            style={{ height: Math.round(height * HEIGHT) }}
          />
          <StatusIcon status={statusOf(run)} size={11} />
        </span>
      ))}
    </div>
  );
}
