import { JobMemory } from './jobMemory';

/** What differs between one Spark job and the next. */
export interface SparkSession {
  /** Absolute folder below which every bucket is a folder of its name. */
  bucketRoot: string;
  /** The buckets that exist now: a session sees no other. */
  buckets: readonly string[];
  /** Absolute; Spark's warehouse goes below it. */
  workDir: string;
  /** `local[*]`, or a cluster such as `spark://host:7077`. */
  master: string;
  /** Options of the driver's JVM, one element each. */
  jvmOptions: readonly string[];
  memory: Pick<JobMemory, 'driverHeap' | 'pythonWorker'>;
  /** Paths of jars that are added to the class path. */
  jars: readonly string[];
  /** Those of them that come before Spark's own. */
  jarsFirst: readonly string[];
  /** The environment of the driver: Python on a cluster's executors gets what it needs of it. */
  executorEnvironment: Readonly<Record<string, string>>;
  /** The job's own `--conf`. */
  settings: Readonly<Record<string, string>>;
}

/**
 * The properties of a job's Spark session, Glue's defaults scaled to one
 * machine. A job's own settings win, except where `s3://` would stop working.
 *
 * `s3://`, `s3a://` and `s3n://` are folders of this machine: Hadoop's
 * ViewFileSystemOverloadScheme takes over the schemes and maps each bucket by
 * its mount table (Hadoop document "View File System Overload Scheme Guide"),
 * so that paths keep their names. RawLocalFileSystem, because the checksummed
 * one would leave `.crc` files between the objects.
 */
export function sparkProperties(session: SparkSession): Record<string, string> {
  return {
    'spark.master': session.master,
    'spark.driver.memory': `${session.memory.driverHeap}m`,
    'spark.python.worker.memory': `${session.memory.pythonWorker}m`,
    'spark.ui.enabled': 'false',
    'spark.ui.showConsoleProgress': 'false',
    'spark.sql.shuffle.partitions': '8',
    'spark.sql.session.timeZone': 'UTC',
    'spark.sql.warehouse.dir': `file://${encodeURI(session.workDir)}/spark-warehouse`,
    ...(session.jarsFirst.length > 0 && {
      'spark.driver.extraClassPath': session.jarsFirst.join(':'),
      'spark.executor.extraClassPath': session.jarsFirst.join(':'),
    }),
    ...(isOfThisMachine(session.master) && {
      'spark.driver.host': '127.0.0.1',
      'spark.driver.bindAddress': '127.0.0.1',
    }),
    ...(!session.master.startsWith('local') && executors(session)),
    ...session.settings,
    ...(session.jars.length > 0 && {
      'spark.jars': [
        ...session.jars,
        ...(session.settings['spark.jars']?.split(',') ?? []),
      ].join(','),
    }),
    'spark.driver.extraJavaOptions': [
      ...session.jvmOptions.map(quoted),
      session.settings['spark.driver.extraJavaOptions'] ?? '',
    ]
      .join(' ')
      .trim(),
    ...fileSystems(session),
  };
}

/** Whether executors reach the driver by the loopback address. */
export function isOfThisMachine(master: string): boolean {
  return /^local\b|^spark:\/\/(127\.0\.0\.1|localhost):/.test(master);
}

/** What the driver's environment has and an executor's Python needs: `awsglue`, and this server as AWS. */
const passedToExecutors = /^(PYTHONPATH|AWS_.*|LANG|TZ)$/;

function executors({
  executorEnvironment,
}: SparkSession): Record<string, string> {
  return {
    'spark.executor.extraJavaOptions': '-Duser.timezone=UTC',
    ...Object.fromEntries(
      Object.entries(executorEnvironment)
        .filter(([name]) => passedToExecutors.test(name))
        .map(([name, value]) => [`spark.executorEnv.${name}`, value]),
    ),
  };
}

function fileSystems({
  bucketRoot,
  buckets,
}: SparkSession): Record<string, string> {
  const raw = 'org.apache.hadoop.fs.RawLocalFileSystem';
  const properties: Record<string, string> = {
    'spark.hadoop.fs.file.impl': raw,
  };
  for (const scheme of ['s3', 's3a', 's3n']) {
    properties[`spark.hadoop.fs.${scheme}.impl`] =
      'org.apache.hadoop.fs.viewfs.ViewFileSystemOverloadScheme';
    properties[`spark.hadoop.fs.viewfs.overload.scheme.target.${scheme}.impl`] =
      raw;
  }
  for (const bucket of buckets) {
    properties[`spark.hadoop.fs.viewfs.mounttable.${bucket}.linkFallback`] =
      `file://${encodeURI(bucketRoot)}/${bucket}`;
  }
  return properties;
}

/** An option for Spark's launcher, which splits at blanks outside double quotes. */
function quoted(option: string): string {
  return /[\s"'\\]/.test(option)
    ? `"${option.replace(/(["\\])/g, '\\$1')}"`
    : option;
}

/** A file in the format of `java.util.Properties`, which `--properties-file` reads. */
export function renderProperties(properties: Record<string, string>): string {
  return Object.entries(properties)
    .map(
      ([key, value]) =>
        `${escaped(key, /[\\\s:=#!]/g)}=${escaped(value, /^\s|[\\\r\n\t]/g)}\n`,
    )
    .join('');
}

const controlCharacters: Record<string, string> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escaped(text: string, special: RegExp): string {
  return text.replace(
    special,
    character => controlCharacters[character] ?? `\\${character}`,
  );
}
