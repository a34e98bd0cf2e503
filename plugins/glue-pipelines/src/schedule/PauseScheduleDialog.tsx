import { useApi } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { useTexts } from '../translation/ref';
import { ScheduleDialog } from './ScheduleDialog';

/** As the API's document has it. */
const LONGEST_REASON = 500;

/** Pauses the schedule of a workflow for a reason, which everybody sees. */
export function PauseScheduleDialog(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { entityRef, workflow, onClose, onChanged } = props;
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const [reason, setReason] = useState('');
  return (
    <ScheduleDialog
      title={t('schedule.pause.title', { workflow: workflow.name })}
      verb={t('schedule.pause.open')}
      busyVerb={t('schedule.pause.underWay')}
      refused={why => t('schedule.pause.refused', { reason: why })}
      isReady={reason.trim() !== ''}
      change={() =>
        api.pauseSchedule({
          entityRef,
          workflowArn: workflow.arn,
          reason: reason.trim(),
        })
      }
      onClose={onClose}
      onChanged={onChanged}
    >
      <Typography variant="body2">{t('schedule.pause.consequence')}</Typography>
      <TextField
        id="glue-pipelines-pause-reason"
        label={t('schedule.pause.reason')}
        variant="outlined"
        size="small"
        multiline
        minRows={2}
        required
        // Who opens this dialog wants to write just this.
        // eslint-disable-next-line jsx-a11y/no-autofocus -- see above
        autoFocus
        value={reason}
        helperText={t('schedule.pause.reasonHelp')}
        inputProps={{ maxLength: LONGEST_REASON }}
        onChange={event => setReason(event.target.value)}
      />
    </ScheduleDialog>
  );
}
