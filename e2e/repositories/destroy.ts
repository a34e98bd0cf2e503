import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePipeline, toYaml } from '@glue-pipelines/pipeline';
import { startServer, untilJobsCanRun } from '../../benchmarks/lib/server';
import { Endpoint } from '../inputs/Endpoint';
import { synthesize } from '../inputs/synthesize';

const NAME = 'passing';

/** With one of every kind of resource that a pipeline can have here. */
const PIPELINE = parsePipeline({
  apiVersion: 'glue-pipelines.io/v2',
  name: NAME,
  description: 'Comes and goes',
  owner: 'group:default/data-engineering',
  sources: [
    {
      name: 'rows',
      uri: 's3://inputs/rows/',
      format: 'csv',
      copy: true,
      columns: [{ name: 'id', type: 'bigint' }],
    },
  ],
  quality: [{ kind: 'rowCount', min: 1 }],
  catalog: { tables: 'crawled' },
  start: { onNewFiles: { sources: ['rows'] } },
  promises: { every: { hours: 24 } },
  alerts: { emails: ['data@example.com'] },
  warehouse: { table: 'result' },
});

/** How Glue lists its resources: the operation, and the member of its answer. */
const LISTS: Record<string, [operation: string, member: string]> = {
  workflows: ['ListWorkflows', 'Workflows'],
  jobs: ['ListJobs', 'JobNames'],
  triggers: ['ListTriggers', 'TriggerNames'],
  crawlers: ['ListCrawlers', 'CrawlerNames'],
  classifiers: ['GetClassifiers', 'Classifiers'],
  databases: ['GetDatabases', 'DatabaseList'],
  tables: ['SearchTables', 'TableList'],
};

/** How many there are at the endpoint of each kind, of those that are not always there. */
async function count(endpoint: Endpoint): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [kind, [operation, member]] of Object.entries(LISTS)) {
    const answer = await endpoint.call<Record<string, unknown[] | undefined>>(
      'Glue',
      operation,
      {},
    );
    counts[kind] = answer[member]?.length ?? 0;
  }
  const { Rules } = await endpoint.call<{ Rules: unknown[] }>(
    'Events',
    'ListRules',
    {},
  );
  const buckets = await (await fetch(`${endpoint.url}/`)).text();
  const { warehouses } = (await (
    await fetch(`${endpoint.url}/_local-glue/warehouses`)
  ).json()) as { warehouses: { isOwn: boolean }[] };
  return {
    ...counts,
    rules: Rules.length,
    buckets: buckets.split(`<Name>${NAME}-workflow`).length - 1,
    warehouses: warehouses.filter(({ isOwn }) => !isOwn).length,
  };
}

function expectSame(what: string, found: unknown, expected: unknown) {
  const [is, should] = [found, expected].map(value => JSON.stringify(value));
  if (is !== should) {
    throw new Error(`${what}: ${is} instead of ${should}`);
  }
  console.log(`✓ ${what}`);
}

/**
 * Deploys, runs and destroys a pipeline with one of every kind of resource, where
 * its data go and where they stay.
 *
 * @throws Error where something stays that should go, or goes that should stay
 */
export async function tryDestroying(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'destroying-'));
  const data = join(work, 'data');
  mkdirSync(join(data, 's3/inputs/rows'), { recursive: true });
  writeFileSync(join(data, 's3/inputs/rows/a.csv'), 'id\n1\n');
  const file = join(work, 'pipeline.yaml');
  writeFileSync(file, toYaml(PIPELINE));
  const going = { file, outdir: join(work, 'going.out') };
  const environment = { data: 'retain', encryption: 'kms' };
  const staying = { file, environment, outdir: join(work, 'staying.out') };
  await synthesize([going, staying]);
  const server = await startServer(data);
  try {
    await untilJobsCanRun(server);
    const endpoint = new Endpoint(server.url);
    const before = await count(endpoint);
    const { created } = await endpoint.deploy(going.outdir);
    expectSame(
      'deploying twice changes nothing',
      await endpoint.deploy(going.outdir),
      {
        unchanged: created,
      },
    );
    expectSame('it runs', await endpoint.run(NAME), undefined);
    const kinds = Object.entries(await count(endpoint));
    expectSame(
      'there is one of every kind',
      kinds.filter(([kind, now]) => now <= before[kind]!).map(([kind]) => kind),
      [],
    );
    await endpoint.destroy(going.outdir);
    expectSame('nothing stays', await count(endpoint), before);
    expectSame(
      'destroying twice fails nowhere',
      await endpoint.destroy(going.outdir),
      {},
    );

    await endpoint.deploy(staying.outdir);
    expectSame(
      'it runs where its data stay',
      await endpoint.run(NAME),
      undefined,
    );
    const { retained } = await endpoint.destroy(staying.outdir);
    expectSame('the bucket and the namespace stay', retained, 2);
    expectSame('and nothing else does', await count(endpoint), {
      ...before,
      buckets: before.buckets! + 1,
    });
  } finally {
    await server.close();
    rmSync(work, { recursive: true, force: true });
  }
}
