import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createGeneratePipelineAction } from './actions/generatePipeline';
import { createPublishLocalAction } from './actions/publishLocal';

/**
 * Adds the actions `glue-pipelines:generate` and
 * `glue-pipelines:publish:local` to the scaffolder.
 */
export const scaffolderModuleGluePipelines = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'glue-pipelines',
  register({ registerInit }) {
    registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
      },
      async init({ actions, ...services }) {
        actions.addActions(
          createGeneratePipelineAction(services),
          createPublishLocalAction(services),
        );
      },
    });
  },
});
