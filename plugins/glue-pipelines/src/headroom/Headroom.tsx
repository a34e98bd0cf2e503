import { useApi } from '@backstage/frontend-plugin-api';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { useLiveResource } from '../live/useLiveResource';
import { Facts } from '../nodes/Facts';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';
import { atOnceWords, fullJobs, loadWords } from './headroomWords';

/** Milliseconds from one look to the next. */
const INTERVAL_MS = 15_000;

/** How much more can run at once, where a run is started; nothing while that is not known. */
export function Headroom(props: { workflow: WorkflowOfEntity }) {
  const { entityRef, workflowArn } = props.workflow;
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const { data } = useLiveResource(
    `${entityRef} ${workflowArn}`,
    signal => api.getHeadroom({ entityRef, workflowArn }, { signal }),
    () => INTERVAL_MS,
  );
  if (!data) {
    return null;
  }
  const { runs, jobs, location } = data;
  const full = fullJobs(data);
  return (
    <>
      {full.length > 0 && (
        <Notice kind="warning">
          {t('headroom.full', { count: full.length, names: full.join(', ') })}
        </Notice>
      )}
      <section aria-label={t('headroom.title')}>
        <Facts
          facts={[
            [t('headroom.runs'), atOnceWords(t, runs)],
            ...jobs
              .filter(({ most }) => most !== undefined)
              .map(({ name, ...job }): [string, string] => [
                name,
                atOnceWords(t, job),
              ]),
            [
              t('headroom.account', {
                account: `${location.accountId} · ${location.region}`,
              }),
              loadWords(t, location),
            ],
          ]}
        />
      </section>
    </>
  );
}
