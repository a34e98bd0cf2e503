import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { BucketStore } from '../../buckets/BucketStore';
import type { CrawlExecutor } from '../../crawler/CrawlExecutor';
import type { JobExecutor } from '../../jobs/JobExecutor';
import { AdminRoutes } from '../../server/admin/AdminRoutes';
import {
  ComposedServices,
  composeServices,
} from '../../server/composeServices';
import { handleRequest } from '../../server/handleRequest';
import { migrations } from '../../server/migrations';
import { ServiceRegistry } from '../../server/ServiceRegistry';
import { openDatabase } from '../../store/database';
import { Warehouses } from '../../warehouse/Warehouses';

/**
 * The services over HTTP on a free port, with a real database, real buckets and
 * real warehouses. Nothing runs jobs and crawls.
 */
export class TestServices {
  private constructor(
    readonly dataDir: string,
    readonly database: Database,
    readonly buckets: BucketStore,
    readonly warehouses: Warehouses,
    private readonly composed: ComposedServices,
    private readonly http: Server,
  ) {}

  static async start(
    dataDir: string = mkdtempSync(join(tmpdir(), 'local-glue-services-')),
  ): Promise<TestServices> {
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const database = openDatabase(dataDir, migrations);
    const buckets = new BucketStore(dataDir);
    const warehouses = await Warehouses.open(dataDir, buckets, log);
    const composed = composeServices({
      dataDir,
      accountId: '000000000000',
      region: 'us-east-1',
      endpoint: 'http://127.0.0.1:0',
      database,
      log,
      buckets,
      warehouses,
      jobs: undefined as unknown as JobExecutor,
      crawls: undefined as unknown as CrawlExecutor,
    });
    const doors = {
      registry: new ServiceRegistry(composed.services),
      s3: composed.s3,
      admin: new AdminRoutes([]),
      log,
    };
    const http = createServer((request, response) => {
      void handleRequest(request, response, doors);
    });
    await new Promise<void>(done => http.listen(0, '127.0.0.1', done));
    return new TestServices(
      dataDir,
      database,
      buckets,
      warehouses,
      composed,
      http,
    );
  }

  /** The warehouse that a cluster or a workgroup leads to. */
  async warehouse(kind: 'clusters' | 'workgroups', wanted: string) {
    const found = this.composed.warehouseNames[kind]().find(
      ({ name }) => name === wanted,
    );
    if (!found) throw new Error(`There is no ${wanted} among the ${kind}`);
    return this.warehouses.of(found.owner);
  }

  /** What every client of the AWS SDK needs to reach it. */
  get clientConfig() {
    const { port } = this.http.address() as AddressInfo;
    return {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
      maxAttempts: 1,
    };
  }

  /** Stops; the data folder stays, for another start. */
  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise(done => this.http.close(done));
    await this.composed.glue.orchestrator.close();
    await this.warehouses.close();
    this.database.close();
  }

  /** Stops and removes the data folder. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true });
  }
}
