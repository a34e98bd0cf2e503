import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  BadgeLink,
  BadgeResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { Snippet } from '../adopt/Snippet';
import { errorText } from '../api/errorText';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { Notice } from '../status/Notice';
import { Unseen } from '../status/Unseen';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';
import { badgeMarkdown, pageOfWorkflow } from './badgeMarkdown';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    image: { alignSelf: 'flex-start', maxWidth: '100%' },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'GluePipelinesBadgeDialog' },
);

function Shared(props: { name: string; link: BadgeLink }) {
  const { name, link } = props;
  const classes = useStyles();
  const t = useTexts();
  const alt = t('badge.alt', { workflow: name });
  return (
    <>
      <img src={link.url} alt={alt} className={classes.image} />
      <Typography variant="body2" color="textSecondary" component="div">
        {t('badge.sharedBy', {
          user: <EntityRefLink entityRef={link.sharedBy} />,
          when: <Moment instant={link.sharedAt} />,
        })}
      </Typography>
      <Snippet
        name={t('badge.markdown')}
        text={badgeMarkdown({
          alt,
          imageUrl: link.url,
          pageUrl: pageOfWorkflow(window.location.href),
        })}
      />
      <Snippet name={t('badge.address')} text={link.url} />
    </>
  );
}

/** The badge of a workflow: how it looks, how it is embedded, and who sees it. */
export function BadgeDialog(props: {
  entityRef: string;
  workflow: { name: string; arn: string };
  link?: BadgeLink;
  mayShare: boolean;
  onChanged: (badge: BadgeResponse) => void;
  onClose: () => void;
}) {
  const { entityRef, workflow, link, mayShare, onChanged, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [revoked, setRevoked] = useState(false);
  const request = { entityRef, workflowArn: workflow.arn };

  const change = async (act: () => Promise<BadgeResponse>) => {
    setBusy(true);
    setError(undefined);
    try {
      const badge = await act();
      setRevoked(!badge.link);
      onChanged(badge);
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
  };
  const share = () => change(() => api.shareBadge(request));
  const revoke = () =>
    change(async () => {
      await api.revokeBadge(request);
      return { enabled: true };
    });

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      className={classes.dialog}
      onClose={busy ? undefined : onClose}
      aria-labelledby="glue-pipelines-badge"
    >
      <DialogTitle id="glue-pipelines-badge">
        {t('badge.title', { workflow: workflow.name })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        {error !== undefined && (
          <Notice kind="error" role="alert">
            {t('badge.notDone', { reason: errorText(error) })}
          </Notice>
        )}
        <Typography variant="body2">{t('badge.explanation')}</Typography>
        {link ? (
          <Shared name={workflow.name} link={link} />
        ) : (
          <Typography variant="body2">{t('badge.none')}</Typography>
        )}
        <Unseen role="status">{revoked && t('badge.revoked')}</Unseen>
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button onClick={onClose} disabled={busy}>
          {t('badge.close')}
        </Button>
        {mayShare && link && (
          <Button onClick={revoke} disabled={busy} variant="outlined">
            {t(busy ? 'badge.revoking' : 'badge.revoke')}
          </Button>
        )}
        {mayShare && !link && (
          <Button
            onClick={share}
            disabled={busy}
            color="primary"
            variant="contained"
          >
            {t(busy ? 'badge.sharing' : 'badge.share')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
