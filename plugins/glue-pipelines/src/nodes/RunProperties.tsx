import { makeStyles } from '@material-ui/core/styles';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { Facts } from './Facts';

const useStyles = makeStyles(
  theme => ({
    properties: {
      marginTop: theme.spacing(1.5),
      fontSize: theme.typography.pxToRem(14),
      '& summary': {
        cursor: 'pointer',
        color: theme.palette.text.secondary,
        width: 'fit-content',
      },
      '& dl': { marginTop: theme.spacing(1) },
    },
  }),
  { name: 'GluePipelinesRunProperties' },
);

/** With which properties a run was started. */
export function RunProperties(props: {
  run: Pick<RunSummary, 'properties' | 'propertiesWithheld'>;
  /** Why they are not shown, where they are not. */
  withheld?: string;
}) {
  const { run, withheld } = props;
  const classes = useStyles();
  const facts = Object.entries(run.properties);
  if (facts.length === 0 && !run.propertiesWithheld) {
    return null;
  }
  return (
    <details className={classes.properties}>
      <summary>
        {run.propertiesWithheld
          ? 'Run properties'
          : `Run properties (${facts.length})`}
      </summary>
      {run.propertiesWithheld ? (
        (withheld ?? 'Run properties are not shown.')
      ) : (
        <Facts
          facts={facts.map(([name, value]) => [name, value || '(empty)'])}
        />
      )}
    </details>
  );
}
