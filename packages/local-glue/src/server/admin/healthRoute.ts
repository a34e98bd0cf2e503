import { ServerContext } from '../context';
import { version } from '../../base/version';
import { AdminRoute } from './AdminRoutes';

/** `GET /_local-glue/health`: whether the server is up and what it can run. */
export function healthRoute(
  context: ServerContext,
  classDataArchive: () => Health['classDataArchive'],
): AdminRoute {
  return {
    method: 'GET',
    name: 'health',
    async serve(_request, response) {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(health(context, classDataArchive())));
    },
  };
}

/**
 * What `GET /_local-glue/health` answers.
 *
 * @public
 */
export interface Health {
  version: string;
  pid: number;
  endpoint: string;
  dataDir: string;
  accountId: string;
  region: string;
  /** Whether jobs can run, and what stands between. */
  python: { state: 'ready' | 'preparing' | 'unavailable'; reason?: string };
  /** What lets a Spark job start in half the time; jobs run without it as well. */
  classDataArchive: 'absent' | 'making' | 'ready' | 'failed';
}

function health(
  context: ServerContext,
  classDataArchive: Health['classDataArchive'],
): Health {
  return {
    version,
    pid: process.pid,
    endpoint: context.endpoint,
    dataDir: context.dataDir,
    accountId: context.accountId,
    region: context.region,
    python: context.jobs.readiness(),
    classDataArchive,
  };
}
