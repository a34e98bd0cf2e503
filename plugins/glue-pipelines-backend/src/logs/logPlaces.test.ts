import { JobRunSettings } from '../aws/GlueApi';
import { LoggedAttempt, partOf, placesOf } from './logPlaces';

const job = (logGroupName?: string): LoggedAttempt => ({
  type: 'JOB',
  jobRunId: 'jr_1',
  logGroupName,
});
const crawler = (logGroupName?: string): LoggedAttempt => ({
  type: 'CRAWLER',
  crawlerName: 'cases',
  logGroupName,
});
const settings = (
  glueVersion: string,
  named: Record<string, string> = {},
  more: Partial<JobRunSettings> = {},
): JobRunSettings => ({
  glueVersion,
  command: 'glueetl',
  arguments: named,
  ...more,
});
const CONTINUOUS = { '--enable-continuous-cloudwatch-log': 'true' };

describe('placesOf', () => {
  it.each<[string, LoggedAttempt, JobRunSettings | undefined, string[]]>([
    [
      'a job of Glue 5',
      job('/aws-glue/jobs'),
      settings('5.1'),
      ['/aws-glue/jobs/output jr_1', '/aws-glue/jobs/error jr_1'],
    ],
    [
      'one whose prefix of groups Glue does not tell',
      job(),
      settings('5.0'),
      ['/aws-glue/jobs/output jr_1', '/aws-glue/jobs/error jr_1'],
    ],
    [
      'one with a prefix of groups and of streams',
      job('/aws-glue/jobs'),
      settings('5.0', {
        '--custom-logGroup-prefix': '/teams/orders/',
        '--custom-logStream-prefix': 'nightly-',
      }),
      [
        '/teams/orders/output nightly-',
        '/aws-glue/jobs/output nightly-',
        '/teams/orders/error nightly-',
        '/aws-glue/jobs/error nightly-',
      ],
    ],
    [
      'one that a security configuration encrypts',
      job('/aws-glue/jobs/strict-role/service-role/glue/'),
      settings('5.0', {}, { securityConfiguration: 'strict' }),
      [
        '/aws-glue/jobs/strict-role/service-role/glue/output jr_1',
        '/aws-glue/jobs/strict-role/service-role/glue/error jr_1',
      ],
    ],
    [
      'one in a group of its own',
      job('/aws-glue/jobs'),
      settings('5.0', { '--continuous-log-logGroup': '/teams/orders' }),
      [
        '/aws-glue/jobs/output jr_1',
        '/aws-glue/jobs/error jr_1',
        '/teams/orders jr_1',
      ],
    ],
    [
      'a job of Glue 4 without continuous logging',
      job('/aws-glue/jobs'),
      settings('4.0'),
      ['/aws-glue/jobs/output jr_1', '/aws-glue/jobs/error jr_1'],
    ],
    [
      'one with continuous logging',
      job('/aws-glue/jobs'),
      settings('4.0', CONTINUOUS),
      [
        '/aws-glue/jobs/output jr_1',
        '/aws-glue/jobs/error jr_1',
        '/aws-glue/jobs/logs-v2 jr_1',
      ],
    ],
    [
      'one with job run insights',
      job('/aws-glue/jobs'),
      settings('4.0', { '--enable-job-insights': 'true' }),
      [
        '/aws-glue/jobs/output jr_1',
        '/aws-glue/jobs/error jr_1',
        '/aws-glue/jobs/logs-v2 jr_1',
      ],
    ],
    [
      'one with continuous logging that is encrypted',
      job('/aws-glue/jobs-glue-strict/'),
      settings('3.0', CONTINUOUS, { securityConfiguration: 'strict' }),
      [
        '/aws-glue/jobs-glue-strict/output jr_1',
        '/aws-glue/jobs-glue-strict/error jr_1',
        '/aws-glue/jobs/logs-v2-strict jr_1',
      ],
    ],
    [
      'one with continuous logging elsewhere, encrypted',
      job('/aws-glue/jobs'),
      settings(
        '4.0',
        {
          ...CONTINUOUS,
          '--continuous-log-logGroup': '/teams/orders',
          '--continuous-log-logStreamPrefix': 'nightly/',
        },
        { securityConfiguration: 'strict' },
      ),
      [
        '/aws-glue/jobs/output jr_1',
        '/aws-glue/jobs/error jr_1',
        '/teams/orders-strict nightly/',
      ],
    ],
    [
      'a job whose settings cannot be read',
      job('/aws-glue/jobs'),
      undefined,
      [
        '/aws-glue/jobs/output jr_1',
        '/aws-glue/jobs/error jr_1',
        '/aws-glue/jobs/logs-v2 jr_1',
      ],
    ],
    [
      'a Python shell job',
      job('/aws-glue/python-jobs'),
      settings('3.0', {}, { command: 'pythonshell' }),
      ['/aws-glue/python-jobs/output jr_1', '/aws-glue/python-jobs/error jr_1'],
    ],
    [
      'a Python shell job whose settings cannot be read',
      job('/aws-glue/python-jobs'),
      undefined,
      ['/aws-glue/python-jobs/output jr_1', '/aws-glue/python-jobs/error jr_1'],
    ],
    [
      'a Python shell job whose prefix Glue does not tell',
      job(),
      settings('3.0', {}, { command: 'pythonshell' }),
      ['/aws-glue/python-jobs/output jr_1', '/aws-glue/python-jobs/error jr_1'],
    ],
    ['a crawler', crawler(), undefined, ['/aws-glue/crawlers cases']],
    [
      'a crawler that a security configuration encrypts',
      crawler('/aws-glue/crawlers-role/service-role/glue-strict'),
      undefined,
      ['/aws-glue/crawlers-role/service-role/glue-strict cases'],
    ],
    [
      'what is no name of a group',
      job('/aws glue'),
      settings('5.0', { '--continuous-log-logGroup': 'a:b' }),
      [],
    ],
  ])('of %s', (_, attempt, itsSettings, places) =>
    expect(
      placesOf(attempt, itsSettings).map(
        ({ group, prefix }) => `${group} ${prefix}`,
      ),
    ).toEqual(places),
  );
});

describe('partOf', () => {
  it.each([
    ['jr_1', 'driver'],
    ['jr_1-driver', 'driver'],
    ['jr_1-1', 'executor'],
    ['jr_1_g-4b54d02c', 'executor'],
    ['jr_1-progress-bar', 'progress'],
    ['jr_1-job-insights-rca-driver', 'insights'],
    ['jr_1-job-insights-rule-driver', 'insights'],
    ['nightly-jr_1-driver', 'driver'],
    ['nightly/jr_1-12', 'executor'],
    // Another run, its retry, and another's log under a name that a job's arguments make up.
    ['jr_12', undefined],
    ['jr_1_attempt_1', undefined],
    ['jr_1_attempt_1-driver', undefined],
    ['nightly-driver', undefined],
    ['payments-production', undefined],
  ])('%s: %s', (stream, part) => expect(partOf(job(), stream)).toBe(part));

  it('of a crawler is its own stream', () => {
    expect(partOf(crawler(), 'cases')).toBe('driver');
    expect(partOf(crawler(), 'cases-2')).toBeUndefined();
  });

  it('of a retry is its own', () => {
    const retry: LoggedAttempt = { type: 'JOB', jobRunId: 'jr_1_attempt_1' };
    expect(partOf(retry, 'jr_1_attempt_1-driver')).toBe('driver');
    expect(partOf(retry, 'jr_1_attempt_12')).toBeUndefined();
    expect(partOf(retry, 'jr_1-driver')).toBeUndefined();
  });
});
