import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { ElementType } from 'react';

const useStyles = makeStyles(
  theme => ({
    group: { flexWrap: 'wrap' },
    button: {
      padding: theme.spacing(0.5, 1.5),
      color: theme.palette.text.secondary,
      textTransform: 'none',
      '& [class*="MuiToggleButton-label"]': { gap: theme.spacing(0.75) },
      '&$selected': { color: theme.palette.text.primary },
    },
    selected: {},
  }),
  { name: 'GluePipelinesChoice' },
);

/** One of a few, all of them in sight. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { name: T; title: string; Icon?: ElementType }[];
  onChange: (name: T) => void;
}) {
  const { label, value, options, onChange } = props;
  const classes = useStyles();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={value}
      aria-label={label}
      className={classes.group}
      onChange={(_, name: T | null) => name && onChange(name)}
    >
      {options.map(({ name, title, Icon }) => (
        <ToggleButton
          key={name}
          value={name}
          classes={{ root: classes.button, selected: classes.selected }}
        >
          {Icon && <Icon aria-hidden style={{ fontSize: 16 }} />}
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
