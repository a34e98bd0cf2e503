import { createHash } from 'node:crypto';
import { JobExecution } from './JobExecutor';

/** What a value of an argument asks for that this machine does not do, and what to do instead. */
const unsupported: readonly {
  key: string;
  only?: JobExecution['commandName'];
  /** Values, in lower case, that ask for nothing. */
  harmless: readonly string[];
  remedy: string;
}[] = [
  {
    key: '--datalake-formats',
    only: 'pythonshell',
    harmless: [''],
    remedy: 'it is for Spark jobs: make this a glueetl job',
  },
];

/**
 * Throws an Error that names what a job asks for and local-glue cannot do: a
 * run that needs it must fail rather than give other rows.
 *
 * @param given - with `--` before every key
 */
export function refuseUnsupported(
  commandName: JobExecution['commandName'],
  given: Readonly<Record<string, string>>,
): void {
  for (const { key, only, harmless, remedy } of unsupported) {
    if (only && only !== commandName) continue;
    const value = given[key]?.trim();
    if (value === undefined || harmless.includes(value.toLowerCase())) continue;
    throw new Error(
      `local-glue does not support ${key} ${value} in ${commandName} jobs: ${remedy}`,
    );
  }
}

/**
 * The command line that a script reads with `getResolvedOptions`: every
 * argument of the run, and the three that Glue adds by itself (JOB_NAME,
 * JOB_RUN_ID, JOB_ID).
 */
export function scriptArguments(execution: JobExecution): string[] {
  const complete: Record<string, string> = {
    '--JOB_NAME': execution.jobName,
    '--JOB_RUN_ID': execution.jobRunId,
    '--JOB_ID': jobId(execution.jobName),
    ...normalized(execution.arguments),
  };
  return Object.entries(complete).flatMap(([key, value]) => [key, value]);
}

/** Arguments with `--` before every key: workflow arguments may come without. */
export function normalized(
  jobArguments: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(jobArguments).map(([key, value]) => [
      key.startsWith('--') ? key : `--${key}`,
      value,
    ]),
  );
}

/**
 * Spark settings of a job's `--conf`. Several are written as one value:
 * `a=1 --conf b=2`. Throws an Error that names a setting without `=`.
 */
export function sparkSettings(value: string = ''): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const setting of value.split(/(?:^|\s+)--conf[\s=]+/)) {
    const text = setting.trim();
    if (!text) continue;
    const equals = text.indexOf('=');
    if (equals < 1) {
      throw new Error(
        `--conf ${text} is not a Spark setting: write it as spark.key=value`,
      );
    }
    settings[text.slice(0, equals).trim()] = text.slice(equals + 1).trim();
  }
  return settings;
}

/**
 * Whether Spark SQL uses the Data Catalog. "Set the value to true"; earlier
 * documentation said that the key alone enables it ("--enable-glue-datacatalog",
 * AWS Glue Developer Guide, "Using job parameters in AWS Glue jobs").
 */
export function usesDataCatalog(
  given: Readonly<Record<string, string>>,
): boolean {
  const value = given['--enable-glue-datacatalog'];
  return value !== undefined && /^\s*(true)?\s*$/i.test(value);
}

/** Whether a Spark job that fails says more of it ("Monitoring with AWS Glue job run insights", AWS Glue Developer Guide). */
export function tellsInsights({
  commandName,
  arguments: given,
}: Pick<JobExecution, 'commandName' | 'arguments'>): boolean {
  return (
    commandName === 'glueetl' &&
    normalized(given)['--enable-job-insights'] === 'true'
  );
}

/**
 * pip's requirements in a list with commas, where extras have commas of their
 * own: `pandas==2.3.3,moto[s3,glue]`.
 */
export function requirements(value: string = ''): string[] {
  return value
    .split(/,(?![^[]*\])/)
    .map(requirement => requirement.trim())
    .filter(Boolean);
}

/** The words of an option's value. */
export function words(value: string = ''): string[] {
  return value.split(/\s+/).filter(Boolean);
}

/** The comma-separated S3 locations of `--extra-py-files` and its kin. */
export function locations(value: string = ''): string[] {
  return value
    .split(',')
    .map(location => location.trim())
    .filter(Boolean);
}

/** Stable per job name, in the form of Glue's own ids. */
function jobId(jobName: string): string {
  return `j_${createHash('sha256').update(jobName).digest('hex')}`;
}
