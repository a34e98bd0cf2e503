import { makeStyles } from '@material-ui/core/styles';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { absoluteTime } from '../time/instant';
import { tonesOfTheme } from '../status/tones';
import { formatNumber } from '../translation/formatNumber';
import { useTexts } from '../translation/ref';

const HEIGHT = 40;
/** Bars of few rows beside many stay visible. */
const LEAST = 2;

const useStyles = makeStyles(
  theme => ({
    bars: {
      display: 'flex',
      alignItems: 'flex-end',
      gap: 2,
      height: HEIGHT,
      marginTop: theme.spacing(0.5),
    },
    bar: {
      width: 10,
      borderRadius: 2,
      backgroundColor: tonesOfTheme(theme).ok.mark,
    },
  }),
  { name: 'GluePipelinesRowTrend' },
);

/** How many rows the last runs loaded, as bars. Nothing where fewer than two tell. */
export function RowTrend({ runs }: { runs: readonly RunSummary[] }) {
  const classes = useStyles();
  const t = useTexts();
  const told = [...runs]
    .reverse()
    .flatMap(({ id, startedAt, rowsLoaded }) =>
      rowsLoaded === undefined ? [] : [{ id, startedAt, rows: rowsLoaded }],
    );
  if (told.length < 2) {
    return null;
  }
  const most = Math.max(1, ...told.map(({ rows }) => rows));
  return (
    <div
      role="img"
      aria-label={t('data.trend', {
        runs: String(told.length),
        rows: told.map(({ rows }) => formatNumber(t, rows)).join('; '),
      })}
      className={classes.bars}
    >
      {told.map(({ id, startedAt, rows }) => (
        <span
          key={id}
          className={classes.bar}
          title={[
            t('data.rows', { rows: formatNumber(t, rows) }),
            startedAt && absoluteTime(t, startedAt),
          ]
            .filter(Boolean)
            .join(', ')}
          style={{ height: Math.max(LEAST, (rows / most) * HEIGHT) }}
        />
      ))}
    </div>
  );
}
