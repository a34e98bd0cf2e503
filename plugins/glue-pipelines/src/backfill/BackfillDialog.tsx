import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  BackfillItem,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { FormEvent, useState } from 'react';
import { errorText } from '../api/errorText';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';
import { BackfillFields } from './BackfillFields';
import { BackfillForm, firstForm, isComplete, requestOf } from './backfillForm';
import { BackfillPreview } from './BackfillPreview';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'GluePipelinesBackfillDialog' },
);

/** Says which runs a backfill starts, shows them first, and begins it. */
export function BackfillDialog(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  onClose: () => void;
  onBegun: () => void;
}) {
  const { entityRef, workflow, onClose, onBegun } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const small = useMediaQuery('(max-width:599px)', { noSsr: true });
  const [form, setForm] = useState(() => firstForm(workflow, new Date()));
  const [items, setItems] = useState<BackfillItem[]>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const starts = items?.filter(item => item.starts).length ?? 0;

  const change = (changed: Partial<BackfillForm>) => {
    setForm({ ...form, ...changed });
    // What was looked at is not what would be started any more.
    setItems(undefined);
  };

  const act = async (event: FormEvent) => {
    event.preventDefault();
    const request = requestOf(form, { entityRef, workflowArn: workflow.arn });
    setBusy(true);
    setError(undefined);
    try {
      if (items) {
        await api.beginBackfill(request);
        onBegun();
        return;
      }
      setItems((await api.previewBackfill(request)).items);
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={small}
      className={classes.dialog}
      onClose={busy ? undefined : onClose}
      aria-labelledby="glue-pipelines-backfill"
    >
      <form onSubmit={act} noValidate>
        <DialogTitle id="glue-pipelines-backfill">
          {t('backfill.title', { workflow: workflow.name })}
        </DialogTitle>
        <DialogContent className={classes.content}>
          {error !== undefined && (
            <Notice kind="error" role="alert">
              {t('backfill.refused', { reason: errorText(error) })}
            </Notice>
          )}
          <Typography variant="body2">{t('backfill.explanation')}</Typography>
          <BackfillFields
            form={form}
            properties={Object.keys(workflow.defaultRunProperties)}
            disabled={busy}
            onChange={change}
          />
          {items && <BackfillPreview items={items} />}
        </DialogContent>
        <DialogActions className={classes.actions}>
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          {items ? (
            <Button
              type="submit"
              color="primary"
              variant="contained"
              disabled={busy || starts === 0}
            >
              {busy
                ? t('backfill.beginning')
                : t('backfill.begin', { count: starts })}
            </Button>
          ) : (
            <Button
              type="submit"
              color="primary"
              variant="outlined"
              disabled={busy || !isComplete(form)}
            >
              {t(busy ? 'backfill.previewing' : 'backfill.preview')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
