import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { CollectionState } from '../database/CollectionStates';
import { CollectorMetrics } from './CollectorMetrics';

const state = (
  region: string,
  members: Partial<CollectionState>,
): CollectionState => ({
  location: `arn:aws:glue:${region}:123456789012`,
  wanted: 0,
  due: 0,
  active: 0,
  failing: 0,
  lagSeconds: 0,
  ...members,
});

function setUp(list: () => Promise<CollectionState[]>) {
  const metrics = metricsServiceMock.mock();
  const states = { list: jest.fn(list) };
  const collector = new CollectorMetrics(metrics, states);
  /** What an exporter reads of a gauge. */
  const read = async (name: string) => {
    const created = metrics.createObservableGauge.mock;
    const i = created.calls.findIndex(([itsName]) => itsName === name);
    const gauge = jest.mocked(created.results[i].value);
    const removed = gauge.removeCallback.mock.calls.map(
      ([each]: [unknown]) => each,
    );
    const observed: unknown[] = [];
    for (const [callback] of gauge.addCallback.mock.calls) {
      if (!removed.includes(callback)) {
        await callback({
          observe: (...observation: unknown[]) => observed.push(observation),
        });
      }
    }
    return observed;
  };
  return { metrics, states, collector, read };
}

describe('CollectorMetrics', () => {
  it('counts calls to AWS and how long they take', () => {
    const { metrics, collector } = setUp(async () => []);
    collector.observe({
      location: {
        partition: 'aws',
        accountId: '123456789012',
        region: 'eu-west-1',
      },
      operation: 'DescribeTable',
      outcome: 'throttled',
      seconds: 1.5,
    });
    const attributes = {
      'rpc.service': 'redshift-data',
      'rpc.method': 'DescribeTable',
      'cloud.account.id': '123456789012',
      'cloud.region': 'eu-west-1',
      outcome: 'throttled',
    };
    const [counter] = metrics.createCounter.mock.results;
    expect(counter.value.add.mock.calls).toEqual([[1, attributes]]);
    const [histogram] = metrics.createHistogram.mock.results;
    expect(histogram.value.record.mock.calls).toEqual([[1.5, attributes]]);
  });

  it('has names and units that stay', () => {
    const { metrics } = setUp(async () => []);
    const created = [
      ...metrics.createCounter.mock.calls,
      ...metrics.createHistogram.mock.calls,
      ...metrics.createObservableGauge.mock.calls,
    ];
    // Dashboards of installed portals name them: renaming one is a breaking change.
    expect(created.map(([name, options]) => [name, options?.unit])).toEqual([
      ['glue_pipelines.aws.calls', '{call}'],
      ['glue_pipelines.aws.call.duration', 's'],
      ['glue_pipelines.collector.wanted', '{workflow}'],
      ['glue_pipelines.collector.due', '{workflow}'],
      ['glue_pipelines.collector.active', '{workflow}'],
      ['glue_pipelines.collector.failing', '{workflow}'],
      ['glue_pipelines.collector.lag', 's'],
    ]);
  });

  it.each([
    ['glue_pipelines.collector.wanted', 5, 1],
    ['glue_pipelines.collector.due', 4, 0],
    ['glue_pipelines.collector.active', 3, 0],
    ['glue_pipelines.collector.failing', 2, 0],
    ['glue_pipelines.collector.lag', 1.5, 0],
  ])('tells %s by account and region', async (name, here, there) => {
    const { read } = setUp(async () => [
      state('eu-west-1', {
        wanted: 5,
        due: 4,
        active: 3,
        failing: 2,
        lagSeconds: 1.5,
      }),
      state('us-east-1', { wanted: 1 }),
    ]);
    const account = { 'cloud.account.id': '123456789012' };
    expect(await read(name)).toEqual([
      [here, { ...account, 'cloud.region': 'eu-west-1' }],
      [there, { ...account, 'cloud.region': 'us-east-1' }],
    ]);
  });

  it('asks the database once for all gauges, and again after a failure', async () => {
    const { states, read } = setUp(async () => [state('eu-west-1', {})]);
    states.list.mockRejectedValueOnce(new Error('no connection'));
    await expect(read('glue_pipelines.collector.lag')).rejects.toThrow(
      'no connection',
    );
    await read('glue_pipelines.collector.due');
    await read('glue_pipelines.collector.lag');
    expect(states.list).toHaveBeenCalledTimes(2);
  });

  it('asks nothing any more when it is closed', async () => {
    const { states, collector, read } = setUp(async () => [
      state('eu-west-1', {}),
    ]);
    collector.close();
    expect(await read('glue_pipelines.collector.lag')).toEqual([]);
    expect(states.list).not.toHaveBeenCalled();
  });
});
