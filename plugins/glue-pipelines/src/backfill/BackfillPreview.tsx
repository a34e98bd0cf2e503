import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { BackfillItem } from '@glue-pipelines/backstage-plugin-common';
import { StatusLabel } from '../status/StatusLabel';
import { tonesOfTheme } from '../status/tones';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      maxHeight: 220,
      overflowY: 'auto',
    },
    item: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
      gap: theme.spacing(1),
      alignItems: 'center',
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
    quiet: { color: tonesOfTheme(theme).quiet },
  }),
  { name: 'GluePipelinesBackfillPreview' },
);

/** What a backfill would do to each value. */
export function BackfillPreview({ items }: { items: BackfillItem[] }) {
  const classes = useStyles();
  const t = useTexts();
  const count = items.filter(({ starts }) => starts).length;
  return (
    <section aria-label={t('backfill.preview')}>
      <Typography variant="body2" gutterBottom role="status">
        {t('backfill.starts', { count, all: String(items.length) })}
      </Typography>
      {/* A list that scrolls is reached by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <ul className={classes.list} tabIndex={0}>
        {items.map(({ value, run, starts }) => (
          <Typography
            key={value}
            component="li"
            variant="body2"
            className={classes.item}
          >
            <span>{value}</span>
            <span>
              {run ? (
                <StatusLabel status={run.health} />
              ) : (
                <span className={classes.quiet}>{t('backfill.neverRan')}</span>
              )}
            </span>
            <span className={starts ? undefined : classes.quiet}>
              {t(starts ? 'backfill.willStart' : 'backfill.stays')}
            </span>
          </Typography>
        ))}
      </ul>
    </section>
  );
}
