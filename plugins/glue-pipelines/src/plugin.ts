import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { fleetPage } from './extensions/fleetPage';
import { glueEntityContent } from './extensions/glueEntityContent';
import { glueOverviewCard } from './extensions/glueOverviewCard';
import { gluePipelinesApi } from './extensions/gluePipelinesApi';
import { failingNowWidget, myPipelinesWidget } from './extensions/homeWidgets';
import { partField } from './extensions/partField';
import { pipelineFormApi } from './extensions/pipelineFormApi';
import { searchResult } from './extensions/searchResult';
import { entityContentRouteRef, fleetRouteRef } from './routes';

/**
 * AWS Glue workflows on the pages of the entities that name them, and all of
 * them on a page of their own.
 * @public
 */
export const gluePipelinesPlugin = createFrontendPlugin({
  pluginId: 'glue-pipelines',
  title: 'Glue Pipelines',
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: entityContentRouteRef, fleet: fleetRouteRef },
  extensions: [
    gluePipelinesApi,
    pipelineFormApi,
    partField,
    glueEntityContent,
    glueOverviewCard,
    fleetPage,
    myPipelinesWidget,
    failingNowWidget,
    searchResult,
  ],
});
