import { useApi } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
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
  const api = useApi(gluePipelinesApiRef);
  const [reason, setReason] = useState('');
  return (
    <ScheduleDialog
      title={`Pause the schedule of ${workflow.name}?`}
      verb="Pause schedule"
      busyVerb="Pausing…"
      notDone="The schedule was not paused."
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
      <Typography variant="body2">
        Until it is resumed, only people start this workflow. A run that is
        under way goes on, and what the schedule misses is not caught up.
      </Typography>
      <TextField
        id="glue-pipelines-pause-reason"
        label="Reason"
        variant="outlined"
        size="small"
        multiline
        minRows={2}
        required
        // Who opens this dialog wants to write just this.
        // eslint-disable-next-line jsx-a11y/no-autofocus -- see above
        autoFocus
        value={reason}
        helperText="Shown with your name to who looks at this workflow"
        inputProps={{ maxLength: LONGEST_REASON }}
        onChange={event => setReason(event.target.value)}
      />
    </ScheduleDialog>
  );
}
