export { createServer } from './server/createServer';
export type { RunningServer, ServerOptions } from './server/createServer';
export type { ServerContext } from './server/context';
export type { Log } from './base/Log';
export type { Health } from './server/admin/healthRoute';
export type { DeployEvent, DeployResult } from './deploy/events';
