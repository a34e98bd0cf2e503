import { JobExecution } from './JobExecutor';
import {
  locations,
  scriptArguments,
  sparkSettings,
  unsupportedFeature,
} from './jobArguments';

const execution: JobExecution = {
  jobRunId: `jr_${'a'.repeat(64)}`,
  jobName: 'covid-hiring-transform',
  commandName: 'glueetl',
  scriptLocation: 's3://assets/transform.py',
  glueVersion: '5.1',
  arguments: {
    '--DATA_BUCKET': 'data',
    '--enable-metrics': '',
    WORKFLOW_NAME: 'covid-hiring',
  },
  timeoutMinutes: 60,
};

describe('scriptArguments', () => {
  it('passes every argument and adds the ones of Glue', () => {
    expect(scriptArguments(execution)).toEqual([
      '--JOB_NAME',
      'covid-hiring-transform',
      '--JOB_RUN_ID',
      execution.jobRunId,
      '--JOB_ID',
      expect.stringMatching(/^j_[0-9a-f]{64}$/),
      '--DATA_BUCKET',
      'data',
      '--enable-metrics',
      '',
      '--WORKFLOW_NAME',
      'covid-hiring',
    ]);
  });

  it('lets an argument of the run override what Glue adds', () => {
    const passed = scriptArguments({
      ...execution,
      arguments: { '--JOB_NAME': 'other' },
    });
    expect(passed.filter(argument => argument === '--JOB_NAME')).toHaveLength(
      1,
    );
    expect(passed[1]).toBe('other');
  });
});

describe('sparkSettings', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['spark.sql.shuffle.partitions=4', { 'spark.sql.shuffle.partitions': '4' }],
    [
      'spark.a=1 --conf spark.b=x=y --conf spark.c=a b',
      { 'spark.a': '1', 'spark.b': 'x=y', 'spark.c': 'a b' },
    ],
  ])('reads %p', (value, settings) => {
    expect(sparkSettings(value)).toEqual(settings);
  });

  it('names a setting without a value', () => {
    expect(() => sparkSettings('spark.a')).toThrow(
      '--conf spark.a is not a Spark setting',
    );
  });
});

describe('unsupportedFeature', () => {
  it.each([
    [{ '--job-bookmark-option': 'job-bookmark-disable' }],
    [{ '--enable-auto-scaling': 'true' }],
    [{ '--datalake-formats': '' }],
  ] as Record<string, string>[][])('accepts %p', jobArguments => {
    expect(unsupportedFeature(jobArguments)).toBeUndefined();
  });

  it.each([
    ['--job-bookmark-option', 'job-bookmark-enable'],
    ['--additional-python-modules', 'pandas==2'],
    ['--datalake-formats', 'delta'],
  ])('names %s %s', (key, value) => {
    expect(unsupportedFeature({ [key]: value })).toContain(
      `local-glue does not support ${key} ${value}`,
    );
  });
});

it('splits locations at commas', () => {
  expect(locations(' s3://a/b.zip, s3://a/c.py ,')).toEqual([
    's3://a/b.zip',
    's3://a/c.py',
  ]);
});
