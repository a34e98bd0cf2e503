import { makeStyles } from '@material-ui/core/styles';
import { Fragment, ReactNode } from 'react';
import { tonesOfTheme } from '../status/tones';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(84px, max-content) 1fr',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      '& dt': { color: tonesOfTheme(theme).quiet },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'GluePipelinesFacts' },
);

/** Names and values; those without a value are left out. */
export function Facts(props: { facts: [string, ReactNode][] }) {
  const classes = useStyles();
  return (
    <dl className={classes.facts}>
      {props.facts
        .filter(([, value]) => value || value === 0)
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
