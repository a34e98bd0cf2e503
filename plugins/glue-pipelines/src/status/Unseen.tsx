import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    unseen: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'GluePipelinesUnseen' },
);

/** Words for those who hear the page, where the others see it already. */
export function Unseen(props: { role?: 'status'; children: ReactNode }) {
  const classes = useStyles();
  return (
    <span
      role={props.role}
      aria-live={props.role && 'polite'}
      className={classes.unseen}
    >
      {props.children}
    </span>
  );
}
