import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  parseWorkflowArn,
  WORKFLOW_ENTITY_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import { waitFor } from '../__testUtils__/waitFor';
import { KnexCollectionQueue } from '../database/KnexCollectionQueue';
import { KnexWorkflowTags } from '../database/KnexWorkflowTags';
import { WorkflowOwners } from './WorkflowOwners';

jest.setTimeout(60_000);

const databases = testDatabases();
const OWNER = 'component:default/orders';
const arnsOf = (account: string, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `arn:aws:glue:eu-west-1:${account}:workflow/flow-${i}`,
  );

describe.each(databases.ids)('rounds that read tags, on %s', id => {
  /** An account that answers, and one that does what `broken` does. */
  async function setUp(broken: () => Promise<never>) {
    const knex = await databases.open(id);
    const tags = new KnexWorkflowTags(knex);
    const healthy = arnsOf('111111111111', 10);
    const sick = arnsOf('000000000000', 200);
    await new KnexCollectionQueue(knex).addWorkflows([...sick, ...healthy]);
    const asked: string[] = [];
    const owners = new WorkflowOwners(
      {
        // Only what is asked of Glue here: no server hangs for one account.
        glue: {
          async readTags({
            arn,
            accountId,
          }: {
            arn: string;
            accountId: string;
          }) {
            asked.push(arn);
            return accountId === '000000000000'
              ? broken()
              : { [WORKFLOW_ENTITY_TAG]: OWNER };
          },
        } as never,
        tags,
        logger: mockServices.logger.mock(),
      },
      { reads: false, writes: true },
    );
    return { owners, tags, healthy, asked };
  }

  it('read what one account tells while another one hangs', async () => {
    const hanging = new AbortController();
    const { owners, tags, healthy } = await setUp(
      () =>
        new Promise((_, reject) => {
          hanging.signal.addEventListener('abort', () =>
            reject(new ServiceUnavailableError('given up')),
          );
        }),
    );
    const round = owners.readDue();
    const known = await waitFor(
      () => tags.get(healthy),
      stored => stored.length === healthy.length,
    );
    expect(known.every(({ value }) => value === OWNER)).toBe(true);
    hanging.abort();
    await round;
  });

  it.each([
    ['refuses each', NotAllowedError, 100],
    ['cannot be reached', ServiceUnavailableError, 4],
  ])('ask seldom an account that %s', async (_, Refusal, asks) => {
    const { owners, asked } = await setUp(async () => {
      throw new Refusal('no');
    });
    await owners.readDue();
    expect(asked).toHaveLength(asks + 10);
    await owners.readDue();
    expect(asked).toHaveLength(2 * asks + 10);
    // Nobody was asked twice.
    expect(new Set(asked).size).toBe(asked.length);
  });

  it.each([
    [OWNER, OWNER],
    [' Component:Default/Orders ', OWNER],
    ['component:orders', OWNER],
    ['orders', undefined],
    ['component:/orders', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('take the tag %j for the entity %s', async (value, owner) => {
    const { owners, tags, healthy } = await setUp(async () => {
      throw new NotAllowedError('no');
    });
    const workflow = parseWorkflowArn(healthy[0]);
    await tags.save({ workflowArn: workflow.arn, value, readAt: new Date() });
    expect(await owners.ownerOf(workflow)).toBe(owner);
  });

  it('read a tag that is asked for and not known yet, if Glue tells it', async () => {
    const { owners, healthy } = await setUp(async () => {
      throw new NotAllowedError('no');
    });
    const [sick] = arnsOf('000000000000', 1);
    expect(await owners.ownerOf(parseWorkflowArn(healthy[0]))).toBe(OWNER);
    await expect(owners.ownerOf(parseWorkflowArn(sick))).rejects.toThrow(
      'AWS Glue does not tell whose',
    );
  });
});
