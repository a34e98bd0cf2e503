import { performance } from 'node:perf_hooks';
import { startCollector } from './children';
import { entityRef, flowArn, FleetSize, runIdOf } from './fleet';
import { FleetEndpoint } from './FleetEndpoint';
import {
  DatabaseKind,
  openPortalDatabase,
  PortalDatabase,
} from './portalDatabase';

/** Milliseconds until a workflow is read again: the default, by which the portal goes on where this ends. */
const IDLE_MS = 60_000;
/** Runs of a workflow whose graph is read when it is collected for the first time. */
const DETAILED_RUNS = 25;

/** Fills a new database by collecting everything from a fleet, and does something with both. */
export async function withFleet<T>(
  kind: DatabaseKind,
  { workflows, runsEach }: FleetSize,
  use: (endpoint: FleetEndpoint, database: PortalDatabase) => Promise<T>,
): Promise<T> {
  const endpoint = await FleetEndpoint.start(runsEach);
  const database = await openPortalDatabase(kind);
  try {
    const from = performance.now();
    const collector = await startCollector({
      endpoint: endpoint.url,
      database,
      workflows,
      idleMs: IDLE_MS,
    });
    await collector.run('collect');
    await collector.close();
    console.log(
      `${kind}: ${workflows} workflows, ${workflows * runsEach} runs collected in ${((performance.now() - from) / 1000).toFixed(0)} s`,
    );
    endpoint.takeCalls();
    return await use(endpoint, database);
  } finally {
    await database.close();
    await endpoint.close();
  }
}

const api = '/api/glue-pipelines/v1';
/** Another workflow each time, none of them often. */
const spread = (n: number, workflows: number) => (n * 7919) % workflows;

function workflowQuery(index: number): Record<string, string> {
  return { entityRef: entityRef(index), workflowArn: flowArn(index) };
}

/** The requests of the n-th view of a page: its workflows, the newest runs, and the last of them. */
export function viewPaths(
  n: number,
  { workflows, runsEach }: FleetSize,
): Record<'workflows' | 'runs' | 'run', string> {
  const index = spread(n, workflows);
  const query = new URLSearchParams(workflowQuery(index));
  const run = runsEach - 1 - (n % Math.min(DETAILED_RUNS, runsEach));
  return {
    workflows: `${api}/workflows?entityRef=${encodeURIComponent(entityRef(index))}`,
    runs: `${api}/runs?${query}`,
    run: `${api}/runs/${runIdOf(index, run)}?${query}`,
  };
}

/** The n-th request for runs that only a search leads to: those that failed, or that are old. */
export function searchPath(n: number, { workflows }: FleetSize): string {
  const query = new URLSearchParams({
    ...workflowQuery(spread(n, workflows)),
    health: 'failed',
    ...(n % 2 === 0 && {
      startedBefore: new Date(Date.now() - 20 * 86_400_000).toISOString(),
    }),
  });
  return `${api}/runs?${query}`;
}
