import Drawer from '@material-ui/core/Drawer';
import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { ReactNode } from 'react';
import { useTexts } from '../translation/ref';

export const PANE_WIDTH = 360;

const useStyles = makeStyles(
  theme => ({
    pane: {
      // In sight wherever in the graph one is.
      position: 'sticky',
      top: theme.spacing(2),
      maxHeight: `calc(100vh - ${theme.spacing(4)}px)`,
      overflowY: 'auto',
      boxSizing: 'border-box',
      '& [class*="MuiButton-root"]': { textTransform: 'none' },
      minWidth: 0,
      paddingLeft: theme.spacing(3),
      borderLeft: `1px solid ${theme.palette.divider}`,
    },
    drawer: {
      width: `min(${PANE_WIDTH}px, 100vw)`,
      padding: theme.spacing(3),
      boxSizing: 'border-box',
      '& [class*="MuiButton-root"]': { textTransform: 'none' },
    },
  }),
  { name: 'GluePipelinesNodePane' },
);

/** Whether there is room for the details beside the graph. */
export function useHasPane(): boolean {
  return useMediaQuery('(min-width:1200px)', { noSsr: true });
}

/** Holds the details of a node: beside the graph, or in a drawer over it. */
export function NodePane(props: { onClose: () => void; children: ReactNode }) {
  const { onClose, children } = props;
  const classes = useStyles();
  const t = useTexts();
  if (useHasPane()) {
    return <aside className={classes.pane}>{children}</aside>;
  }
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      classes={{ paper: classes.drawer }}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-label': t('workflow.node.label'),
      }}
    >
      {children}
    </Drawer>
  );
}
