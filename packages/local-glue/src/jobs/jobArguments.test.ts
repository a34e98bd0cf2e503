import { JobExecution } from './JobExecutor';
import {
  locations,
  refuseUnsupported,
  requirements,
  scriptArguments,
  sparkSettings,
  tellsInsights,
  usesDataCatalog,
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

describe('usesDataCatalog', () => {
  it.each([
    [undefined, false],
    ['true', true],
    ['True', true],
    ['', true],
    ['false', false],
    ['no', false],
  ])('%p: %p', (value, expected) => {
    const given: Record<string, string> =
      value === undefined ? {} : { '--enable-glue-datacatalog': value };
    expect(usesDataCatalog(given)).toBe(expected);
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

describe('refuseUnsupported', () => {
  it.each<[JobExecution['commandName'], Record<string, string>]>([
    ['glueetl', { '--enable-auto-scaling': 'true' }],
    ['glueetl', { '--datalake-formats': 'delta' }],
    ['pythonshell', { '--library-set': 'none' }],
    // What the set has and this machine lacks fails where a script imports it.
    ['pythonshell', { '--library-set': 'analytics' }],
  ])('accepts in %s jobs %p', (commandName, given) => {
    expect(() => refuseUnsupported(commandName, given)).not.toThrow();
  });

  it.each<[JobExecution['commandName'], string, string]>([
    ['pythonshell', '--datalake-formats', 'delta'],
  ])('names in %s jobs %s %s', (commandName, key, value) => {
    expect(() => refuseUnsupported(commandName, { [key]: value })).toThrow(
      `local-glue does not support ${key} ${value} in ${commandName} jobs: `,
    );
  });
});

it.each<[JobExecution['commandName'], Record<string, string>, boolean]>([
  ['glueetl', { '--enable-job-insights': 'true' }, true],
  ['glueetl', { 'enable-job-insights': 'true' }, true],
  ['glueetl', { '--enable-job-insights': 'false' }, false],
  ['glueetl', {}, false],
  ['pythonshell', { '--enable-job-insights': 'true' }, false],
])('whether %s jobs with %p have insights: %p', (commandName, given, tells) => {
  expect(tellsInsights({ commandName, arguments: given })).toBe(tells);
});

it('splits requirements at the commas between them', () => {
  expect(
    requirements(' pandas==2.3.3,moto[s3,glue] ,s3://a/b-1.0-py3-none-any.whl'),
  ).toEqual([
    'pandas==2.3.3',
    'moto[s3,glue]',
    's3://a/b-1.0-py3-none-any.whl',
  ]);
});

it('splits locations at commas', () => {
  expect(locations(' s3://a/b.zip, s3://a/c.py ,')).toEqual([
    's3://a/b.zip',
    's3://a/c.py',
  ]);
});
