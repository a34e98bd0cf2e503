import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  WorkflowDetail,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { BackfillButton } from '../backfill/BackfillButton';
import { BackfillPanel } from '../backfill/BackfillPanel';
import { shownBackfill, useBackfills } from '../backfill/useBackfills';
import { BadgeButton } from '../badge/BadgeButton';
import { RunChanges } from '../changes/RunChanges';
import { RunComparison } from '../compare/RunComparison';
import { DataPanel } from '../data/DataPanel';
import { WhatHappened } from '../failure/WhatHappened';
import { RunGrid } from '../grid/RunGrid';
import { LineagePanel } from '../lineage/LineagePanel';
import { useWorkflowRuns } from '../live/useWorkflowRuns';
import { LogButton } from '../logs/LogButton';
import { OpenLog } from '../logs/OpenLog';
import { QualityPanel } from '../quality/QualityPanel';
import { RemovePipelineButton } from '../remove/RemovePipelineButton';
import { ResumeRunButton } from '../resume/ResumeRunButton';
import { RepairChain } from '../runs/RepairChain';
import { ScheduleButton } from '../schedule/ScheduleButton';
import { StartNotices } from '../schedule/StartNotices';
import { WhyNotStarted } from '../schedule/WhyNotStarted';
import { RunAgainButton } from '../start/RunAgainButton';
import { StartRunButton } from '../start/StartRunButton';
import { StartRunDialog } from '../start/StartRunDialog';
import { isActive, isFailure } from '../status/statuses';
import { StopRunButton } from '../stop/StopRunButton';
import { Trouble } from '../status/Trouble';
import { Unseen } from '../status/Unseen';
import { useTexts } from '../translation/ref';
import { nodeKey } from '../url/urlState';
import { useUrlState } from '../url/useUrlState';
import { AddedPanels } from './AddedPanels';
import { CollectionNotice } from './CollectionNotice';
import { JobMore } from './JobMore';
import { LastRuns } from './LastRuns';
import { NeverRun } from './NeverRun';
import { Panel } from './Panel';
import { RunView } from './RunView';
import { isUnknown, UnknownRun } from './UnknownRun';
import { useAnnouncement } from './useAnnouncement';
import { WorkflowHeader } from './WorkflowHeader';

const useStyles = makeStyles(
  theme => ({
    view: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      minWidth: 0,
      '& [class*="MuiButton-root"]': { textTransform: 'none' },
    },
  }),
  { name: 'GluePipelinesWorkflowView' },
);

