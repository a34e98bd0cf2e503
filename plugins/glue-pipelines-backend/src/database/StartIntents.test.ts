import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { StartIntents } from './StartIntents';

jest.setTimeout(60_000);

const databases = testDatabases();
const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 10, 0, second));
const start = {
  workflowArn: COVID_HIRING_ARN,
  key: 'key-1',
  startedBy: 'user:default/ada',
  propertiesHash: 'hash',
};

describe.each(databases.ids)('start intents on %s', id => {
  const open = async (limits = { perUser: 3, perWorkflow: 5 }) =>
    new StartIntents(await databases.open(id), limits);

  const begun = async (
    intents: StartIntents,
    some: Partial<typeof start> = {},
    now = at(0),
  ) => {
    const begin = await intents.begin({ ...start, ...some }, now);
    if ('exceeded' in begin) {
      throw new Error(`The limit of the ${begin.exceeded} is exceeded`);
    }
    return begin.intent;
  };

  it('begins each key of a workflow once, of fifty that come at once', async () => {
    const intents = await open();
    const begins = await Promise.all(
      Array.from({ length: 50 }, () => intents.begin(start, at(0))),
    );
    expect(
      begins.filter(begin => 'intent' in begin && begin.isNew),
    ).toHaveLength(1);
    expect(
      await intents.begin({ ...start, workflowArn: FLIGHT_DELAYS_ARN }, at(0)),
    ).toMatchObject({ isNew: true });
  });

  it('lets as many through at once as the limit allows, and more a minute later', async () => {
    const intents = await open();
    const startTen = (now: Date) =>
      Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          intents.begin({ ...start, key: `${now.getTime()}-${i}` }, now),
        ),
      );
    for (const now of [at(0), at(61)]) {
      const begins = await startTen(now);
      expect(begins.filter(begin => 'intent' in begin)).toHaveLength(3);
      expect(begins).toContainEqual({ exceeded: 'user', limit: 3 });
    }
  });

  it('limits a workflow whoever starts it, and no other', async () => {
    const intents = await open({ perUser: 5, perWorkflow: 2 });
    await begun(intents, { key: 'a', startedBy: 'user:default/a' });
    await begun(intents, { key: 'b', startedBy: 'user:default/b' });
    const third = { ...start, key: 'c', startedBy: 'user:default/c' };
    expect(await intents.begin(third, at(1))).toEqual({
      exceeded: 'workflow',
      limit: 2,
    });
    await begun(intents, { ...third, workflowArn: FLIGHT_DELAYS_ARN }, at(1));
  });

  it('remembers the run, and answers the same key with it', async () => {
    const intents = await open();
    await intents.started(await begun(intents), 'wr_1');
    expect(await intents.begin(start, at(5))).toMatchObject({
      isNew: false,
      intent: { runId: 'wr_1', startedBy: 'user:default/ada' },
    });
    expect(await intents.lost(at(60), 10)).toEqual([]);
  });

  it('frees the key of a start that Glue refused, and counts it', async () => {
    const intents = await open({ perUser: 2, perWorkflow: 5 });
    await intents.refused(await begun(intents));
    expect(await intents.get(COVID_HIRING_ARN, 'key-1')).toBeUndefined();
    await begun(intents);
    expect(await intents.begin({ ...start, key: 'key-2' }, at(1))).toEqual({
      exceeded: 'user',
      limit: 2,
    });
  });

  it('lets one of several take over a start whose answer was lost', async () => {
    const intents = await open();
    const intent = await begun(intents);
    expect(await intents.lost(at(0), 10)).toEqual([]);
    expect(await intents.lost(at(1), 10)).toEqual([intent]);
    const taken = await Promise.all(
      Array.from({ length: 5 }, () => intents.takeOver(intent, at(60))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await intents.lost(at(60), 10)).toEqual([]);
  });

  it('forgets old ones', async () => {
    const intents = await open();
    await begun(intents);
    await intents.prune(at(1));
    expect(await intents.get(COVID_HIRING_ARN, 'key-1')).toBeUndefined();
  });
});
