import { crawlerStateChange, jobStateChange } from './happenings';
import { announce } from '../../base/Happening';

const time = new Date('2026-11-21T10:00:07.500Z');

describe('Glue Job State Change', () => {
  it.each([
    ['SUCCEEDED', 'INFO', 'Job run succeeded'],
    ['STOPPED', 'INFO', 'Job run stopped'],
    ['TIMEOUT', 'WARN', 'Job run timed out'],
    ['FAILED', 'ERROR', 'KeyError: x'],
  ] as const)('%s', (JobRunState, severity, message) => {
    const run = {
      Id: 'jr_1',
      JobName: 'load',
      JobRunState,
      ErrorMessage: 'KeyError: x',
      CompletedOn: time,
    };
    expect(jobStateChange(run)).toEqual({
      source: 'aws.glue',
      detailType: 'Glue Job State Change',
      time,
      resources: [],
      detail: {
        jobName: 'load',
        severity,
        state: JobRunState,
        jobRunId: 'jr_1',
        message,
      },
    });
  });

  it('is not told of other states', () => {
    const run = { Id: 'jr_1', JobName: 'load', JobRunState: 'ERROR' } as const;
    expect(jobStateChange(run)).toBeUndefined();
  });
});

describe('Glue Crawler State Change', () => {
  const crawl = {
    crawlerName: 'raw',
    StartedOn: new Date('2026-11-21T10:00:00Z'),
    CompletedOn: time,
    ErrorMessage: 'no such bucket',
    tablesCreated: 1,
    tablesUpdated: 0,
    tablesDeleted: 0,
  };
  const account = { accountId: '000000000000' };

  it.each([
    ['RUNNING', { state: 'Started', startTime: '2026-11-21T10:00:00Z' }],
    [
      'SUCCEEDED',
      { state: 'Succeeded', tablesCreated: '1', 'runningTime (sec)': '8' },
    ],
    ['FAILED', { state: 'Failed', errorMessage: 'no such bucket' }],
  ])('%s', (State, detail) => {
    expect(crawlerStateChange({ ...crawl, State }, account)).toMatchObject({
      source: 'aws.glue',
      detailType: 'Glue Crawler State Change',
      detail: {
        crawlerName: 'raw',
        message: `Crawler ${detail.state}`,
        ...account,
        ...detail,
      },
    });
  });

  it('is not told of other states', () => {
    const cancelled = { ...crawl, State: 'CANCELLED' };
    expect(crawlerStateChange(cancelled, account)).toBeUndefined();
  });
});

it('does not throw when an event cannot be sent', () => {
  const error = jest.fn();
  const send = () => {
    throw new Error('the disk is full');
  };
  announce(
    { source: 'a', detailType: 'B', time, resources: [], detail: {} },
    { events: { send }, log: { info: error, warn: error, error } },
  );
  expect(error).toHaveBeenCalledWith(
    expect.stringContaining('the disk is full'),
  );
});
