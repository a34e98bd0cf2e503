import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { collectedRun } from '../__testUtils__/runs';
import { CollectionStates } from './CollectionStates';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRetention } from './KnexRetention';
import { KnexRunConfigurations } from './KnexRunConfigurations';
import { KnexRunStore } from './KnexRunStore';
import { KnexWorkflowNodes } from './KnexWorkflowNodes';
import { WindowRuns } from './WindowRuns';
import { WorkflowSummaries } from './WorkflowSummaries';

jest.setTimeout(120_000);

const WORKFLOWS = 60;
const RUNS = 300;
const DAY_MS = 24 * 60 * 60_000;
const arnOf = (i: number) =>
  `arn:aws:glue:us-east-1:${String(i % 7).padStart(12, '0')}:workflow/flow-${i}`;
const ARN = arnOf(3);

interface Statement {
  sql: string;
  bindings: unknown[];
}

describe.each(testDatabases().ids)('plans of queries, %s', id => {
  const databases = testDatabases();

  /** Enough runs, with statistics, for the databases to choose as they do in earnest. */
  async function setUp() {
    const knex = await databases.open(id);
    const queue = new KnexCollectionQueue(knex);
    const onChange = jest.fn();
    const store = new KnexRunStore(knex, onChange);
    const arns = Array.from({ length: WORKFLOWS }, (_, i) => arnOf(i));
    await queue.addWorkflows(arns);
    for (const arn of arns) {
      const runs = Array.from({ length: RUNS }, (_, i) =>
        collectedRun({
          id: `wr_${i}`,
          workflowArn: arn,
          health: i % 5 ? 'succeeded' : 'failed',
          startedAt: new Date(
            Date.UTC(2026, 9, 1) + i * 3_600_000,
          ).toISOString(),
          detailed: false,
          graph: { nodes: [], edges: [] },
        }),
      );
      await store.saveListed(arn, runs, new Set(['wr_299']));
    }
    await store.saveRun(
      collectedRun({
        workflowArn: ARN,
        id: 'wr_active',
        rawStatus: 'RUNNING',
        active: true,
      }),
    );
    await knex.raw(
      "INSERT INTO run_configurations (workflow_arn, run_id, job_arguments, definitions_asked) SELECT workflow_arn, run_id, '{}', true FROM runs",
    );
    await knex.raw(
      "INSERT INTO workflow_nodes (workflow_arn, location, type, name) SELECT workflow_arn, location, 'JOB', run_id FROM runs JOIN workflows ON arn = workflow_arn",
    );
    await knex.raw('ANALYZE');
    return { knex, queue, store, onChange };
  }

  async function statementsOf(knex: Knex, work: () => Promise<unknown>) {
    const statements: Statement[] = [];
    const record = ({ sql, bindings }: Statement) =>
      statements.push({ sql, bindings });
    knex.on('query', record);
    try {
      await work();
    } finally {
      knex.removeListener('query', record);
    }
    return statements.filter(({ sql }) =>
      /^(select|insert|update|delete)\b/i.test(sql),
    );
  }

  /** Those that read every run, or the workflows beside them, with their plans. The index of active runs has only those. */
  async function fullScans(knex: Knex, statements: Statement[]) {
    const found: string[] = [];
    for (const { sql, bindings } of statements) {
      const explain = id === 'SQLITE_3' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
      const answer = await knex.raw(
        `${explain} ${sql.replaceAll(/\$\d+/g, '?')}`,
        bindings as string[],
      );
      const rows: Record<string, string>[] = answer.rows ?? answer;
      const plan = rows.map(row => row.detail ?? row['QUERY PLAN']).join('\n');
      if (
        /\bSCAN (runs|run_configurations|workflow_nodes)\b(?! USING INDEX runs_active_idx)|Seq Scan on (runs|run_configurations|workflow_nodes)\b/.test(
          plan,
        )
      ) {
        found.push(`${sql}\n${plan}`);
      }
    }
    return found;
  }

  it('never read all runs', async () => {
    const { knex, queue, store, onChange } = await setUp();
    const statements = await statementsOf(knex, async () => {
      // What pages ask for.
      await store.getWorkflows([ARN, arnOf(4)]);
      await store.lastRun(ARN);
      await store.listRuns(ARN, 25);
      const { last } = await store.pageRuns(ARN, { limit: 100 });
      await store.pageRuns(ARN, {
        limit: 100,
        after: last,
        health: ['failed'],
        startedFrom: '2026-10-02T00:00:00.000Z',
        startedBefore: '2026-10-20T00:00:00.000Z',
      });
      await store.pageRuns(ARN, {
        limit: 100,
        startedBy: 'user:default/jo',
        version: 'abcdefgh12345678',
        properties: [['year', '2025']],
      });
      await store.pageGraphs(ARN, { limit: 25, after: last });
      await store.runTimes(ARN, '2026-10-05T00:00:00.000Z');
      await store.getRun(ARN, 'wr_7');
      const configurations = new KnexRunConfigurations(knex);
      await configurations.get(ARN, 'wr_7');
      const summaries = new WorkflowSummaries(knex);
      await summaries.get([ARN, arnOf(4)]);
      await summaries.recentRuns([ARN, arnOf(4)]);
      expect(await summaries.activeRuns()).toHaveLength(1);
      const window = {
        from: '2026-10-05T00:00:00.000Z',
        to: '2026-10-12T00:00:00.000Z',
      };
      const runs = new WindowRuns(knex);
      expect((await runs.count([ARN, arnOf(4)], window)).size).toBe(2);
      expect((await runs.newest([ARN, arnOf(4)], window, 200)).size).toBe(2);
      const states = new CollectionStates(knex);
      await states.list();
      await states.newestFailures();
      // What the collector asks for.
      await queue.nextActiveIn([]);
      await queue.dueLocations();
      await queue.requestCollection(ARN);
      const [lease] = await queue.lease({ limit: 1, arn: ARN });
      await queue.renew([lease]);
      const nodes = new KnexWorkflowNodes(knex);
      const job = {
        location: 'arn:aws:glue:us-east-1:000000000003',
        name: 'wr_7',
      };
      expect(await nodes.workflowsWith({ ...job, type: 'JOB' })).toContain(ARN);
      await store.openRuns(ARN, new Date(0), 25);
      const summary = collectedRun({ workflowArn: ARN, id: 'wr_new' });
      await store.saveListed(ARN, [summary], new Set());
      await store.saveRun(summary);
      // It is news.
      await store.saveRun({
        ...summary,
        id: 'wr_news',
        startedAt: new Date().toISOString(),
        completedAt: new Date().toISOString(),
      });
      await configurations.saveArguments(ARN, 'wr_7', {});
      await configurations.withoutDefinitions(ARN, ['wr_7']);
      await configurations.saveDefinitions(ARN, 'wr_7', {});
      await store.recordReadError(ARN, 'wr_7', 'not now');
      await store.recordStart({
        workflowArn: ARN,
        runId: 'wr_new',
        startedBy: 'user:default/ada',
        at: new Date(),
      });
      await queue.finish(lease, {
        active: true,
        definition: {
          graph: { nodes: [], edges: [] },
          defaultRunProperties: {},
        },
        dueAt: now => now,
      });
      await new KnexRetention(knex).prune({
        runsToKeep: 290,
        keepRunsForMs: 9_999 * DAY_MS,
        keepUnnamedForMs: DAY_MS,
      });
    });
    expect(onChange.mock.lastCall).toMatchObject([{ runId: 'wr_news' }]);
    expect(statements.length).toBeGreaterThan(25);
    const distinct = new Map(statements.map(each => [each.sql, each]));
    expect(await fullScans(knex, [...distinct.values()])).toEqual([]);
  });

  it('would be found out if they did', async () => {
    const { knex } = await setUp();
    const statements = await statementsOf(knex, () =>
      knex('runs').where('error_message', 'x').select('run_id'),
    );
    expect(await fullScans(knex, statements)).toHaveLength(1);
  });
});
