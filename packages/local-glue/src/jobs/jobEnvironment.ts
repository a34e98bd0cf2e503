import { delimiter, join } from 'node:path';
import { PythonRuntime } from './PythonEnvironment';

export interface JobEnvironmentOptions {
  runtime: PythonRuntime;
  /** PATH of the server. */
  path: string | undefined;
  /** The working directory, which is also the job's home. */
  workDir: string;
  /** Where the script's result is to be written. */
  resultFile: string;
  /** Where the run's bookmark is, and where the script's commit is to be written. */
  bookmark?: { given: string; commit: string };
  /** Folders and archives on Python's path, `awsglue` first. */
  pythonPath: readonly string[];
  /** Where this server listens. */
  endpoint: string;
  region: string;
  /** The properties of the Spark session; absent for Python shell jobs. */
  propertiesFile?: string;
  /** Whether Spark SQL knows the tables of the Data Catalog. */
  dataCatalog: boolean;
  /** Whether all of Spark is on this machine. */
  loopback: boolean;
}

/**
 * The whole environment of a job. Nothing of the server's own environment
 * passes but PATH: no credentials, no profile, no proxy, no Python or Spark
 * settings of the person who started it.
 */
export function jobEnvironment(
  options: JobEnvironmentOptions,
): Record<string, string> {
  const { runtime, workDir } = options;
  return {
    PATH: [
      join(runtime.python, '..'),
      join(runtime.javaHome, 'bin'),
      options.path || '/usr/local/bin:/usr/bin:/bin',
    ].join(delimiter),
    HOME: workDir,
    TMPDIR: join(workDir, 'tmp'),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    PYTHONPATH: options.pythonPath.join(delimiter),
    PYTHONUNBUFFERED: '1',
    LOCAL_GLUE_RESULT: options.resultFile,
    ...(options.bookmark && {
      LOCAL_GLUE_BOOKMARK: options.bookmark.given,
      LOCAL_GLUE_BOOKMARK_COMMIT: options.bookmark.commit,
    }),
    AWS_ENDPOINT_URL: options.endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: options.region,
    AWS_DEFAULT_REGION: options.region,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    ...(options.propertiesFile && {
      JAVA_HOME: runtime.javaHome,
      PYSPARK_PYTHON: runtime.python,
      PYSPARK_DRIVER_PYTHON: runtime.python,
      PYSPARK_SUBMIT_ARGS: `--properties-file ${shellQuoted(options.propertiesFile)} pyspark-shell`,
      ...(options.dataCatalog && { LOCAL_GLUE_DATA_CATALOG: '1' }),
      // Spark's launcher is a JVM of its own that lives for a moment.
      SPARK_LAUNCHER_OPTS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1',
      SPARK_LOCAL_DIRS: join(workDir, 'tmp'),
      ...(options.loopback && { SPARK_LOCAL_IP: '127.0.0.1' }),
    }),
  };
}

/** PySpark splits its submit arguments as a POSIX shell would. */
function shellQuoted(text: string): string {
  return `'${text.replace(/'/g, `'"'"'`)}'`;
}
