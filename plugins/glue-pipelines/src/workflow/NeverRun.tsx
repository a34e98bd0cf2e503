import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      textAlign: 'center',
      gap: theme.spacing(1.5),
      padding: theme.spacing(3, 2),
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(18),
      fontWeight: theme.typography.fontWeightBold as number,
    },
  }),
  { name: 'GluePipelinesNeverRun' },
);

/** Instead of a history: what to do to get one. */
export function NeverRun(props: { action: ReactNode }) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.root}>
      <h3 className={classes.title}>{t('workflow.runs.never')}</h3>
      <Typography variant="body2" color="textSecondary">
        {t('workflow.runs.first')}
      </Typography>
      {props.action}
    </div>
  );
}
