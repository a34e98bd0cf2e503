import { createHash } from 'node:crypto';
import { JobExecution } from './JobExecutor';

/** Arguments that ask Glue for something this machine does not do, and what to do instead. */
const unsupported: readonly {
  key: string;
  /** Present with one of these values: ignored. */
  harmless: readonly string[];
  remedy: string;
}[] = [
  {
    key: '--additional-python-modules',
    harmless: [''],
    remedy:
      'put pure Python modules on S3 and name them in --extra-py-files, or install them into the environment that LOCAL_GLUE_PYTHON_ENV names',
  },
  {
    key: '--datalake-formats',
    harmless: [''],
    remedy: 'write Parquet, or name the format’s jar in --extra-jars',
  },
  {
    key: '--job-bookmark-option',
    harmless: ['', 'job-bookmark-disable', 'job-bookmark-pause'],
    remedy:
      'start the run with --job-bookmark-option job-bookmark-disable to read all data again',
  },
];

/**
 * What a job asks for that local-glue cannot do, as a sentence; undefined when
 * there is nothing. A run that needs it must fail rather than give other rows.
 */
export function unsupportedFeature(
  jobArguments: Record<string, string>,
): string | undefined {
  const given = normalized(jobArguments);
  for (const { key, harmless, remedy } of unsupported) {
    const value = given[key];
    if (value !== undefined && !harmless.includes(value.trim())) {
      return `local-glue does not support ${key} ${value}: ${remedy}`;
    }
  }
  return undefined;
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
