import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import LinkIcon from '@material-ui/icons/Link';
import { LogLine } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { useHref, useLocation } from 'react-router-dom';
import { momentOfLine } from './LineText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
  }),
  { name: 'GluePipelinesChosenLine' },
);

/** The line that the address names, and what can be done with it. */
export function ChosenLine(props: {
  line: LogLine;
  utc: boolean;
  /** Shows what was written before and after it. Absent: that is shown. */
  onAround?: () => void;
}) {
  const { line, utc, onAround } = props;
  const classes = useStyles();
  const path = useHref(useLocation());
  const [copied, setCopied] = useState<{ path: string; words: string }>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${path}`);
      setCopied({ path, words: 'Copied.' });
    } catch {
      setCopied({
        path,
        words: 'This browser lets no page copy: the address above is the link.',
      });
    }
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2">
        The line of {momentOfLine(line.time, utc)}
      </Typography>
      <Button size="small" startIcon={<LinkIcon />} onClick={copy}>
        Copy link to this line
      </Button>
      {onAround && (
        <Button size="small" onClick={onAround}>
          Show what is around it
        </Button>
      )}
      <Typography variant="body2" color="textSecondary" role="status">
        {copied?.path === path && copied.words}
      </Typography>
    </div>
  );
}
