import { useApi } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { ScheduleDialog } from './ScheduleDialog';
import { PauseLine } from './PauseLine';
import { scheduleWords } from './scheduleWords';

/** Lets the schedule of a workflow start it again. */
export function ResumeScheduleDialog(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { entityRef, workflow, onClose, onChanged } = props;
  const { schedule, pause } = workflow.startTrigger ?? {};
  const api = useApi(gluePipelinesApiRef);
  return (
    <ScheduleDialog
      title={`Resume the schedule of ${workflow.name}?`}
      verb="Resume schedule"
      busyVerb="Resuming…"
      notDone="The schedule was not resumed."
      change={() =>
        api.resumeSchedule({ entityRef, workflowArn: workflow.arn })
      }
      onClose={onClose}
      onChanged={onChanged}
    >
      {pause && (
        <Typography variant="body2" component="div">
          <PauseLine pause={pause} />
        </Typography>
      )}
      <Typography variant="body2">
        AWS starts the workflow by its schedule again
        {schedule && `: ${scheduleWords(schedule)}`}. What it has missed is not
        caught up.
      </Typography>
    </ScheduleDialog>
  );
}
