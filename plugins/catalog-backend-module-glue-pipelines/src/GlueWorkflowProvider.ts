import {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { GlueReader } from './aws/GlueReader';
import { GlueReadError } from './aws/GlueReadError';
import { DiscoveryConfig, Place } from './config';
import { DiscoveredWorkflows } from './database/DiscoveredWorkflows';
import { discover } from './discovery/discover';
import { LOCATION_TYPE } from './entities/envelope';
import { readHandWritten } from './entities/readHandWritten';
import { toEntities } from './entities/toEntities';

/**
 * Provides the Glue workflows of one account in one region. Each place has a
 * provider of its own: one that fails or hangs keeps nothing from the others,
 * and what it gave before stays.
 */
export class GlueWorkflowProvider implements EntityProvider {
  private connection?: EntityProviderConnection;

  constructor(
    private readonly place: Place,
    private readonly options: {
      config: Omit<DiscoveryConfig, 'places' | 'schedule'>;
      auth: AuthService;
      catalog: CatalogService;
      credentials: AwsCredentialsManager;
      discovered: DiscoveredWorkflows;
      logger: LoggerService;
      taskRunner: SchedulerServiceTaskRunner;
      now?: () => Date;
    },
  ) {}

  getProviderName(): string {
    return `${LOCATION_TYPE}:${this.place.accountId}:${this.place.region}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
    await this.options.taskRunner.run({
      id: this.getProviderName(),
      fn: signal => this.refresh(signal),
    });
  }

  /** One round. What goes wrong is logged, and leaves the catalog as it is. */
  async refresh(signal: AbortSignal): Promise<void> {
    const { logger } = this.options;
    const { accountId, region } = this.place;
    try {
      const { workflows, components } = await this.discoverAndEmit(signal);
      logger.info(
        `Discovered ${workflows} Glue workflows in account ${accountId}, region ${region}: ${components} without an entity of their own`,
      );
    } catch (error) {
      const reason =
        error instanceof GlueReadError
          ? error.message
          : `account ${accountId}, region ${region}: ${error}`;
      logger.error(
        `Glue workflows are not discovered, and those discovered before stay in the catalog: ${reason}`,
      );
    }
  }

  private async discoverAndEmit(signal: AbortSignal) {
    const { config, discovered, logger, now = () => new Date() } = this.options;
    const before = await discovered.of(this.place);
    const seen = await GlueReader.using(
      {
        credentials: this.options.credentials,
        place: this.place,
        endpoint: config.endpoint,
        signal,
      },
      glue =>
        discover(glue, {
          place: this.place,
          filters: config.filters,
          logger,
          before,
        }),
    );
    await discovered.save(this.place, seen, {
      now: now(),
      gracePeriodMs: config.gracePeriodMs,
    });
    const workflows = [...(await discovered.of(this.place)).values()];
    const handWritten = await readHandWritten(this.options, workflows);
    const entities = toEntities(this.place, workflows, {
      ...config,
      handWritten,
    });
    await this.connection?.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({
        entity,
        locationKey: this.getProviderName(),
      })),
    });
    return {
      workflows: workflows.length,
      components: entities.filter(({ kind }) => kind === 'Component').length,
    };
  }
}
