import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { UnregisterEntityDialog } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { Snippet } from '../adopt/Snippet';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      '& h3': {
        margin: 0,
        fontSize: theme.typography.pxToRem(14),
        fontWeight: theme.typography.fontWeightBold as number,
      },
      '& ul': {
        margin: theme.spacing(0.5, 0, 0),
        paddingLeft: theme.spacing(3),
      },
    },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'GluePipelinesRemovePipelineDialog' },
);

/**
 * Says what goes and what stays when the portal forgets a pipeline, and then
 * lets Backstage ask and remove the entity: the catalog checks its own
 * permission and audits it.
 */
export function RemovePipelineDialog(props: {
  entity: Entity;
  workflow: WorkflowDetail;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { entity, workflow, onClose, onRemoved } = props;
  const classes = useStyles();
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const { startTrigger, name } = workflow;
  if (asking) {
    return (
      <UnregisterEntityDialog
        open
        entity={entity}
        onConfirm={onRemoved}
        onClose={onClose}
      />
    );
  }
  const goesOn =
    startTrigger?.type === 'EVENT' ||
    (startTrigger?.type === 'SCHEDULED' && startTrigger.state === 'ACTIVATED');
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      className={classes.dialog}
      onClose={onClose}
      aria-labelledby="glue-pipelines-remove"
    >
      <DialogTitle id="glue-pipelines-remove">
        {t('remove.title', { workflow: name })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        {goesOn && (
          <Notice kind="warning">
            {t(
              startTrigger?.type === 'EVENT'
                ? 'remove.goesOnByEvents'
                : 'remove.goesOnBySchedule',
            )}
          </Notice>
        )}
        <Typography variant="body2" component="div">
          <h3>{t('remove.goes.title')}</h3>
          <ul>
            <li>
              {t('remove.goes.entity', { entity: stringifyEntityRef(entity) })}
            </li>
            <li>{t('remove.goes.history')}</li>
          </ul>
        </Typography>
        <Typography variant="body2" component="div">
          <h3>{t('remove.stays.title')}</h3>
          <ul>
            <li>{t('remove.stays.aws', { account: workflow.accountId })}</li>
            <li>{t('remove.stays.repository')}</li>
          </ul>
        </Typography>
        <Typography variant="body2" component="div">
          <h3>{t('remove.fromAws.title')}</h3>
          {t('remove.fromAws.how')}
        </Typography>
        <Snippet name={t('remove.fromAws.command')} text="npm run destroy" />
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          color="secondary"
          variant="contained"
          onClick={() => setAsking(true)}
        >
          {t('remove.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
