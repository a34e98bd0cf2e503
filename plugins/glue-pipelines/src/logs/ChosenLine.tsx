import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import LinkIcon from '@material-ui/icons/Link';
import { LogLine } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { useHref, useLocation } from 'react-router-dom';
import { useTexts } from '../translation/ref';
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
  const t = useTexts();
  const path = useHref(useLocation());
  const [copied, setCopied] = useState<{
    path: string;
    words: 'copied' | 'notCopied';
  }>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${path}`);
      setCopied({ path, words: 'copied' });
    } catch {
      setCopied({ path, words: 'notCopied' });
    }
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2">
        {t('logs.chosen.title', { moment: momentOfLine(line.time, utc) })}
      </Typography>
      <Button size="small" startIcon={<LinkIcon />} onClick={copy}>
        {t('logs.chosen.copyLink')}
      </Button>
      {onAround && (
        <Button size="small" onClick={onAround}>
          {t('logs.chosen.around')}
        </Button>
      )}
      <Typography variant="body2" color="textSecondary" role="status">
        {copied?.path === path && t(`logs.chosen.${copied.words}`)}
      </Typography>
    </div>
  );
}
