import { useApi } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { OnDemandSection } from '../data/OnDemandSection';
import { useTexts } from '../translation/ref';
import { Calendar } from './Calendar';
import { landingsOf, landingWords } from './calendarWeeks';
import { LandingChart } from './LandingChart';

/** A quarter, in whole weeks. */
const DAYS = 91;

/** The last months day by day: how the runs went, and when the results were ready. */
export function DaysSection(props: {
  workflow: WorkflowOfEntity;
  onSelect: (runId: string) => void;
}) {
  const { workflow, onSelect } = props;
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  return (
    <OnDemandSection
      title={t('calendar.title')}
      hint={t('calendar.hint')}
      ask={async signal => {
        const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
        const days = await api.getDays(
          { ...workflow, days: DAYS, timeZone },
          { signal },
        );
        return { days, readAt: days.servedAt ?? new Date().toISOString() };
      }}
    >
      {({ days }) => (
        <>
          <Calendar days={days} onSelect={onSelect} />
          <Typography variant="body2">
            {landingWords(t, landingsOf(days)) ?? t('calendar.none')}{' '}
            {t('calendar.zone', { zone: days.timeZone })}
          </Typography>
          {landingsOf(days).length > 0 && <LandingChart days={days} />}
        </>
      )}
    </OnDemandSection>
  );
}
