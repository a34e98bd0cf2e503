import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Service } from '../../protocol/operation';
import { AdminRoutes } from '../../server/admin/AdminRoutes';
import { ServerContext } from '../../server/context';
import { handleRequest } from '../../server/handleRequest';
import { ServiceRegistry } from '../../server/ServiceRegistry';
import { openDatabase } from '../../store/database';
import { Warehouses } from '../../warehouse/Warehouses';
import { BucketStore } from '../../buckets/BucketStore';

/** Some services over HTTP on a free port, with a real database, real buckets and a real warehouse. */
export class TestServices {
  private constructor(
    readonly context: ServerContext,
    private readonly http: Server,
  ) {}

  static async start(
    services: readonly Service[],
    dataDir: string = mkdtempSync(join(tmpdir(), 'local-glue-services-')),
  ): Promise<TestServices> {
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const buckets = new BucketStore(dataDir);
    const registry = new ServiceRegistry(services);
    const context = {
      dataDir,
      accountId: '000000000000',
      region: 'us-east-1',
      database: openDatabase(dataDir),
      log,
      buckets,
      warehouses: await Warehouses.open(dataDir, buckets, log),
    } as unknown as ServerContext;
    const http = createServer((request, response) => {
      void handleRequest(
        request,
        response,
        registry,
        new AdminRoutes([]),
        context,
      );
    });
    await new Promise<void>(done => http.listen(0, '127.0.0.1', done));
    return new TestServices(context, http);
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
    await this.context.warehouses.close();
    this.context.database.close();
  }

  /** Stops and removes the data folder. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.context.dataDir, { recursive: true });
  }
}
