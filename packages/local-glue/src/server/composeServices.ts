import type { Database } from 'better-sqlite3';
import type { Account } from '../base/Account';
import type { Log } from '../base/Log';
import type { BucketStore } from '../buckets/BucketStore';
import type { CrawlExecutor } from '../crawler/CrawlExecutor';
import type { JobExecutor } from '../jobs/JobExecutor';
import type { Service } from '../protocol/operation';
import { eventsService } from '../services/events';
import { GlueService, glueService } from '../services/glue';
import { logsService } from '../services/logs';
import { redshiftService } from '../services/redshift';
import { redshiftDataService, WarehouseNames } from '../services/redshift-data';
import { redshiftServerlessService } from '../services/redshift-serverless';
import { s3Service, S3Service } from '../services/s3';
import { secretsManagerService } from '../services/secrets-manager';
import { stsService } from '../services/sts';
import type { Warehouses } from '../warehouse/Warehouses';

export interface ServiceDependencies extends Account {
  readonly dataDir: string;
  readonly endpoint: string;
  readonly database: Database;
  readonly log: Log;
  readonly buckets: BucketStore;
  readonly warehouses: Warehouses;
  readonly jobs: JobExecutor;
  readonly crawls: CrawlExecutor;
}

export interface ComposedServices {
  /** Every service but S3, which has its own front door. */
  services: readonly Service[];
  s3: S3Service;
  glue: GlueService;
  warehouseNames: WarehouseNames;
}

/** Makes the services of a server, and what one of them reaches of another. */
export function composeServices(
  dependencies: ServiceDependencies,
): ComposedServices {
  // Glue tells of events, and events start workflows of Glue.
  const events = eventsService({
    ...dependencies,
    workflows: {
      // eslint-disable-next-line @typescript-eslint/no-use-before-define -- not called before it is there
      nameOf: arn => glue.workflowOfArn(arn),
      // eslint-disable-next-line @typescript-eslint/no-use-before-define -- the same
      notify: (name, eventId) => glue.orchestrator.events.notify(name, eventId),
    },
  });
  const glue: GlueService = glueService({
    ...dependencies,
    events: events.bus,
  });
  const redshift = redshiftService(dependencies);
  const serverless = redshiftServerlessService(dependencies);
  const warehouseNames: WarehouseNames = {
    clusters: redshift.clusters,
    workgroups: serverless.workgroups,
  };
  return {
    services: [
      events,
      glue,
      logsService(dependencies),
      redshift,
      redshiftDataService({
        ...dependencies,
        names: warehouseNames,
        events: events.bus,
      }),
      serverless,
      secretsManagerService(dependencies),
      stsService(dependencies),
    ],
    s3: s3Service({ ...dependencies, events: events.bus }),
    glue,
    warehouseNames,
  };
}
