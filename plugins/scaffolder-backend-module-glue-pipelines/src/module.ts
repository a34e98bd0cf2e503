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
import { FormBeginnings } from './begin/FormBeginnings';
import { explaining } from './actions/explained';
import { createPublishLocalAction } from './actions/publishLocal';
import { findAssets } from './repository/assets';
import { TemplateEntityProvider } from './template/TemplateEntityProvider';
import { FormCheck } from './form/FormCheck';
import { FormStepsReader } from './form/FormStepsReader';
import { formRouter } from './form/formRouter';
import { SourceBrowser } from './form/SourceBrowser';
import { SourceInspections } from './form/SourceInspections';
import { PlanMaker } from './plan/PlanMaker';
import { TemplateProcessor } from './template/TemplateProcessor';

/**
 * Adds the actions `glue-pipelines:generate`,
 * `glue-pipelines:generate:warehouse` and `glue-pipelines:publish:local` to the
 * scaffolder, and the routes that the pages of the form ask.
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
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        permissions: coreServices.permissions,
        urlReader: coreServices.urlReader,
      },
      async init({ actions, http, httpAuth, permissions, ...services }) {
        actions.addActions(
          explaining(createGeneratePipelineAction(services)),
          explaining(createGenerateWarehouseAction(services)),
          explaining(createPublishLocalAction(services)),
        );
        const inspections = new SourceInspections();
        const sources = new SourceBrowser(services.config, inspections);
        http.use(
          formRouter({
            config: services.config,
            httpAuth,
            permissions,
            check: new FormCheck(services, inspections),
            sources,
            steps: new FormStepsReader(inspections, sources),
            beginnings: new FormBeginnings(services),
            plans: new PlanMaker(services.config),
          }),
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

/**
 * The actions for the scaffolder, and their templates for the catalog.
 *
 * @public
 */
export const scaffolderModuleGluePipelines = createBackendFeatureLoader({
  loader: () => [actionsModule, templateModule],
});
