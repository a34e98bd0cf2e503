import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { readDiscoveryConfig } from './config';
import { DiscoveredWorkflows } from './database/DiscoveredWorkflows';
import { GlueWorkflowProvider } from './GlueWorkflowProvider';

/**
 * Adds Glue workflows to the catalog, where app-config has `catalog.providers.gluePipelines`.
 *
 * @public
 */
export const catalogModuleGluePipelines = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'glue-pipelines-discovery',
  register({ registerInit }) {
    registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init({ database, processing, rootConfig, scheduler, ...services }) {
        const config = readDiscoveryConfig(rootConfig);
        if (!config) {
          return;
        }
        const discovered = await DiscoveredWorkflows.open(database);
        const credentials = DefaultAwsCredentialsManager.fromConfig(rootConfig);
        for (const place of config.places) {
          processing.addEntityProvider(
            new GlueWorkflowProvider(place, {
              ...services,
              config,
              credentials,
              discovered,
              taskRunner: scheduler.createScheduledTaskRunner(config.schedule),
            }),
          );
        }
      },
    });
  },
});
