import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useEntityWorkflows } from '../live/useEntityWorkflows';
import { entityContentRouteRef } from '../routes';
import { Notice } from '../status/Notice';
import { Trouble } from '../status/Trouble';
import { useTexts } from '../translation/ref';
import { WorkflowSummary } from './WorkflowSummary';

/** The workflows of an entity at a glance. */
export function GlueOverviewCard() {
  const t = useTexts();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const tab = useRouteRef(entityContentRouteRef)?.();
  const { data, isPrevious, error, intervalMs } = useEntityWorkflows(entityRef);
  const workflows = isPrevious ? undefined : data?.items;
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={tab && <Link to={tab}>{t('card.toTab')}</Link>}
    >
      <Trouble error={error} isStale={Boolean(workflows)} />
      {workflows &&
        data?.problems?.map(problem => (
          <Notice key={problem} kind="warning">
            {problem}
          </Notice>
        ))}
      {!workflows && !error && (
        <Skeleton
          variant="rect"
          height={120}
          role="progressbar"
          aria-label={t('card.loading')}
        />
      )}
      {workflows?.length === 0 && (
        <Typography variant="body2">{t('card.none')}</Typography>
      )}
      {workflows?.map(workflow => (
        <WorkflowSummary
          key={workflow.arn}
          entityRef={entityRef}
          workflow={workflow}
          intervalMs={intervalMs}
          tab={tab}
        />
      ))}
    </EntityInfoCard>
  );
}
