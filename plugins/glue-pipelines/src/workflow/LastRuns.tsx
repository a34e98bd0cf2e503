import Skeleton from '@material-ui/lab/Skeleton';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { DaysSection } from '../calendar/DaysSection';
import { LiveResource } from '../live/useLiveResource';
import { successWords } from '../runs/runHistory';
import { RunStrip } from '../runs/RunStrip';
import { VersionFilter } from '../runs/VersionFilter';
import { Trouble } from '../status/Trouble';
import { useTexts } from '../translation/ref';
import { useUrlState } from '../url/useUrlState';
import { Panel } from './Panel';

/** The last runs as bars, and the months behind them: from here one chooses a run. */
export function LastRuns(props: {
  workflow: WorkflowOfEntity;
  /** All of the last runs, newest first. */
  runs: readonly RunSummary[];
  /** Those that are to be shown. */
  shown: LiveResource<RunSummary[]>;
  /** The run that is chosen. */
  run?: RunSummary;
  runId?: string;
}) {
  const { workflow, runs, shown, run, runId } = props;
  const [url, changeUrl] = useUrlState();
  const { data, error } = shown;
  const t = useTexts();
  return (
    <Panel
      title={t('workflow.runs.title')}
      aside={data && successWords(t, data)}
    >
      <Trouble error={error} isStale={Boolean(data)} isPart />
      {data && (
        <RunStrip
          runs={data}
          selectedId={runId}
          onSelect={(chosen, how) => changeUrl({ run: chosen }, how)}
        />
      )}
      {!data && !error && (
        <Skeleton
          variant="rect"
          height={80}
          role="progressbar"
          aria-label={t('workflow.runs.loading')}
        />
      )}
      <VersionFilter
        version={url.version}
        run={run}
        runs={runs}
        onChange={version => changeUrl({ version })}
      />
      <DaysSection
        workflow={workflow}
        onSelect={chosen => changeUrl({ run: chosen })}
      />
    </Panel>
  );
}
