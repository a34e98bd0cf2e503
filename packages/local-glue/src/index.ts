export { createServer } from './server/createServer';
export type { RunningServer, ServerOptions } from './server/createServer';
export type { Log, ServerContext } from './server/context';
export type { Health } from './server/admin/healthRoute';
export type { DeployEvent, DeployResult } from './deploy/events';
