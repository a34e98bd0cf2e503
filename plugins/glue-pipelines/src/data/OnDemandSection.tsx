import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import Skeleton from '@material-ui/lab/Skeleton';
import { ReactNode, useState } from 'react';
import { errorText } from '../api/errorText';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';
import { useOnDemand } from './useOnDemand';

const useStyles = makeStyles(
  theme => ({
    section: {
      boxShadow: 'none',
      backgroundColor: 'transparent',
      '&:before': { display: 'none' },
    },
    summary: { padding: 0, minHeight: 44 },
    title: { fontWeight: theme.typography.fontWeightBold as number },
    hint: { color: theme.palette.text.secondary, marginLeft: theme.spacing(1) },
    details: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      padding: 0,
      minWidth: 0,
    },
    foot: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'GluePipelinesOnDemandSection' },
);

/** Asks AWS only when it is opened: that takes seconds, and may cost something. */
export function OnDemandSection<T extends { readAt: string }>(props: {
  title: string;
  hint: string;
  ask: (signal: AbortSignal) => Promise<T>;
  children: (data: T) => ReactNode;
}) {
  const { title, hint, ask, children } = props;
  const classes = useStyles();
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { data, error, loading, load } = useOnDemand(ask);
  return (
    <Accordion
      square
      className={classes.section}
      expanded={open}
      onChange={(_, opens) => {
        setOpen(opens);
        if (opens && !data) {
          load();
        }
      }}
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        className={classes.summary}
        expandIcon={<ExpandMoreIcon />}
      >
        <Typography variant="body2" component="span">
          <span className={classes.title}>{title}</span>
          <span className={classes.hint}>{hint}</span>
        </Typography>
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        {error && (
          <Notice kind="warning" role="status">
            {errorText(error)}
          </Notice>
        )}
        {!data && loading && (
          <Skeleton
            variant="rect"
            height={96}
            role="progressbar"
            aria-label={t('data.readingPart', { part: title })}
          />
        )}
        {data && children(data)}
        {(data || error) && (
          <Typography variant="body2" component="div" className={classes.foot}>
            {data && (
              <span>
                {t('data.readAt', { when: <Moment instant={data.readAt} /> })}
              </span>
            )}
            <Button size="small" disabled={loading} onClick={load}>
              {t(loading ? 'data.reading' : 'data.readAgain')}
            </Button>
          </Typography>
        )}
      </AccordionDetails>
    </Accordion>
  );
}
