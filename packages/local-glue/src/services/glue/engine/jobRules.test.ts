import { checkJob, checkJobRun } from './jobRules';

const spark = { Name: 'j', Command: { Name: 'glueetl' } };
const shell = { Name: 'j', Command: { Name: 'pythonshell' } };
const streaming = { Name: 'j', Command: { Name: 'gluestreaming' } };

// CreateJob and StartJobRun, AWS Glue API reference.
describe('the rules of jobs and their runs', () => {
  it.each([
    [spark, {}],
    [spark, { Timeout: 10_080 }],
    [spark, { WorkerType: 'G.1X' as const, NumberOfWorkers: 2 }],
    [spark, { MaxCapacity: 10 }],
    [spark, { ExecutionClass: 'FLEX' as const }],
    [{ ...spark, GlueVersion: '3.0' }, { ExecutionClass: 'FLEX' as const }],
    [shell, { MaxCapacity: 0.0625 }],
    [shell, { MaxCapacity: 1 }],
  ])('allow %j with %j', (job, settings) => {
    expect(() => checkJob({ ...job, ...settings })).not.toThrow();
    expect(() => checkJobRun(settings, job)).not.toThrow();
  });

  it.each([
    [spark, { Timeout: 10_081 }, 'The most is 10080, 7 days'],
    [
      spark,
      { MaxCapacity: 2, WorkerType: 'G.1X' as const },
      'Give one or the other',
    ],
    [spark, { MaxCapacity: 2, NumberOfWorkers: 2 }, 'Give one or the other'],
    [shell, { MaxCapacity: 2 }, '0.0625 or 1 DPU'],
    [shell, { ExecutionClass: 'FLEX' as const }, 'glueetl jobs of Glue 3.0'],
    [
      streaming,
      { ExecutionClass: 'FLEX' as const },
      'glueetl jobs of Glue 3.0',
    ],
    [
      { ...spark, GlueVersion: '2.0' },
      { ExecutionClass: 'FLEX' as const },
      'glueetl jobs of Glue 3.0',
    ],
  ])('refuse %j with %j', (job, settings, message) => {
    const refused = expect.objectContaining({
      code: 'InvalidInputException',
      message: expect.stringContaining(message),
    });
    expect(() => checkJob({ ...job, ...settings })).toThrow(refused);
    expect(() => checkJobRun(settings, job)).toThrow(refused);
  });
});
