import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    panel: {
      minWidth: 0,
      padding: theme.spacing(2),
      borderRadius: 8,
      border: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.5) },
    },
    title: {
      margin: theme.spacing(0, 0, 1.5),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: theme.typography.fontWeightBold as number,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'GluePipelinesPanel' },
);

/** One part of the page, with an error of its own where it has one. */
export function Panel(props: { title?: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <Paper elevation={0} className={classes.panel}>
      {props.title && <h3 className={classes.title}>{props.title}</h3>}
      {props.children}
    </Paper>
  );
}
