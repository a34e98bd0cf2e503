import type { StoredJob } from '../store/definitions';
import {
  effectiveArguments,
  logGroupName,
  maxConcurrentRuns,
  mayRetry,
  timeoutMinutes,
  workflowArguments,
} from './jobSettings';

const job = (members: Partial<StoredJob> = {}): StoredJob => ({
  Name: 'j',
  Command: { Name: 'glueetl' },
  GlueVersion: '5.1',
  ...members,
});

const shell = { Command: { Name: 'pythonshell' } };

describe('effectiveArguments', () => {
  it.each([
    [{}, undefined, {}],
    [{ DefaultArguments: { '--a': '1' } }, undefined, { '--a': '1' }],
    [
      { DefaultArguments: { '--a': '1', '--b': '1' } },
      { '--b': '2' },
      { '--a': '1', '--b': '2' },
    ],
    [
      { NonOverridableArguments: { '--b': '3' } },
      { '--b': '2' },
      { '--b': '3' },
    ],
  ])('of %j and %j', (members, runArguments, expected) => {
    expect(effectiveArguments(job(members), runArguments)).toEqual(expected);
  });
});

describe('workflowArguments', () => {
  it('tells a job which run it belongs to', () => {
    expect(workflowArguments({ '--x': '1' }, 'w', 'wr_1')).toEqual({
      '--x': '1',
      '--WORKFLOW_NAME': 'w',
      '--WORKFLOW_RUN_ID': 'wr_1',
    });
  });
});

describe('timeoutMinutes', () => {
  it.each([
    [job(), undefined, 480],
    [job({ GlueVersion: '4.0' }), undefined, 2880],
    [job({ GlueVersion: undefined }), undefined, 480],
    [job(shell), undefined, 2880],
    [job({ Timeout: 60 }), undefined, 60],
    [job({ Timeout: 60 }), 5, 5],
  ])('of %j with %s is %s', (definition, requested, expected) => {
    expect(timeoutMinutes(definition, requested)).toBe(expected);
  });
});

describe('mayRetry', () => {
  it.each([
    ['FAILED', 0, 1, true],
    ['FAILED', 1, 1, false],
    ['FAILED', 0, 0, false],
    ['FAILED', 0, undefined, false],
    ['TIMEOUT', 0, 1, false],
    ['STOPPED', 0, 1, false],
    ['ERROR', 0, 1, false],
    ['SUCCEEDED', 0, 1, false],
  ])('after %s of attempt %s with MaxRetries %s: %s', (...row) => {
    const [JobRunState, Attempt, MaxRetries, expected] = row;
    expect(mayRetry(job({ MaxRetries }), { JobRunState, Attempt })).toBe(
      expected,
    );
  });
});

describe('other settings', () => {
  const elsewhere = { '--custom-logGroup-prefix': '/aws-glue/jobs/orders/' };

  it.each([
    [job(), '/aws-glue/jobs'],
    [job(shell), '/aws-glue/python-jobs'],
    [job({ DefaultArguments: elsewhere }), '/aws-glue/jobs/orders'],
    [job({ ...shell, DefaultArguments: elsewhere }), '/aws-glue/python-jobs'],
  ])('log group of %j', (definition, expected) => {
    expect(logGroupName(definition)).toBe(expected);
  });

  it.each([
    [job(), 1],
    [job({ ExecutionProperty: { MaxConcurrentRuns: 4 } }), 4],
  ])('concurrency of %j', (definition, expected) => {
    expect(maxConcurrentRuns(definition)).toBe(expected);
  });
});
