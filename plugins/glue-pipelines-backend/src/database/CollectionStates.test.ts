import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { CollectionOutcome } from './CollectionQueue';
import { CollectionStates } from './CollectionStates';
import { KnexCollectionQueue } from './KnexCollectionQueue';

jest.setTimeout(60_000);

const HOME = 'arn:aws:glue:us-east-1:000000000000';
const ABROAD = 'arn:aws:glue:eu-west-1:111111111111';
const now = new Date('2026-11-21T10:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe.each(testDatabases().ids)('CollectionStates, %s', id => {
  const databases = testDatabases();

  async function setUp() {
    const knex = await databases.open(id);
    const clock = { now };
    const queue = new KnexCollectionQueue(knex, async () => clock.now);
    const states = new CollectionStates(knex, async () => clock.now);
    const look = async (
      arn: string,
      at: Date,
      outcome: Omit<CollectionOutcome, 'dueAt'>,
      dueAt: Date,
    ) => {
      clock.now = at;
      const [held] = await queue.lease({ limit: 1, arn });
      await queue.finish(held, { ...outcome, dueAt: () => dueAt });
    };
    return { clock, queue, states, look };
  }

  it('has nothing to tell without workflows', async () => {
    const { states } = await setUp();
    expect(await states.list()).toEqual([]);
    expect(await states.newestFailures()).toEqual([]);
  });

  it('counts by account and region, and tells how late the latest look is', async () => {
    const { clock, queue, states, look } = await setUp();
    await queue.addWorkflows([
      COVID_HIRING_ARN,
      FLIGHT_DELAYS_ARN,
      `${ABROAD}:workflow/a`,
      `${ABROAD}:workflow/dropped`,
    ]);
    await queue.setWantedWorkflows([
      COVID_HIRING_ARN,
      FLIGHT_DELAYS_ARN,
      `${ABROAD}:workflow/a`,
    ]);
    await look(COVID_HIRING_ARN, later(1), { active: true }, later(15));
    await look(FLIGHT_DELAYS_ARN, later(2), { error: 'No' }, later(30));
    clock.now = later(25.5);
    expect(await states.list()).toEqual([
      {
        location: ABROAD,
        wanted: 1,
        due: 1,
        active: 0,
        failing: 0,
        lagSeconds: 25.5,
      },
      {
        location: HOME,
        wanted: 2,
        due: 1,
        active: 1,
        failing: 1,
        lagSeconds: 10.5,
        lastSuccessAt: later(1).toISOString(),
      },
    ]);
  });

  it('knows no lag before anything is due; who is waited for is due and not late', async () => {
    const { queue, states, look } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    await look(COVID_HIRING_ARN, now, {}, later(60));
    expect(await states.list()).toMatchObject([{ due: 0, lagSeconds: 0 }]);
    await queue.requestCollection(COVID_HIRING_ARN);
    expect(await states.list()).toMatchObject([{ due: 1, lagSeconds: 0 }]);
  });

  it('counts a look that does not come to an end as late', async () => {
    const { clock, queue, states } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const held = await queue.lease({ limit: 1 });
    clock.now = later(20);
    await queue.renew(held);
    clock.now = later(40);
    expect(await states.list()).toMatchObject([{ due: 1, lagSeconds: 40 }]);
  });

  it('tells the newest failure of each account and region, until it is over', async () => {
    const { queue, states, look } = await setUp();
    const abroad = `${ABROAD}:workflow/a`;
    await queue.addWorkflows([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN, abroad]);
    await look(COVID_HIRING_ARN, later(1), { error: 'older' }, later(10));
    await look(FLIGHT_DELAYS_ARN, later(2), { error: 'newer' }, later(10));
    await look(abroad, later(3), { error: 'abroad' }, later(10));
    const newest = async () =>
      (await states.newestFailures()).map(({ location, message, at }) => [
        location,
        message,
        at,
      ]);
    expect((await newest()).sort()).toEqual([
      [ABROAD, 'abroad', later(3).toISOString()],
      [HOME, 'newer', later(2).toISOString()],
    ]);
    await look(FLIGHT_DELAYS_ARN, later(11), {}, later(60));
    await look(abroad, later(12), {}, later(60));
    expect(await newest()).toEqual([[HOME, 'older', later(1).toISOString()]]);
  });
});
