import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    snippet: {
      display: 'flex',
      alignItems: 'flex-start',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 6,
    },
    text: {
      margin: 0,
      padding: theme.spacing(1.5),
      flex: '1 1 auto',
      minWidth: 0,
      overflowX: 'auto',
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
    },
    copy: { flex: 'none' },
  }),
  { name: 'GluePipelinesSnippet' },
);

/** Lines to take along, with a button that copies them. */
export function Snippet(props: {
  /** What it is, for who does not see it. */
  name: string;
  text: string;
}) {
  const { name, text } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.snippet}>
      {/* It scrolls sideways: by keyboard, too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <pre tabIndex={0} role="group" aria-label={name} className={classes.text}>
        {text}
      </pre>
      <span className={classes.copy}>
        <CopyTextButton
          text={text}
          aria-label={t('adopt.copy', { what: name })}
        />
      </span>
    </div>
  );
}
