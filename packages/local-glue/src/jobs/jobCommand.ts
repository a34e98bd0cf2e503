import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BucketStore } from '../buckets/BucketStore';
import { DataLakeJars, dataLakeFormats } from './DataLakeJars';
import {
  normalized,
  refuseUnsupported,
  scriptArguments,
  sparkSettings,
  usesDataCatalog,
  words,
} from './jobArguments';
import { jobEnvironment } from './jobEnvironment';
import { JobExecution } from './JobExecutor';
import { JobFolder } from './JobFolder';
import { jobMemory, JobMemory, machineMemory } from './jobMemory';
import { PythonRuntime } from './PythonEnvironment';
import { PythonModules } from './PythonModules';
import {
  isOfThisMachine,
  renderProperties,
  sparkProperties,
} from './sparkProperties';

/** What all jobs of a server have in common. */
export interface JobSetting {
  dataDir: string;
  endpoint: string;
  region: string;
  buckets: BucketStore;
  runtime: PythonRuntime;
  modules: PythonModules;
  dataLakeJars: DataLakeJars;
  /** The jars that Spark has on Glue without being asked. */
  builtInJars: () => Promise<readonly string[]>;
  /** `python/` of this package. */
  pythonFolder: string;
  /** Of the driver's JVM, with the class-data archive when there is one. */
  jvmOptions: readonly string[];
  sparkMaster: string;
}

/** How the process of a job is started. */
export interface JobCommand {
  args: string[];
  env: Record<string, string>;
  memory: JobMemory;
}

/**
 * Brings together what a job needs and writes its files. Throws an Error that
 * says what is missing or not supported.
 *
 * @param signal - ends what takes long: the installation of modules and jars
 */
export async function jobCommand(
  execution: JobExecution,
  folder: JobFolder,
  setting: JobSetting,
  signal: AbortSignal,
): Promise<JobCommand> {
  const { runtime, buckets, pythonFolder, sparkMaster } = setting;
  const given = normalized(execution.arguments);
  refuseUnsupported(execution.commandName, given);
  const usesSpark = execution.commandName === 'glueetl';
  const dataCatalog = usesDataCatalog(given);
  const settings: Record<string, string> = {
    ...sparkSettings(given['--conf']),
    // Hive's metastore would be another catalog.
    ...(dataCatalog && { 'spark.sql.catalogImplementation': 'in-memory' }),
  };
  const memory = jobMemory(
    execution,
    machineMemory(),
    settings['spark.driver.memory'],
  );

  const staged = await folder.stage(execution, buckets);
  const pythonPath = [pythonFolder, ...staged.pythonPath];
  if (staged.modules.length > 0) {
    const options = words(given['--python-modules-installer-option']);
    const request = { modules: staged.modules, options };
    pythonPath.push(await setting.modules.folderOf(request, signal));
  }
  await folder.giveBookmark(execution.bookmark);
  const env = jobEnvironment({
    runtime,
    path: process.env.PATH,
    workDir: folder.workDir,
    resultFile: folder.resultFile,
    bookmark: execution.bookmark && {
      given: folder.bookmarkFile,
      commit: folder.committedFile,
    },
    pythonPath,
    endpoint: setting.endpoint,
    region: setting.region,
    propertiesFile: usesSpark ? folder.propertiesFile : undefined,
    dataCatalog,
    loopback: isOfThisMachine(sparkMaster),
  });
  if (usesSpark) {
    const jars = [...staged.jars, ...(await setting.builtInJars())];
    for (const format of dataLakeFormats(given['--datalake-formats'])) {
      jars.push(
        ...(await setting.dataLakeJars.jarsOf(format, settings, signal)),
      );
    }
    const properties = sparkProperties({
      bucketRoot: buckets.root,
      buckets: buckets.list(),
      workDir: folder.workDir,
      master: sparkMaster,
      jvmOptions: setting.jvmOptions,
      memory,
      jars,
      jarsFirst: given['--user-jars-first'] === 'true' ? staged.jars : [],
      executorEnvironment: env,
      settings,
    });
    await writeFile(folder.propertiesFile, renderProperties(properties));
  }
  return {
    args: [
      join(pythonFolder, 'local_glue_run.py'),
      staged.script,
      ...scriptArguments(execution),
    ],
    env: { ...env, LOCAL_GLUE_PROCESS_MEMORY: String(memory.process) },
    memory,
  };
}
