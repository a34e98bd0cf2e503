import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from './fileLock';
import { PythonRuntime } from './PythonEnvironment';
import { CommandError, runCommand } from './runCommand';
import { toolEnvironment } from './toolEnvironment';

/** The versions of Glue 5.1 ("AWS Glue versions", AWS Glue Developer Guide). */
const dataLakePackages: Readonly<Record<string, readonly string[]>> = {
  delta: ['io.delta:delta-spark_2.12:3.3.2'],
  iceberg: [
    'org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:1.10.0',
    // The Glue catalog, which jobs on Glue configure as glue_catalog.
    'org.apache.iceberg:iceberg-aws-bundle:1.10.0',
  ],
};

/** The name of the jars that every Spark job has. */
export const BUILT_IN = 'built-in';

const packagesOf: Readonly<Record<string, readonly string[]>> = {
  ...dataLakePackages,
  // What Spark has on Glue without being asked, and that of PyPI has not.
  [BUILT_IN]: [
    'org.apache.spark:spark-avro_2.12:3.5.6',
    'org.postgresql:postgresql:42.7.3',
  ],
};

/** Spark settings of a job that say where jars come from. */
const sourceSettings = ['spark.jars.repositories', 'spark.jars.ivySettings'];

/**
 * The formats that `--datalake-formats` names. Throws an Error for one that
 * cannot be had.
 */
export function dataLakeFormats(value: string = ''): string[] {
  const formats = value
    .split(',')
    .map(format => format.trim().toLowerCase())
    .filter(Boolean);
  for (const format of formats) {
    if (!(format in dataLakePackages)) {
      throw new Error(
        `local-glue does not support --datalake-formats ${format}: it has ${Object.keys(dataLakePackages).join(' and ')}. Name the format's own jars in --extra-jars`,
      );
    }
  }
  return [...new Set(formats)].sort();
}

/**
 * The jars of formats, which Spark itself resolves from Maven the first
 * time (`spark.jars.packages`). From then on they are files of this machine:
 * jobs start without asking, and side by side.
 */
export class DataLakeJars {
  readonly #directory: string;
  readonly #runtime: PythonRuntime;
  readonly #pythonFolder: string;

  /**
   * @param directory - absolute; may be shared by several servers
   * @param pythonFolder - `python/` of this package
   */
  constructor(directory: string, runtime: PythonRuntime, pythonFolder: string) {
    this.#directory = directory;
    this.#runtime = runtime;
    this.#pythonFolder = pythonFolder;
  }

  /**
   * Paths of the jars of a format.
   *
   * @param settings - the job's own Spark settings
   * @throws Error that names the jar which cannot be had
   */
  async jarsOf(
    format: string,
    settings: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<string[]> {
    const packages = packagesOf[format];
    const name = createHash('sha256').update(packages.join()).digest('hex');
    const folder = join(this.#directory, `${format}-${name.slice(0, 12)}`);
    if (!existsSync(folder)) {
      await withFileLock(`${folder}.lock`, { signal }, async () => {
        if (existsSync(folder)) return;
        await this.#resolve(format, folder, settings, signal);
      });
    }
    return (await readdir(folder)).map(jar => join(folder, jar));
  }

  async #resolve(
    format: string,
    folder: string,
    settings: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<void> {
    const { python, pysparkFolder, javaHome } = this.#runtime;
    const packages = packagesOf[format];
    await mkdir(this.#directory, { recursive: true });
    const making = await mkdtemp(`${folder}-making-`);
    try {
      await runCommand(
        join(pysparkFolder, 'bin', 'spark-submit'),
        [
          '--master=local[1]',
          `--packages=${packages.join()}`,
          `--conf=spark.jars.ivy=${making}`,
          ...sourceSettings
            .filter(key => settings[key])
            .map(key => `--conf=${key}=${settings[key]}`),
          join(this.#pythonFolder, 'resolve_jars.py'),
        ],
        {
          env: {
            ...toolEnvironment(),
            JAVA_HOME: javaHome,
            PYSPARK_PYTHON: python,
            SPARK_LOCAL_IP: '127.0.0.1',
          },
          signal,
        },
      );
      await rename(join(making, 'jars'), folder);
    } catch (error) {
      signal.throwIfAborted();
      throw new Error(
        `${format in dataLakePackages ? `--datalake-formats ${format} needs` : 'Spark lacks'} ${packages.join(' and ')} from Maven: ${reasonOf(error)}. Run such a job once with a connection to a Maven repository, or name the jars in --extra-jars`,
      );
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  }
}

/** What Ivy says of the jar that it did not find. */
function reasonOf(error: unknown): string {
  if (!(error instanceof CommandError)) return (error as Error).message;
  const missing = /unresolved dependency: ([^\]\s]+: .*?)\]?$/m.exec(
    error.output,
  );
  return missing ? missing[1] : error.message;
}
