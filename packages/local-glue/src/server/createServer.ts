import {
  createServer as createHttpServer,
  RequestListener,
  Server,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { DuckDbCrawler } from '../crawler/DuckDbCrawler';
import { ProcessJobExecutor } from '../jobs/ProcessJobExecutor';
import { BucketStore } from '../buckets/BucketStore';
import { openDatabase } from '../store/database';
import { Warehouses } from '../warehouse/Warehouses';
import { AdminRoutes } from './admin/AdminRoutes';
import { deployRoutes } from './admin/deployRoutes';
import { healthRoute } from './admin/healthRoute';
import { operationsRoute } from './admin/operationsRoute';
import { warehousesRoute } from './admin/warehousesRoute';
import { ServerContext } from './context';
import { Log } from '../base/Log';
import { composeServices } from './composeServices';
import { lockDataFolder } from './DataFolderLock';
import { httpLimits } from './limits';
import { handleRequest } from './handleRequest';
import { migrations } from './migrations';
import { ServiceRegistry } from './ServiceRegistry';

/** @public */
export interface ServerOptions {
  /** The folder that holds all state; made when missing. */
  dataDir: string;
  /** 0 takes a free one. */
  port: number;
  /** A loopback address; `127.0.0.1` unless told otherwise. */
  host?: string;
  log: Log;
  /** The Python that makes the jobs' environment, instead of the one on the PATH. */
  python?: string;
  /** `spark://...`: where Spark jobs run instead of inside their own process. */
  sparkMaster?: string;
}

/** @public */
export interface RunningServer {
  /** `http://127.0.0.1:4566` */
  url: string;
  context: ServerContext;
  /** Ends running jobs, stops listening and closes the stores. Safe to call twice. */
  close(): Promise<void>;
}

const accountId = '000000000000';
const region = 'us-east-1';

/**
 * Starts a server and goes on with the runs that an earlier one left.
 * Rejects with an Error for a person when the port or the folder is taken.
 *
 * @public
 */
export async function createServer(
  options: ServerOptions,
): Promise<RunningServer> {
  const { port, log, python, sparkMaster, host = '127.0.0.1' } = options;
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
    throw new Error(
      `local-glue listens on this machine only (127.0.0.1), not on "${host}": it accepts any credentials.`,
    );
  }
  const dataDir = resolve(options.dataDir);
  // What fails half-way undoes what it has opened, latest first.
  const undo: (() => void | Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };

  try {
    // The address is known, and may be called, before everything behind it is ready.
    const early: Parameters<RequestListener>[] = [];
    const keep: RequestListener = (...exchange) => void early.push(exchange);
    const http = createHttpServer(httpLimits, keep);
    const url = await listen(http, host, port);
    undo.push(() => stopListening(http));
    undo.push(lockDataFolder(dataDir, url));

    const database = openDatabase(dataDir, migrations);
    undo.push(() => void database.close());
    const buckets = new BucketStore(dataDir);
    const warehouses = await Warehouses.open(dataDir, buckets, log);
    undo.push(() => warehouses.close());
    const jobs = new ProcessJobExecutor({
      dataDir,
      endpoint: url,
      region,
      buckets,
      log,
      python,
      sparkMaster,
    });
    undo.push(() => jobs.close());

    const parts = {
      dataDir,
      accountId,
      region,
      endpoint: url,
      database,
      log,
      buckets,
      warehouses,
      jobs,
    };
    const { services, s3, glue, warehouseNames } = composeServices({
      ...parts,
      crawls: new DuckDbCrawler(buckets, log),
    });
    const { orchestrator } = glue;
    // Closed before the jobs are: that they end with the server is not their own end.
    undo.push(() => orchestrator.close());

    const registry = new ServiceRegistry(services);
    const context: ServerContext = {
      ...parts,
      async invoke(serviceId, operation, input) {
        return registry.operation(serviceId, operation).handle(input) as any;
      },
    };

    await jobs.reapOrphans();
    jobs.prepareEnvironment();
    const admin = new AdminRoutes([
      healthRoute(context, () => jobs.classDataArchive()),
      ...deployRoutes(context),
      operationsRoute([...services, s3]),
      warehousesRoute(context, warehouses, warehouseNames),
    ]);
    await orchestrator.resume();
    const doors = { registry, s3, admin, log };
    const serve: RequestListener = (request, response) =>
      void handleRequest(request, response, doors);
    http.off('request', keep).on('request', serve);
    // Whoever went away meanwhile, such as an orphaned job, is not served any more.
    early
      .filter(([request]) => !request.socket.destroyed)
      .forEach(exchange => serve(...exchange));
    return { url, context, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(
  http: Server,
  host: string,
  port: number,
): Promise<string> {
  await new Promise<void>((listening, failed) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      failed(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is in use, perhaps by another local-glue server. Stop it, or choose another port with --port.`,
            )
          : error,
      );
    });
    http.listen(port, host, listening);
  });
  const address = http.address() as AddressInfo;
  const name = address.family === 'IPv6' ? '[::1]' : host;
  return `http://${name}:${address.port}`;
}

async function stopListening(http: Server): Promise<void> {
  const closed = new Promise<void>(done => http.close(() => done()));
  http.closeAllConnections();
  await closed;
}
