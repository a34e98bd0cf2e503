import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { glueEntityContent } from './extensions/glueEntityContent';
import { glueOverviewCard } from './extensions/glueOverviewCard';
import { gluePipelinesApi } from './extensions/gluePipelinesApi';
import { entityContentRouteRef } from './routes';

/**
 * AWS Glue workflows on the pages of the entities that name them.
 * @public
 */
export const gluePipelinesPlugin = createFrontendPlugin({
  pluginId: 'glue-pipelines',
  title: 'Glue Pipelines',
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: entityContentRouteRef },
  extensions: [gluePipelinesApi, glueEntityContent, glueOverviewCard],
});
