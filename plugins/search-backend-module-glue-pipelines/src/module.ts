import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { GluePipelinesCollatorFactory } from './GluePipelinesCollatorFactory';

const SCHEDULE_KEY = 'search.collators.gluePipelines.schedule';
const SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  // The back end that is asked has to be up.
  initialDelay: { seconds: 10 },
};

/**
 * Adds Glue pipelines to what Backstage's search finds.
 *
 * @public
 */
export const searchModuleGluePipelines = createBackendModule({
  pluginId: 'search',
  moduleId: 'glue-pipelines-collator',
  register({ registerInit }) {
    registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        index: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, index, scheduler }) {
        const schedule = config.getOptionalConfig(SCHEDULE_KEY);
        index.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            schedule
              ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
              : SCHEDULE,
          ),
          factory: new GluePipelinesCollatorFactory({ auth, discovery }),
        });
      },
    });
  },
});
