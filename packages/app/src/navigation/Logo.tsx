import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    height: 3 * sidebarConfig.logoHeight,
    paddingLeft: theme.spacing(2.5),
    gap: theme.spacing(1.5),
    color: theme.palette.navigation.selectedColor,
    whiteSpace: 'nowrap',
  },
  name: { fontWeight: 600 },
}));

/** Three joined nodes: a pipeline. Its name is shown while the sidebar is open. */
export const Logo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      aria-label="Glue Pipelines, home"
      className={classes.root}
    >
      <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
        <path
          d="M8 8h6a4 4 0 0 1 4 4v8a4 4 0 0 0 4 4h2"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
        />
        <circle cx="7" cy="8" r="4" fill="currentColor" />
        <circle cx="18" cy="16" r="4" fill="currentColor" />
        <circle cx="26" cy="24" r="4" fill="currentColor" />
      </svg>
      {isOpen && (
        <Typography
          component="span"
          variant="subtitle1"
          className={classes.name}
        >
          Glue Pipelines
        </Typography>
      )}
    </Link>
  );
};
