import { makeStyles } from '@material-ui/core/styles';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { useTexts } from '../translation/ref';
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
  const t = useTexts();
  const facts = Object.entries(run.properties);
  if (facts.length === 0 && !run.propertiesWithheld) {
    return null;
  }
  return (
    <details className={classes.properties}>
      <summary>
        {run.propertiesWithheld
          ? t('nodes.properties.title')
          : t('nodes.properties.titleWithCount', {
              number: String(facts.length),
            })}
      </summary>
      {run.propertiesWithheld ? (
        (withheld ?? t('nodes.properties.withheld'))
      ) : (
        <Facts
          facts={facts.map(([name, value]) => [
            name,
            value || t('nodes.properties.empty'),
          ])}
        />
      )}
    </details>
  );
}
