import Typography from '@material-ui/core/Typography';
import { scheduleProblem } from '@glue-pipelines/pipeline/cron';
import { PlainTable } from '../data/PlainTable';
import { scheduleWords } from '../schedule/scheduleWords';
import { Notice } from '../status/Notice';
import { absoluteTime } from '../time/instant';
import { useNow } from '../time/useNow';
import { useTexts } from '../translation/ref';
import { nextRuns } from './startWays';

const RUNS = 5;

/** Said anew each minute. */
const FRESH_MS = 60_000;

/** A schedule in words with its next runs, or what is wrong with it. */
export function NextRuns({ cron }: { cron: string }) {
  const t = useTexts();
  const now = useNow(FRESH_MS);
  const problem = scheduleProblem(cron);
  if (problem) {
    return (
      <Notice kind="error" role="status">
        {problem}
      </Notice>
    );
  }
  const runs = nextRuns(cron, RUNS, new Date(now));
  return (
    <>
      <Typography variant="body1" role="status">
        {scheduleWords(t, cron)}
      </Typography>
      {runs.length > 0 && (
        <PlainTable
          caption={t('form.start.runs')}
          columns={[t('form.start.local'), t('form.start.utc')]}
          rows={runs.map(run => [
            absoluteTime(t, run),
            absoluteTime(t, run, 'UTC'),
          ])}
        />
      )}
      {runs.length < RUNS && (
        <Typography variant="body2">
          {t(runs.length > 0 ? 'form.start.ends' : 'form.start.never')}
        </Typography>
      )}
    </>
  );
}
