import { mockServices } from '@backstage/backend-test-utils';
import {
  PROMISE_KEYS,
  PromiseTexts,
} from '@glue-pipelines/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import { component } from '../__testUtils__/portal';
import {
  collectedRun,
  COVID_HIRING_ARN,
  FLIGHT_DELAYS_ARN,
} from '../__testUtils__/runs';
import { KnexCollectionQueue } from '../database/KnexCollectionQueue';
import { KnexRunStore } from '../database/KnexRunStore';
import { KnexWorkflowTags } from '../database/KnexWorkflowTags';
import { CollectedRun } from '../database/RunStore';
import { WorkflowSummaries } from '../database/WorkflowSummaries';
import { WorkflowOwners } from '../service/WorkflowOwners';
import { findLateness } from './findLateness';
import { KnexNotices } from './KnexNotices';

jest.setTimeout(60_000);

const NOW = new Date('2026-11-28T12:00:00.000Z');
const at = (time: string) => `2026-11-28T${time}:00.000Z`;

describe.each(testDatabases().ids)('findLateness, %s', id => {
  const databases = testDatabases();

  async function setUp(some: {
    runs: Partial<CollectedRun>[];
    collectedAt?: string;
    tag?: string;
    promise?: string;
    /** Promises by tags of the workflows; then the entity has no annotation. */
    tags?: PromiseTexts;
  }) {
    const knex = await databases.open(id);
    const arns = [COVID_HIRING_ARN, FLIGHT_DELAYS_ARN];
    await new KnexCollectionQueue(knex).addWorkflows(arns);
    const store = new KnexRunStore(knex);
    for (const run of some.runs) {
      await store.saveRun(collectedRun(run));
    }
    await knex('workflows').update({
      collected_at: some.collectedAt ?? at('11:59'),
    });
    const tags = new KnexWorkflowTags(knex);
    for (const workflowArn of arns) {
      await tags.save({
        workflowArn,
        value: some.tag ?? 'component:default/covid-hiring',
        promises: some.tags,
        readAt: new Date(),
      });
    }
    const logger = mockServices.logger.mock();
    const entity = component('covid-hiring', arns.join(' '));
    if (!some.tags) {
      entity.metadata.annotations![PROMISE_KEYS.freshness] =
        some.promise ?? ' PT2H ';
    }
    const owners = new WorkflowOwners(
      // Every tag that is asked for is stored already.
      { glue: {} as never, tags, logger },
      { reads: false, writes: true },
    );
    const summaries = new WorkflowSummaries(knex);
    const find = () => findLateness(entity, NOW, { owners, summaries, logger });
    return { find, logger, notices: new KnexNotices(knex) };
  }

  const success = { startedAt: at('09:00'), completedAt: at('09:30') };
  const failure = {
    id: 'wr_2',
    health: 'failed',
    startedAt: at('10:00'),
    completedAt: at('10:30'),
  } as const;

  it('finds a promise that is broken, which is told once', async () => {
    const { find, notices } = await setUp({ runs: [success, failure] });
    const [late, ...others] = await find();
    expect(others).toEqual([]);
    expect(late).toEqual({
      workflowArn: COVID_HIRING_ARN,
      kind: 'lateness',
      occasion: at('09:30'),
      happenedAt: NOW.toISOString(),
      details: {
        promise: 'PT2H',
        promiseKind: 'freshness',
        lastSuccessAt: at('09:30'),
        health: 'failed',
      },
    });
    expect(await notices.add(late)).toBe(true);
    expect(await notices.add((await find())[0])).toBe(false);
  });

  it('finds one that the tags of a workflow make', async () => {
    const { find } = await setUp({
      runs: [
        {
          startedAt: '2026-11-27T05:00:00.000Z',
          completedAt: '2026-11-27T05:30:00.000Z',
        },
      ],
      tags: { expected: 'by 07:00 Europe/Berlin', freshness: 'PT48H' },
    });
    expect((await find()).map(({ details }) => details)).toMatchObject([
      { promise: 'by 07:00 Europe/Berlin', promiseKind: 'expected' },
    ]);
  });

  it.each([
    ['is kept', { runs: [{ ...success, completedAt: at('10:00') }] }],
    ['never began, for want of a success', { runs: [failure] }],
    [
      'may have been kept since the last look',
      { runs: [success], collectedAt: at('11:00') },
    ],
    [
      'is of an entity to which the workflow does not belong',
      { runs: [success], tag: 'component:default/other' },
    ],
  ])('finds nothing where the promise %s', async (_, some) => {
    const { find } = await setUp(some);
    expect(await find()).toEqual([]);
  });

  it('tells the operator of a promise that nobody can read', async () => {
    const { find, logger } = await setUp({ runs: [success], promise: 'daily' });
    expect(await find()).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        "glue-pipelines.io/freshness of component:default/covid-hiring: 'daily' is not a promise of freshness",
      ),
    );
  });
});
