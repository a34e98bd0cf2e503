import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { endSeenPause, SchedulePauses } from './SchedulePauses';

jest.setTimeout(60_000);

const databases = testDatabases();
const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 10, minute));
const definition = (state: string) => ({
  graph: { nodes: [], edges: [] },
  defaultRunProperties: {},
  startTrigger: { name: 'start', type: 'SCHEDULED' as const, state },
});

describe.each(databases.ids)('pauses of schedules on %s', id => {
  const pause = {
    workflowArn: COVID_HIRING_ARN,
    triggerName: 'start',
    pausedBy: 'user:default/jo',
    reason: 'The source moves',
  };

  async function setUp() {
    const knex = await databases.open(id);
    const pauses = new SchedulePauses(knex, async () => at(0));
    await pauses.save({ ...pause, reason: 'An older one' });
    await pauses.save(pause);
    return { knex, pauses };
  }

  it('keeps the last one of each workflow', async () => {
    const { pauses } = await setUp();
    const arns = [COVID_HIRING_ARN, FLIGHT_DELAYS_ARN];
    expect(await pauses.get(arns)).toEqual([
      { ...pause, pausedAt: at(0).toISOString() },
    ]);
    await pauses.end(COVID_HIRING_ARN);
    expect(await pauses.get(arns)).toMatchObject([
      { endedAt: at(0).toISOString() },
    ]);
    await pauses.delete(COVID_HIRING_ARN);
    expect(await pauses.get(arns)).toEqual([]);
  });

  it.each([
    [
      'keeps it while Glue says that the trigger is not active',
      'DEACTIVATED',
      9,
      undefined,
    ],
    [
      'keeps it where Glue may not have heard of it yet',
      'ACTIVATED',
      1,
      undefined,
    ],
    [
      'ends it once Glue says that the trigger is active',
      'ACTIVATED',
      2,
      at(2).toISOString(),
    ],
  ])('%s', async (_, state, minute, ended) => {
    const { knex, pauses } = await setUp();
    await knex.transaction(trx =>
      endSeenPause(trx, COVID_HIRING_ARN, definition(state), at(minute)),
    );
    const [{ endedAt }] = await pauses.get([COVID_HIRING_ARN]);
    expect(endedAt).toBe(ended);
  });
});
