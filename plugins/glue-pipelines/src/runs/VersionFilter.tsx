import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { tonesOfTheme } from '../status/tones';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      fontSize: theme.typography.pxToRem(14),
      color: tonesOfTheme(theme).quiet,
    },
  }),
  { name: 'GluePipelinesVersionFilter' },
);

/** Limits the last runs to those that were made as the chosen one was; nothing where all were, or that is not known. */
export function VersionFilter(props: {
  /** The version to which they are limited. */
  version?: string;
  run?: RunSummary;
  /** All of the last runs. */
  runs: readonly RunSummary[];
  onChange: (version: string | undefined) => void;
}) {
  const { version, run, runs, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  if (version) {
    return (
      <div className={classes.line} role="status">
        {t('runs.version.isLimited')}
        <Button size="small" onClick={() => onChange(undefined)}>
          {t('runs.version.showAll')}
        </Button>
      </div>
    );
  }
  const own = run?.version;
  const others = runs.some(other => other.version && other.version !== own);
  return own && others ? (
    <div className={classes.line}>
      <Button size="small" onClick={() => onChange(own)}>
        {t('runs.version.limit')}
      </Button>
    </div>
  ) : null;
}
