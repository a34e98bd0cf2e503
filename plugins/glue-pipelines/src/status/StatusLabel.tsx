import { makeStyles } from '@material-ui/core/styles';
import { NodeType } from '@glue-pipelines/backstage-plugin-common';
import { useTexts } from '../translation/ref';
import { joinClasses } from './joinClasses';
import { Status, toneOf, wordOf } from './statuses';
import { StatusIcon } from './StatusIcon';
import { useToneStyles } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    label: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      whiteSpace: 'nowrap',
      fontWeight: theme.typography.fontWeightMedium as number,
    },
    chip: {
      padding: '3px 10px 3px 7px',
      borderRadius: 999,
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'GluePipelinesStatusLabel' },
);

/** A status by icon, word and colour. */
export function StatusLabel(props: {
  status: Status;
  type?: NodeType;
  /** On a tinted background. */
  chip?: boolean;
}) {
  const classes = useStyles();
  const t = useTexts();
  const tones = useToneStyles();
  const tone = toneOf(props.status);
  return (
    <span
      className={joinClasses(
        classes.label,
        props.chip && classes.chip,
        tones[`${tone}${props.chip ? 'Chip' : 'Text'}`],
      )}
    >
      <StatusIcon status={props.status} size={props.chip ? 17 : 16} />
      {wordOf(t, props.status, props.type)}
    </span>
  );
}
