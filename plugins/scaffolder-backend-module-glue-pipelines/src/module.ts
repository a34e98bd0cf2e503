import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createGeneratePipelineAction } from './actions/generatePipeline';
import { createGenerateWarehouseAction } from './actions/generateWarehouse';
import { createPublishLocalAction } from './actions/publishLocal';
import { TemplateProcessor } from './template/TemplateProcessor';

/**
 * Adds the actions `glue-pipelines:generate`,
 * `glue-pipelines:generate:warehouse` and `glue-pipelines:publish:local` to the
 * scaffolder.
 */
export const actionsModule = createBackendModule({
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
          createGenerateWarehouseAction(services),
          createPublishLocalAction(services),
        );
      },
    });
  },
});

/** Lets the form offer only where the portal can publish. */
export const templateModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'glue-pipelines-template',
  register({ registerInit }) {
    registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        catalog.addProcessor(new TemplateProcessor(config));
      },
    });
  },
});

/** The actions for the scaffolder, and what the catalog does with their template. */
export const scaffolderModuleGluePipelines = createBackendFeatureLoader({
  loader: () => [actionsModule, templateModule],
});
