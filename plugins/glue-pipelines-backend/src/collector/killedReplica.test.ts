import { ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { GlueEndpoint } from '../__testUtils__/GlueEndpoint';
import { waitFor } from '../__testUtils__/waitFor';
import { KnexCollectionQueue } from '../database/KnexCollectionQueue';
import { migrate } from '../database/migrate';

jest.setTimeout(120_000);

const WORKFLOWS = 20;

describe('two replicas, each a process', () => {
  const databases = testDatabases();
  const processes: ChildProcess[] = [];
  let folder: string;
  let endpoint: GlueEndpoint;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glue-pipelines-replicas-'));
    endpoint = await GlueEndpoint.start();
  });

  afterAll(async () => {
    processes.forEach(replica => replica.kill('SIGKILL'));
    await endpoint.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Postgres where it is at hand, else a file: what is in memory cannot be shared. */
  async function openShared(): Promise<{ knex: Knex; settings: Knex.Config }> {
    const id = databases.ids.find(candidate => candidate !== 'SQLITE_3');
    if (id) {
      const knex = await databases.open(id);
      const { connection } = knex.client.config;
      // Knex hides the password from whoever copies or prints it.
      const { password } = connection;
      const settings = {
        client: 'pg',
        connection: { ...connection, password },
      };
      return { knex, settings };
    }
    const settings = {
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'replicas.sqlite') },
      useNullAsDefault: true,
    };
    const knex = knexFactory(settings);
    await knex.raw('PRAGMA journal_mode = WAL');
    await migrate(knex);
    return { knex, settings };
  }

  function startReplica(settings: Knex.Config) {
    const replica = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        require.resolve('../__testUtils__/replicaProcess'),
        JSON.stringify(settings),
        endpoint.url,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    processes.push(replica);
    let said = '';
    replica.stdout.setEncoding('utf8').on('data', text => {
      said += text;
    });
    return {
      kill: () => replica.kill('SIGKILL'),
      signals: () => said.match(/^signal .*$/gm) ?? [],
    };
  }

  it('move the work of the one that is killed to the other within a minute, and do nothing twice', async () => {
    const { knex, settings } = await openShared();
    const put = (some: object) => {
      for (let i = 0; i < WORKFLOWS; i++) {
        endpoint.putRun(`flow-${i}`, `wr_${i}`, some);
      }
    };
    for (let i = 0; i < WORKFLOWS; i++) {
      endpoint.putWorkflow(`flow-${i}`);
    }
    put({ Status: 'RUNNING', job: 'RUNNING' });
    await new KnexCollectionQueue(knex).setWantedWorkflows(
      Array.from(
        { length: WORKFLOWS },
        (_, i) => `arn:aws:glue:us-east-1:000000000000:workflow/flow-${i}`,
      ),
    );
    const doomed = startReplica(settings);
    await waitFor(
      async () => (await knex('runs').where('detailed', true)).length,
      read => read === WORKFLOWS,
      30_000,
    );

    const held = async () =>
      (await knex('workflows').whereNotNull('lease_id')).length;
    // Between two looks none is due, so that the next one begins with all of
    // them: whichever were due a moment earlier would hold up the others.
    await waitFor(
      () =>
        knex('workflows')
          .whereNull('lease_id')
          .update({ due_at: '2999-01-01T00:00:00.000Z' }),
      parked => parked === WORKFLOWS,
      30_000,
    );
    // It has all of them in its hands when it dies.
    endpoint.hang = () => true;
    await knex('workflows').update({ due_at: '2000-01-01T00:00:00.000Z' });
    await waitFor(held, count => count === WORKFLOWS, 30_000);
    const heir = startReplica(settings);
    doomed.kill();
    endpoint.hang = () => false;
    put({ CompletedOn: 1_795_000_050 });
    await waitFor(
      async () => (await knex('runs').where('health', 'running')).length,
      running => running === 0,
      60_000,
    );
    expect(await knex('runs')).toHaveLength(WORKFLOWS);
    await waitFor(
      async () => heir.signals().length,
      signals => signals >= WORKFLOWS,
    );
    expect(new Set(heir.signals()).size).toBe(WORKFLOWS);
    expect(heir.signals()).toHaveLength(WORKFLOWS);
    expect(doomed.signals()).toEqual([]);
    await knex.destroy();
  });
});
