import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

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
  return (
    <div className={classes.root}>
      <h3 className={classes.title}>This workflow has not run yet</h3>
      <Typography variant="body2" color="textSecondary">
        Its steps are below. Start the first run to see what they do.
      </Typography>
      {props.action}
    </div>
  );
}
