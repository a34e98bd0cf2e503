import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  GLUE_PIPELINES_SIGNAL_CHANNEL,
  gluePipelinesPermissions,
  GluePipelinesSignal,
} from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesCausesExtensionPoint } from '@glue-pipelines/backstage-plugin-node';
import { registerActions } from './actions';
import { AwsCalls } from './aws/AwsCalls';
import { AwsClients } from './aws/AwsClients';
import { SdkCatalogApi } from './aws/SdkCatalogApi';
import { SdkGlueApi } from './aws/SdkGlueApi';
import { SdkLogsApi } from './aws/SdkLogsApi';
import { SdkWarehouseApi } from './aws/SdkWarehouseApi';
import { Backfills } from './backfills/Backfills';
import { BackfillStore } from './backfills/BackfillStore';
import { BadgeLinks } from './badges/BadgeLinks';
import { Badges } from './badges/Badges';
import { AddedCauses } from './causes/AddedCauses';
import { explainedChange } from './causes/explained';
import { publishRunEvents } from './changes/publishRunEvents';
import { RunChanges } from './changes/RunChanges';
import { AwsEventListener } from './collector/AwsEventListener';
import { Collector } from './collector/Collector';
import { scheduleCollection } from './collector/scheduleCollection';
import { readGluePipelinesConfig } from './config';
import { CollectionStates } from './database/CollectionStates';
import { KnexCollectionQueue } from './database/KnexCollectionQueue';
import { KnexRetention } from './database/KnexRetention';
import { KnexRunConfigurations } from './database/KnexRunConfigurations';
import { KnexRunStore } from './database/KnexRunStore';
import { KnexWorkflowNodes } from './database/KnexWorkflowNodes';
import { KnexWorkflowTags } from './database/KnexWorkflowTags';
import { SchedulePauses } from './database/SchedulePauses';
import { StartIntents } from './database/StartIntents';
import { openDatabase } from './database/migrate';
import { WindowRuns } from './database/WindowRuns';
import { WorkflowSummaries } from './database/WorkflowSummaries';
import { CallCounts } from './health/CallCounts';
import { CollectorHealth } from './health/CollectorHealth';
import { CollectorMetrics } from './health/CollectorMetrics';
import { AttemptLogs } from './logs/AttemptLogs';
import { startNotifications } from './notifications/startNotifications';
import { CatalogTables } from './service/catalog/CatalogTables';
import { EntityWorkflows } from './service/EntityWorkflows';
import { FleetEntities } from './service/fleet/FleetEntities';
import { FleetRuns } from './service/fleet/FleetRuns';
import { FleetService } from './service/fleet/FleetService';
import { Headroom } from './service/headroom/Headroom';
import { Hygiene } from './service/hygiene/Hygiene';
import { Lineage } from './service/lineage/Lineage';
import { LogReads } from './service/LogReads';
import { OldRunGraphs } from './service/OldRunGraphs';
import { Bookmarks } from './service/Bookmarks';
import { createRouter } from './service/router';
import { BADGES_PATH } from './service/routes/badgeRoutes';
import { RunControl } from './service/RunControl';
import { RunStarts } from './service/RunStarts';
import { RunWrites } from './service/RunWrites';
import { Schedules } from './service/Schedules';
import { StoredRuns } from './service/StoredRuns';
import { UnnamedWorkflows } from './service/unnamed/UnnamedWorkflows';
import { Warehouses } from './service/Warehouses';
import { WorkflowOwners } from './service/WorkflowOwners';
import { WorkflowService } from './service/WorkflowService';

/**
 * Collects Glue workflows and runs into the plugin's database and serves them
 * to the pages.
 *
 * @public
 */
