import { useApi } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { useTexts } from '../translation/ref';
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
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  return (
    <ScheduleDialog
      title={t('schedule.resume.title', { workflow: workflow.name })}
      verb={t('schedule.resume.open')}
      busyVerb={t('schedule.resume.underWay')}
      refused={reason => t('schedule.resume.refused', { reason })}
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
        {schedule
          ? t('schedule.resume.consequenceOf', {
              schedule: scheduleWords(t, schedule),
            })
          : t('schedule.resume.consequence')}
      </Typography>
    </ScheduleDialog>
  );
}
