import { mockServices } from '@backstage/backend-test-utils';
import { AwsEventListener } from './AwsEventListener';

const ended = (jobName: string) => ({
  topic: 'aws.glue',
  eventPayload: {
    source: 'aws.glue',
    'detail-type': 'Glue Job State Change',
    account: '123456789012',
    region: 'eu-west-1',
    detail: { jobName },
  },
});

describe('AwsEventListener', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function setUp() {
    const workflowsWith = jest.fn(async ({ name }: { name: string }) =>
      name === 'foreign' ? [] : ['arn:a', 'arn:b'],
    );
    const requestCollection = jest.fn(async (_: string) => new Date());
    const startDue = jest.fn(async () => {});
    const logger = mockServices.logger.mock();
    const listener = new AwsEventListener({
      nodes: { workflowsWith },
      queue: { requestCollection },
      collector: { startDue },
      logger,
      topic: 'aws.glue',
    });
    return { listener, workflowsWith, requestCollection, startDue, logger };
  }

  it('asks for each workflow once for all events within a second', async () => {
    const { listener, requestCollection, startDue } = setUp();
    for (let i = 0; i < 30; i++) {
      listener.hear(ended('load'));
      listener.hear(ended('extract'));
      await jest.advanceTimersByTimeAsync(100);
    }
    await jest.advanceTimersByTimeAsync(5_000);
    expect(startDue).toHaveBeenCalledTimes(3);
    expect(requestCollection.mock.calls.flat().sort()).toEqual([
      ...Array(3).fill('arn:a'),
      ...Array(3).fill('arn:b'),
    ]);
  });

  it('goes on after the database has failed', async () => {
    const { listener, workflowsWith, startDue, logger } = setUp();
    workflowsWith.mockRejectedValueOnce(new Error('no connection'));
    listener.hear(ended('load'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no connection'),
    );
    listener.hear(ended('load'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(startDue).toHaveBeenCalledTimes(1);
  });

  it('has one line for what it ignores', async () => {
    const { listener, startDue, logger } = setUp();
    listener.hear({ topic: 'aws.glue', eventPayload: 'hello' });
    listener.hear(ended('foreign'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(logger.debug.mock.calls.map(([message]) => message)).toEqual([
      'Ignored an event of aws.glue: it is no object',
      'Ignored an event of aws.glue: no workflow here has the JOB "foreign"',
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
    expect(startDue).not.toHaveBeenCalled();
  });

  it('does nothing more when it is closed', async () => {
    const { listener, workflowsWith } = setUp();
    listener.hear(ended('load'));
    await listener.close();
    listener.hear(ended('load'));
    await jest.advanceTimersByTimeAsync(5_000);
    expect(workflowsWith).not.toHaveBeenCalled();
  });
});
