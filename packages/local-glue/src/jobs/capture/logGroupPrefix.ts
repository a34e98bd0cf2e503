import type { JobExecution } from '../JobExecutor';

/**
 * What the log groups of a job run begin with, to which Glue adds `/output` and
 * `/error`. Spark jobs of Glue 5.0 and later may name another one ("Logging for
 * AWS Glue jobs", AWS Glue Developer Guide); for Python shell jobs no document
 * has such an argument.
 */
export function logGroupPrefix(
  commandName: string | undefined,
  jobArguments: JobExecution['arguments'],
): string {
  if (commandName === 'pythonshell') return '/aws-glue/python-jobs';
  const custom = jobArguments['--custom-logGroup-prefix']?.replace(/\/+$/, '');
  return custom || '/aws-glue/jobs';
}
