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
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      marginBottom: theme.spacing(1.5),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(14),
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      fontWeight: theme.typography.fontWeightBold as number,
    },
  }),
  { name: 'GluePipelinesPanel' },
);

/** One part of the page, with an error of its own where it has one. */
export function Panel(props: {
  title?: string;
  /** In a few words, at the end of the title's line. */
  aside?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Paper elevation={0} className={classes.panel}>
      {props.title && (
        <div className={classes.head}>
          <h3 className={classes.title}>{props.title}</h3>
          {props.aside && <span>{props.aside}</span>}
        </div>
      )}
      {props.children}
    </Paper>
  );
}