/** One workflow: what it is, its last runs, and one of them in detail. */
export function WorkflowView(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  intervalMs: number;
  refreshWorkflow: () => void;
}) {
  const { entityRef, workflow, intervalMs, refreshWorkflow } = props;
  const classes = useStyles();
  const t = useTexts();
  const [url, changeUrl] = useUrlState();
  const { runs, shown, run, runId, refresh } = useWorkflowRuns({
    entityRef,
    workflow,
    chosenRunId: url.run,
    version: url.version,
    intervalMs,
  });
  const [startedId, setStartedId] = useState<string>();
  // Kept here, since the button changes its place when the first run comes.
  const [starting, setStarting] = useState(false);
  const change = useAnnouncement(run.isPrevious ? undefined : run.data);
  const activeRuns = (runs.data ?? []).filter(({ health }) => isActive(health));
  const neverRan =
    workflow.health === 'never-run' && runs.data?.length === 0 && !url.run;

  const unknownRun = isUnknown(run.error) ? url.run : undefined;

  const follow = (started: string) => {
    setStartedId(started);
    // Without a chosen run the page follows the newest, which this will be.
    changeUrl({ run: undefined, node: undefined });
    refreshWorkflow();
    refresh();
  };
  const ofRun = {
    workflow: { entityRef, workflowArn: workflow.arn },
    workflowName: workflow.name,
  };
  const backfills = useBackfills(ofRun.workflow);
  const backfill = shownBackfill(backfills.data, Date.now());
  const logOf = (node: WorkflowNode) => (
    <LogButton
      key={node.id}
      workflow={ofRun.workflow}
      runId={run.data?.id ?? ''}
      node={node}
    />
  );
  const start = (
    <StartRunButton
      entityRef={entityRef}
      workflow={workflow}
      activeRuns={activeRuns}
      onClick={() => setStarting(true)}
    />
  );

  return (
    <div className={classes.view}>
      <Panel>
        <WorkflowHeader
          workflow={workflow}
          action={!neverRan && start}
          scheduleAction={
            <>
              <ScheduleButton
                entityRef={entityRef}
                workflow={workflow}
                onChanged={refreshWorkflow}
              />
              <BackfillButton
                entityRef={entityRef}
                workflow={workflow}
                onBegun={backfills.refresh}
              />
            </>
          }
        />
        <WhyNotStarted workflow={workflow} active={activeRuns.length} />
      </Panel>
      <CollectionNotice workflow={workflow} />
      <StartNotices workflow={workflow} runs={runs.data} />
      {neverRan ? (
        <Panel>
          <NeverRun action={start} />
        </Panel>
      ) : (
        <LastRuns
          workflow={ofRun.workflow}
          runs={runs.data ?? []}
          shown={shown}
          run={run.data}
          runId={runId}
        />
      )}
      {backfill && (
        <BackfillPanel
          key={backfill.id}
          workflow={ofRun.workflow}
          backfill={backfill}
          onStopped={backfills.refresh}
          onSelectRun={chosen => changeUrl({ run: chosen })}
        />
      )}
      <Panel>
        {unknownRun ? (
          <UnknownRun
            runId={unknownRun}
            onNewest={() => changeUrl({ run: undefined, node: undefined })}
          />
        ) : (
          <Trouble error={run.error} isStale={Boolean(run.data)} isPart />
        )}
        {run.data && !run.isPrevious && (
          <OpenLog workflow={ofRun.workflow} run={run.data} />
        )}
        {run.data && (
          <RunView
            workflowName={workflow.name}
            graph={run.data.graph}
            run={run.data}
            isPrevious={run.isPrevious}
            usual={workflow}
            propertiesWithheld={workflow.propertiesWithheld}
            explanation={onOpen =>
              run.data && (
                <>
                  <RepairChain
                    run={run.data}
                    runs={runs.data ?? []}
                    onSelect={chosen => changeUrl({ run: chosen })}
                  />
                  <WhatHappened
                    workflow={ofRun.workflow}
                    workflowName={workflow.name}
                    run={run.data}
                    runs={runs.data ?? []}
                    onOpen={onOpen}
                    logsWithheld={Boolean(workflow.propertiesWithheld)}
                    logAction={logOf}
                  />
                  {isFailure(run.data.health) && (
                    <RunChanges workflow={ofRun.workflow} runId={run.data.id} />
                  )}
                </>
              )
            }
            nodeAction={logOf}
            nodeMore={node =>
              node.type === 'JOB' && (
                <JobMore
                  key={node.name}
                  workflow={ofRun.workflow}
                  runId={run.data?.id}
                  node={node}
                  insightsWithheld={Boolean(workflow.propertiesWithheld)}
                />
              )
            }
            grid={
              <RunGrid
                entityRef={entityRef}
                workflow={workflow}
                intervalMs={intervalMs}
                selectedRunId={runId}
                isSelected={node => nodeKey(node) === url.node}
                onOpen={({ runId: chosen, node }) =>
                  changeUrl({ run: chosen, node: nodeKey(node) })
                }
              />
            }
            comparison={onOpen =>
              run.data && (
                <RunComparison
                  workflow={ofRun.workflow}
                  workflowName={workflow.name}
                  run={run.data}
                  others={runs.data ?? []}
                  withRunId={url.with}
                  onChoose={other => changeUrl({ with: other })}
                  onOpen={onOpen}
                />
              )
            }
            runAction={
              <>
                <StopRunButton
                  {...ofRun}
                  run={run.data}
                  onStopped={() => {
                    refreshWorkflow();
                    refresh();
                  }}
                />
                <ResumeRunButton {...ofRun} run={run.data} onResumed={follow} />
                <RunAgainButton
                  entityRef={entityRef}
                  workflow={workflow}
                  activeRuns={activeRuns}
                  run={run.data}
                  onStarted={follow}
                />
              </>
            }
          />
        )}
        {!run.data && neverRan && (
          <RunView
            workflowName={workflow.name}
            graph={workflow.graph}
            isPrevious={false}
          />
        )}
        {!run.data && !run.error && !neverRan && (
          <Skeleton
            variant="rect"
            height={260}
            role="progressbar"
            aria-label={t('workflow.runs.loadingOne')}
          />
        )}
      </Panel>
      {run.data?.quality && !run.isPrevious && (
        <QualityPanel quality={run.data.quality} />
      )}
      {!workflow.missing && (
        <DataPanel workflow={ofRun.workflow} runs={runs.data ?? []} />
      )}
      <LineagePanel entityRef={entityRef} />
      <AddedPanels
        entityRef={entityRef}
        workflow={workflow}
        run={run.isPrevious ? undefined : run.data}
      />
      <div>
        <BadgeButton entityRef={entityRef} workflow={workflow} />
        <RemovePipelineButton workflow={workflow} />
      </div>
      {starting && (
        <StartRunDialog
          entityRef={entityRef}
          workflow={workflow}
          activeRuns={activeRuns}
          runs={runs.data}
          onClose={() => setStarting(false)}
          onStarted={started => {
            setStarting(false);
            follow(started);
          }}
        />
      )}
      <Unseen role="status">
        {change ||
          (startedId && t('workflow.started', { workflow: workflow.name }))}
      </Unseen>
    </div>
  );
}
