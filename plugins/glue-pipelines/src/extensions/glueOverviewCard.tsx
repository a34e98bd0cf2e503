import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasGlueWorkflow } from './hasGlueWorkflow';

/** `entity-card:glue-pipelines/overview`: the entity's workflows at a glance. */
export const glueOverviewCard = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    type: 'info',
    filter: hasGlueWorkflow,
    loader: () =>
      import('../card/GlueOverviewCard').then(({ GlueOverviewCard }) => (
        <GlueOverviewCard />
      )),
  },
});
