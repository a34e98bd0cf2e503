import { mockServices } from '@backstage/backend-test-utils';
import { Config, ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { parseWorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { GlueEndpoint } from '../__testUtils__/GlueEndpoint';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import { AwsCalls } from '../aws/AwsCalls';
import { AwsClients } from '../aws/AwsClients';
import { SdkGlueApi } from '../aws/SdkGlueApi';
import { KnexCollectionQueue } from '../database/KnexCollectionQueue';
import { KnexRunStore } from '../database/KnexRunStore';
import { StartIntents } from '../database/StartIntents';
import { RunStarts } from './RunStarts';

jest.setTimeout(60_000);

const databases = testDatabases();
const config: Config = new ConfigReader({
  aws: {
    accounts: [
      {
        accountId: '000000000000',
        accessKeyId: 'test',
        secretAccessKey: 'test',
      },
    ],
  },
});
const start = {
  workflow: parseWorkflowArn(COVID_HIRING_ARN),
  properties: { day: 'all' },
  startedBy: 'user:default/ada',
  key: 'one-dialog',
};

describe.each(databases.ids)('starting runs, on %s', id => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  /** Two replicas of the portal on one database, and the Glue that both ask. */
  async function setUp() {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring');
    const knex = await databases.open(id);
    await new KnexCollectionQueue(knex).addWorkflows([COVID_HIRING_ARN]);
    const replica = () => {
      const clients = new AwsClients({
        credentials: DefaultAwsCredentialsManager.fromConfig(config),
        endpoint: glue.url,
      });
      cleanups.push(() => clients.close());
      return new RunStarts({
        glue: new SdkGlueApi(new AwsCalls(clients)),
        store: new KnexRunStore(knex),
        intents: new StartIntents(knex, { perUser: 10, perWorkflow: 10 }),
        logger: mockServices.logger.mock(),
        looksMs: [10, 50],
      });
    };
    return { glue, knex, replicas: [replica(), replica()] };
  }

  const startersOf = (knex: Knex) =>
    knex('run_starts').select('run_id', 'started_by');
  const putBack = (knex: Knex, minutes: number) =>
    knex('start_intents').update({
      attempted_at: new Date(Date.now() - minutes * 60_000).toISOString(),
    });

  it('starts one run for fifty requests with one key, on whatever replica', async () => {
    const { glue, knex, replicas } = await setUp();
    const runs = await Promise.all(
      Array.from({ length: 50 }, (_, i) => replicas[i % 2].start(start)),
    );
    expect(new Set(runs)).toEqual(new Set(['wr_started_0']));
    expect(glue.count('StartWorkflowRun')).toBe(1);
    expect(await startersOf(knex)).toEqual([
      { run_id: 'wr_started_0', started_by: 'user:default/ada' },
    ]);
  });

  it('starts a run for each key, and for each request without one, up to the limit', async () => {
    const { glue, replicas } = await setUp();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        replicas[i % 2].start({
          ...start,
          key: i % 2 ? `key-${i}` : undefined,
        }),
      ),
    );
    expect(
      outcomes.filter(({ status }) => status === 'fulfilled'),
    ).toHaveLength(10);
    expect(glue.count('StartWorkflowRun')).toBe(10);
  });

  it('finds the run whose answer was lost', async () => {
    const { glue, knex, replicas } = await setUp();
    glue.loseAnswer('StartWorkflowRun');
    expect(await replicas[0].start(start)).toBe('wr_started_0');
    expect(await replicas[1].start(start)).toBe('wr_started_0');
    expect(glue.count('StartWorkflowRun')).toBe(1);
    expect(await startersOf(knex)).toHaveLength(1);
  });

  it('says so while it does not know, and finds it for a request that comes later', async () => {
    const { glue, knex, replicas } = await setUp();
    glue.loseAnswer('StartWorkflowRun');
    glue.fail('GetWorkflowRuns', 'InternalServiceException', 8, 500);
    await expect(replicas[0].start(start)).rejects.toThrow(
      "It is not known yet whether the run of workflow 'covid-hiring' has begun",
    );
    await putBack(knex, 2);
    expect(await replicas[1].start(start)).toBe('wr_started_0');
    expect(glue.count('StartWorkflowRun')).toBe(1);
  });

  it('finds it although no request comes any more', async () => {
    const { glue, knex, replicas } = await setUp();
    glue.loseAnswer('StartWorkflowRun');
    glue.fail('GetWorkflowRuns', 'InternalServiceException', 8, 500);
    await expect(replicas[0].start(start)).rejects.toThrow('not known yet');
    await replicas[1].settleLost();
    expect(await startersOf(knex)).toEqual([]);
    await putBack(knex, 2);
    await replicas[1].settleLost();
    expect(await startersOf(knex)).toEqual([
      { run_id: 'wr_started_0', started_by: 'user:default/ada' },
    ]);
  });

  it('starts it again when it never began', async () => {
    const { glue, knex, replicas } = await setUp();
    glue.fail('StartWorkflowRun', 'InternalServiceException', 1, 500);
    await expect(replicas[0].start(start)).rejects.toThrow('not known yet');
    await putBack(knex, 11);
    await replicas[0].settleLost();
    expect(await replicas[0].start(start)).toBe('wr_started_0');
    expect(glue.count('StartWorkflowRun')).toBe(2);
  });

  it('may be asked for again once Glue has refused it', async () => {
    const { glue, replicas } = await setUp();
    glue.fail('StartWorkflowRun', 'ConcurrentRunsExceededException');
    await expect(replicas[0].start(start)).rejects.toThrow(
      'Wait until one has ended',
    );
    expect(await replicas[0].start(start)).toBe('wr_started_0');
  });

  it.each([
    ['another user', { startedBy: 'user:default/eve' }],
    ['other properties', { properties: { day: 'today' } }],
  ])('does not take a key for %s', async (_, other) => {
    const { glue, replicas } = await setUp();
    await replicas[0].start(start);
    await expect(replicas[0].start({ ...start, ...other })).rejects.toThrow(
      "idempotencyKey: 'one-dialog' belongs to another start of workflow 'covid-hiring'. Use a new key for each start",
    );
    expect(glue.count('StartWorkflowRun')).toBe(1);
  });
});
