import type { JsonObject } from '@backstage/types';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { PipelinePlan } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { errorText } from '../api/errorText';
import { WorkflowGraphView } from '../graph/WorkflowGraphView';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';
import { Panel } from '../workflow/Panel';
import { PlannedCost } from './PlannedCost';
import { PlannedRoles } from './PlannedRoles';
import { usePlan } from './usePlan';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      minWidth: 0,
    },
    list: {
      margin: 0,
      paddingLeft: theme.spacing(3),
      overflowWrap: 'anywhere',
      fontSize: theme.typography.pxToRem(14),
    },
    files: {
      fontSize: theme.typography.pxToRem(14),
      '& summary': { cursor: 'pointer' },
    },
  }),
  { name: 'GluePipelinesPlanReview' },
);

function PlannedGraph({ name = '', graph }: PipelinePlan) {
  const [showTriggers, setShowTriggers] = useState(false);
  const [selectedId, setSelectedId] = useState<string>();
  return graph ? (
    <WorkflowGraphView
      graph={graph}
      workflowName={name}
      selectedId={selectedId}
      showTriggers={showTriggers}
      onShowTriggers={setShowTriggers}
      onOpen={id => setSelectedId(id === selectedId ? undefined : id)}
    />
  ) : null;
}

function Plan({ plan }: { plan: PipelinePlan }) {
  const classes = useStyles();
  const t = useTexts();
  const { engine, steps = [], files = [], roles, cost, warnings = [] } = plan;
  return (
    <>
      {warnings.length > 0 && (
        <Panel title={t('plan.warnings')}>
          {warnings.map(warning => (
            <Notice key={warning} kind="warning">
              {warning}
            </Notice>
          ))}
        </Panel>
      )}
      <Panel title={t('plan.workflow')}>
        <PlannedGraph {...plan} />
      </Panel>
      <Panel title={t('plan.steps')}>
        {steps.length > 0 ? (
          <ol className={classes.list}>
            {steps.map((step, index) => (
              // eslint-disable-next-line react/no-array-index-key -- two steps may read the same
              <li key={index}>{step}</li>
            ))}
          </ol>
        ) : (
          <Typography variant="body2">{t('plan.noSteps')}</Typography>
        )}
      </Panel>
      <Panel title={t('plan.engine')}>
        <Typography variant="body2">{engine}</Typography>
      </Panel>
      {cost && (
        <Panel title={t('plan.cost')}>
          <PlannedCost cost={cost} />
        </Panel>
      )}
      {roles && (
        <Panel title={t('plan.roles')}>
          <PlannedRoles roles={roles} />
        </Panel>
      )}
      <Panel>
        <details className={classes.files}>
          <summary>{t('plan.files', { count: files.length })}</summary>
          <ul className={classes.list}>
            {files.map(file => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </details>
      </Panel>
    </>
  );
}

/** What becomes of a form, for who is about to have it made. */
export function PlanReview({ form }: { form: JsonObject }) {
  const classes = useStyles();
  const t = useTexts();
  const { plan, error } = usePlan(form);
  const problems = plan?.problems ?? [];
  return (
    <div className={classes.root} aria-busy={!plan && error === undefined}>
      {!plan && error === undefined && (
        <div role="status">
          <Typography variant="body2">{t('plan.loading')}</Typography>
          <LinearProgress aria-hidden />
        </div>
      )}
      {error !== undefined && (
        <Notice kind="error" role="alert">
          {t('plan.refused', { reason: errorText(error) })}
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice kind="error" role="alert">
          {t('plan.wrong')}
          <ul className={classes.list}>
            {problems.map(({ field, message }) => (
              <li key={field + message}>
                {field}: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {plan && problems.length === 0 && <Plan plan={plan} />}
    </div>
  );
}
