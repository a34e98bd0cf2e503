import { stringifyEntityRef } from '@backstage/catalog-model';
import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { PriceContext } from '../cost/DpuHours';
import { useEntityWorkflows } from '../live/useEntityWorkflows';
import { Notice } from '../status/Notice';
import { StatusIcon } from '../status/StatusIcon';
import { Trouble } from '../status/Trouble';
import { useTexts } from '../translation/ref';
import { findByKey, keyOf } from '../url/urlState';
import { useUrlState } from '../url/useUrlState';
import { WorkflowView } from './WorkflowView';

const useStyles = makeStyles(
  theme => ({
    notices: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      '&:not(:empty)': { marginBottom: theme.spacing(2) },
    },
    tabs: { marginBottom: theme.spacing(2) },
    tab: { textTransform: 'none', minHeight: 44 },
    label: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  }),
  { name: 'GluePipelinesGlueTab' },
);

function Loading() {
  const t = useTexts();
  return (
    <div role="progressbar" aria-label={t('workflow.loading')}>
      <Skeleton variant="text" width={260} height={40} />
      <Skeleton variant="text" width="60%" />
      <Skeleton variant="rect" height={120} style={{ marginTop: 16 }} />
      <Skeleton variant="rect" height={260} style={{ marginTop: 16 }} />
    </div>
  );
}

function Workflows(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const t = useTexts();
  const [url, changeUrl] = useUrlState();
  const { data, isPrevious, error, intervalMs, refresh } =
    useEntityWorkflows(entityRef);
  // Another entity's workflows must never be shown as this one's.
  const workflows = isPrevious ? undefined : data?.items;
  if (!workflows) {
    return error ? <ResponseErrorPanel error={error} /> : <Loading />;
  }
  if (workflows.length === 0) {
    return (
      <EmptyState
        missing="content"
        title={t('workflow.none')}
        description={t('workflow.noneNamed', {
          annotation: GLUE_WORKFLOW_ARN_ANNOTATION,
        })}
      />
    );
  }
  const names = workflows.map(({ arn, name }) => ({ id: arn, name }));
  const named = findByKey(url.workflow, names);
  const chosen = named?.id ?? workflows[0].arn;
  const workflow = workflows.find(
    ({ arn }) => arn === chosen,
  ) as WorkflowDetail;
  return (
    <div lang={t('locale')}>
      <div className={classes.notices}>
        <Trouble error={error} isStale />
        {data?.problems?.map(problem => (
          <Notice key={problem} kind="warning">
            {problem}
          </Notice>
        ))}
        {url.workflow && !named && (
          <Notice kind="warning">
            {t('workflow.unknown', {
              key: url.workflow,
              workflow: workflow.name,
            })}
          </Notice>
        )}
      </div>
      {workflows.length > 1 && (
        <Tabs
          value={chosen}
          variant="scrollable"
          scrollButtons="auto"
          indicatorColor="primary"
          aria-label={t('workflow.label')}
          className={classes.tabs}
          onChange={(_, arn: string) => {
            const next = names.find(({ id }) => id === arn);
            changeUrl({
              workflow: next && keyOf(next, names),
              run: undefined,
              node: undefined,
            });
          }}
        >
          {workflows.map(({ arn, name, region, health }) => {
            const unique = keyOf({ id: arn, name }, names) === name;
            return (
              <Tab
                key={arn}
                value={arn}
                className={classes.tab}
                label={
                  <span className={classes.label}>
                    <StatusIcon status={health} />
                    {unique ? name : `${name} (${region})`}
                  </span>
                }
              />
            );
          })}
        </Tabs>
      )}
      <PriceContext.Provider value={data?.price}>
        <WorkflowView
          key={chosen}
          entityRef={entityRef}
          workflow={workflow}
          intervalMs={intervalMs}
          refreshWorkflow={refresh}
        />
      </PriceContext.Provider>
    </div>
  );
}

/** The entity's *Glue* tab. */
export function GlueTab() {
  const { entity } = useEntity();
  if (!entity.metadata.annotations?.[GLUE_WORKFLOW_ARN_ANNOTATION]) {
    return (
      <MissingAnnotationEmptyState annotation={GLUE_WORKFLOW_ARN_ANNOTATION} />
    );
  }
  return <Workflows entityRef={stringifyEntityRef(entity)} />;
}
