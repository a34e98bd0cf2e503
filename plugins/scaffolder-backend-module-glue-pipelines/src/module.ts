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
import { findAssets } from './repository/assets';
import { TemplateEntityProvider } from './template/TemplateEntityProvider';
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

/**
 * Registers the templates, unless `gluePipelines.templates.enabled` is false,
 * and lets their forms offer only where the portal can publish.
 */
export const templateModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'glue-pipelines-template',
  register({ registerInit }) {
    registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ catalog, config, lifecycle, logger }) {
        catalog.addProcessor(new TemplateProcessor(config));
        const templates = config.getOptionalConfig('gluePipelines.templates');
        if (templates?.getOptionalBoolean('enabled') === false) {
          return;
        }
        const provider = new TemplateEntityProvider({
          files: findAssets().templateFiles,
          owner: templates?.getOptionalString('owner'),
          logger,
        });
        catalog.addEntityProvider(provider);
        lifecycle.addShutdownHook(() => provider.close());
      },
    });
  },
});

/** The actions for the scaffolder, and their templates for the catalog. */
export const scaffolderModuleGluePipelines = createBackendFeatureLoader({
  loader: () => [actionsModule, templateModule],
});
