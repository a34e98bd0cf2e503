import { parseAwsEvent } from './awsEvents';

const LOCATION = 'arn:aws:glue:eu-west-1:123456789012';

/** As EventBridge writes it into a queue ("AWS Glue events", Amazon EventBridge). */
const event = (
  detailType: string,
  detail: unknown,
  more: Record<string, unknown> = {},
) => ({
  version: '0',
  id: 'abcdef00-1234-5678-9abc-def012345678',
  'detail-type': detailType,
  source: 'aws.glue',
  account: '123456789012',
  time: '2026-11-28T18:57:21Z',
  region: 'eu-west-1',
  resources: [],
  detail,
  ...more,
});
const job = (more: Record<string, unknown> = {}) =>
  event(
    'Glue Job State Change',
    {
      jobName: 'load',
      severity: 'INFO',
      state: 'SUCCEEDED',
      jobRunId: 'jr_abc',
      message: 'Job run succeeded',
    },
    more,
  );
const named = (jobName: unknown) => job({ detail: { jobName } });

describe('parseAwsEvent', () => {
  it.each([
    ['a job', job(), { location: LOCATION, type: 'JOB', name: 'load' }],
    [
      'a crawler',
      event('Glue Crawler State Change', {
        accountId: '123456789012',
        crawlerName: 'crawl raw',
        state: 'Succeeded',
        tablesCreated: '0',
      }),
      { location: LOCATION, type: 'CRAWLER', name: 'crawl raw' },
    ],
    [
      'a region of another partition',
      job({ region: 'cn-north-1' }),
      {
        location: 'arn:aws-cn:glue:cn-north-1:123456789012',
        type: 'JOB',
        name: 'load',
      },
    ],
    [
      'the longest name',
      named('x'.repeat(255)),
      { location: LOCATION, type: 'JOB', name: 'x'.repeat(255) },
    ],
    [
      'a name of strange characters, which is only looked up',
      named(`'; DROP TABLE runs; --\0`),
      { location: LOCATION, type: 'JOB', name: `'; DROP TABLE runs; --\0` },
    ],
  ])('reads %s', (_, payload, node) => {
    expect(parseAwsEvent(payload)).toEqual({ node });
    // The SQS module hands over the parsed body of a message.
    expect(parseAwsEvent(JSON.parse(JSON.stringify(payload)))).toEqual({
      node,
    });
  });

  it.each([
    ['nothing', undefined, 'no object'],
    ['null', null, 'no object'],
    ['a text', JSON.stringify(job()), 'no object'],
    ['a list', [job()], 'no object'],
    ['an empty object', {}, 'source'],
    ['an event of others', job({ source: 'aws.s3' }), 'source'],
    ['one that only looks alike', job({ source: ['aws.glue'] }), 'source'],
    [
      'another event of Glue',
      event('Glue Data Catalog Table State Change', {}),
      'detail-type',
    ],
    ['a detail-type of objects', event('constructor', {}), 'detail-type'],
    ['no account', job({ account: undefined }), 'account and region'],
    ['a number as account', job({ account: 123456789012 }), 'account'],
    ['a short account', job({ account: '1234' }), 'account'],
    ['an account with more', job({ account: '123456789012:job' }), 'account'],
    ['no region', job({ region: '' }), 'account and region'],
    ['a wildcard as region', job({ region: '%' }), 'account and region'],
    [
      'a region with an account',
      job({ region: 'eu-west-1:210987654321' }),
      'account and region',
    ],
    ['no detail', job({ detail: undefined }), 'jobName'],
    ['null as detail', job({ detail: null }), 'jobName'],
    ['a list as detail', job({ detail: ['load'] }), 'jobName'],
    ['no name', job({ detail: {} }), 'jobName'],
    ['an empty name', named(''), 'jobName'],
    ['a name that is too long', named('x'.repeat(256)), 'jobName'],
    ['an object as name', named({ like: '%' }), 'jobName'],
    [
      'a crawler without its name',
      event('Glue Crawler State Change', { jobName: 'load' }),
      'crawlerName',
    ],
  ])('says why it ignores %s', (_, payload, problem) => {
    expect(parseAwsEvent(payload)).toEqual({
      problem: expect.stringContaining(problem),
    });
  });
});
