import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { useLiveResource } from '../live/useLiveResource';
import { RUN_LIMIT } from '../live/useWorkflowRuns';
import { useWorkflowSignals } from '../live/useWorkflowSignals';
import { Trouble } from '../status/Trouble';
import { useTexts } from '../translation/ref';
import { GridChoice, GridTable } from './GridTable';

const useStyles = makeStyles(
  theme => ({
    pages: {
      display: 'flex',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'GluePipelinesRunGrid' },
);

/** What each job and crawler did in the last runs, and page by page in those before. */
export function RunGrid(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  intervalMs: number;
  selectedRunId?: string;
  isSelected: (node: GridChoice['node']) => boolean;
  onOpen: (choice: GridChoice) => void;
}) {
  const { entityRef, workflow, intervalMs, ...table } = props;
  const { arn: workflowArn, signalKey } = workflow;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  // Where the pages begin that were left for older ones; the last is shown.
  const [cursors, setCursors] = useState<string[]>([]);
  const cursor = cursors.at(-1);
  const { data, isPrevious, error, refresh } = useLiveResource(
    `${entityRef} ${workflowArn} ${cursor ?? ''}`,
    signal =>
      api.getGrid(
        { entityRef, workflowArn, limit: RUN_LIMIT, cursor },
        { signal },
      ),
    // Older runs have ended.
    () => (cursor ? undefined : intervalMs),
  );
  useWorkflowSignals(signal => {
    if (signal.key === signalKey && !cursor) {
      refresh();
    }
  });

  if (!data) {
    return error ? (
      <Trouble error={error} isStale={false} isPart />
    ) : (
      <Skeleton
        variant="rect"
        height={220}
        role="progressbar"
        aria-label={t('grid.loading')}
      />
    );
  }
  return (
    <div aria-busy={isPrevious}>
      <Trouble error={error} isStale isPart />
      {data.nodes.length > 0 ? (
        <GridTable grid={data} workflowName={workflow.name} {...table} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('grid.nothingKnown')}
        </Typography>
      )}
      {(cursor || data.nextCursor) && (
        <div className={classes.pages}>
          <Button
            size="small"
            disabled={!data.nextCursor || isPrevious}
            onClick={() =>
              data.nextCursor && setCursors([...cursors, data.nextCursor])
            }
          >
            {t('grid.older')}
          </Button>
          <Button
            size="small"
            disabled={!cursor || isPrevious}
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            {t('grid.newer')}
          </Button>
        </div>
      )}
    </div>
  );
}