export const gluePipelinesPlugin = createBackendPlugin({
  pluginId: 'glue-pipelines',
  register(env) {
    const causes = new AddedCauses();
    env.registerExtensionPoint(gluePipelinesCausesExtensionPoint, causes);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { catalog, logger, permissions, signals } = deps;
        const config = readGluePipelinesConfig(deps.config);
        const knex = await openDatabase(deps.database);
        const changes = new RunChanges(logger);
        const store = new KnexRunStore(knex, change =>
          changes.publish(explainedChange(change, causes.rules)),
        );
        const queue = new KnexCollectionQueue(knex);
        const configurations = new KnexRunConfigurations(knex);
        const clients = new AwsClients({
          credentials: DefaultAwsCredentialsManager.fromConfig(deps.config),
          endpoint: config.endpoint,
        });
        const states = new CollectionStates(knex);
        const metrics = new CollectorMetrics(deps.metrics, states);
        const counts = new CallCounts();
        const calls = new AwsCalls(clients, call => {
          counts.observe(call);
          metrics.observe(call);
        });
        const glue = new SdkGlueApi(calls);
        const collector = new Collector({
          glue,
          store,
          queue,
          configurations,
          logger,
          config: config.collector,
          // Everybody hears it, even without a token: it names a workflow by a
          // key that means something only to who may read it.
          publish: async message => {
            try {
              await signals.publish<GluePipelinesSignal>({
                recipients: { type: 'broadcast' },
                channel: GLUE_PIPELINES_SIGNAL_CHANNEL,
                message,
              });
            } catch (error) {
              logger.warn(`Pages are not told of a change: ${error}`);
            }
          },
        });

        const owners = new WorkflowOwners(
          { glue, tags: new KnexWorkflowTags(knex), logger },
          config.requireEntityTag,
        );
        changes.subscribe(publishRunEvents({ events: deps.events, owners }));
        const starts = new RunStarts({
          glue,
          store,
          intents: new StartIntents(knex, config.startsPerMinute),
          logger,
        });

        deps.permissionsRegistry.addPermissions(gluePipelinesPermissions);
        const entities = new EntityWorkflows({ catalog, permissions });
        const pauses = new SchedulePauses(knex);
        const runs = new StoredRuns({
          store,
          queue,
          collector,
          graphs: new OldRunGraphs({ collector, logger }),
        });
        const service = new WorkflowService({
          store,
          runs,
          configurations,
          owners,
          pauses,
          price: config.cost,
          summaries: new WorkflowSummaries(knex),
          causes: causes.rules,
        });
        const fleet = new FleetService({
          entities: new FleetEntities({ catalog, permissions }),
          owners,
          summaries: new WorkflowSummaries(knex),
          store,
          price: config.cost,
        });
        const bookmarks = new Bookmarks({
          glue,
          store,
          configurations,
          collector,
          owners,
        });
        const badges = new Badges({
          enabled: config.badges,
          links: new BadgeLinks(knex),
          catalog,
          auth: deps.auth,
          discovery: deps.discovery,
          owners,
          summaries: new WorkflowSummaries(knex),
          price: config.cost,
        });
        const control = new RunControl({
          glue,
          store,
          runs,
          queue,
          collector,
          owners,
          starts,
          logger,
        });
        const backfills = new Backfills({
          store: new BackfillStore(knex),
          runs: store,
          control,
          owners,
          logger,
        });
        changes.subscribe(backfills.onChange);
        const writes = new RunWrites({
          auditor: deps.auditor,
          entities,
          userInfo: deps.userInfo,
          runs: control,
          backfills,
          badges,
          bookmarks,
          schedules: new Schedules({ glue, store, collector, owners, pauses }),
        });
        const logReads = new LogReads({
          auditor: deps.auditor,
          entities,
          owners,
          service,
          logs: new AttemptLogs({
            glue,
            logs: new SdkLogsApi(calls),
            logger,
            causes: causes.rules,
          }),
        });
        const health = new CollectorHealth({ permissions, states, counts });
        deps.httpRouter.use(
          createRouter({
            auditor: deps.auditor,
            httpAuth: deps.httpAuth,
            entities,
            service,
            fleet,
            fleetRuns: new FleetRuns({ fleet, runs: new WindowRuns(knex) }),
            userInfo: deps.userInfo,
            hygiene: new Hygiene({ fleet, owners, configurations }),
            headroom: new Headroom({
              knex,
              store,
              configurations,
              fleet,
              owners,
            }),
            health,
            unnamed: new UnnamedWorkflows({ glue, states, health, logger }),
            writes,
            backfills,
            lineage: new Lineage({ catalog, fleet }),
            logReads,
            badges,
            bookmarks,
            warehouses: new Warehouses({
              warehouse: new SdkWarehouseApi(calls, { logger }),
              owners,
              logger,
            }),
            tables: new CatalogTables({
              catalog: new SdkCatalogApi(calls),
              store,
              owners,
              logger,
            }),
            logger,
          }),
        );
        if (config.badges) {
          deps.httpRouter.addAuthPolicy({
            path: BADGES_PATH,
            allow: 'unauthenticated',
          });
        }
        registerActions({
          registry: deps.actionsRegistry,
          auth: deps.auth,
          entities,
          service,
          fleet,
          writes,
          logReads,
          causes: causes.rules,
        });
        await scheduleCollection({
          scheduler: deps.scheduler,
          catalog,
          auth: deps.auth,
          logger,
          queue,
          collector,
          idleMs: config.collector.idleMs,
        });
        const awsEvents = new AwsEventListener({
          nodes: new KnexWorkflowNodes(knex),
          queue,
          collector,
          logger,
          topic: config.eventsTopic,
        });
        await awsEvents.subscribe(deps.events);
        const retention = new KnexRetention(knex);
        await deps.scheduler.scheduleTask({
          id: 'forget-old-runs',
          scope: 'global',
          frequency: { hours: 1 },
          timeout: { minutes: 30 },
          fn: signal => retention.prune(config.collector, signal),
        });
        await deps.scheduler.scheduleTask({
          id: 'read-workflow-tags',
          scope: 'global',
          frequency: { milliseconds: config.collector.idleMs },
          timeout: { minutes: 5 },
          fn: () => owners.readDue(),
        });
        await deps.scheduler.scheduleTask({
          id: 'settle-lost-starts',
          scope: 'global',
          frequency: { minutes: 1 },
          timeout: { minutes: 5 },
          fn: () => starts.settleLost(),
        });
        await deps.scheduler.scheduleTask({
          id: 'go-on-with-backfills',
          scope: 'global',
          frequency: { seconds: 15 },
          timeout: { minutes: 5 },
          fn: () => backfills.advance(),
        });
        const notices = await startNotifications({
          knex,
          changes,
          owners,
          catalog,
          auth: deps.auth,
          scheduler: deps.scheduler,
          notifications: deps.notifications,
          logger,
          config: config.notifications,
          price: config.cost,
          idleMs: config.collector.idleMs,
        });
        deps.lifecycle.addShutdownHook(async () => {
          metrics.close();
          await awsEvents.close();
          await collector.close();
          await changes.close();
          await notices.close();
          await clients.close();
        });
      },
    });
  },
});
