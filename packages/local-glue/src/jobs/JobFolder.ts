import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BucketStore } from '../buckets/BucketStore';
import { isS3Uri } from '../buckets/s3Location';
import { JobBookmark, JobExecution } from './JobExecutor';
import { locations, normalized, requirements } from './jobArguments';
import { ScriptResult } from './jobOutcome';
import { fileOf } from './fileOf';

/** What identifies the process of a job run after the server that started it is gone. */
export interface ProcessRecord {
  /** Id of the process and of the group that it leads. */
  pid: number;
  /** ISO 8601, UTC. */
  startedAt: string;
}

/** The files that a job run works with, below `<data>/jobs/<jobRunId>/`. */
export class JobFolder {
  /** Absolute. Unique, so that it tells the run's processes from others. */
  readonly path: string;

  constructor(jobsFolder: string, jobRunId: string) {
    if (!/^[A-Za-z0-9_-]+$/.test(jobRunId)) {
      throw new Error(`"${jobRunId}" cannot be a job run's id`);
    }
    this.path = join(jobsFolder, jobRunId);
  }

  /** Where the job runs: its own files, and nothing of the server's. */
  get workDir(): string {
    return join(this.path, 'work');
  }

  get resultFile(): string {
    return join(this.path, 'result.json');
  }

  get propertiesFile(): string {
    return join(this.path, 'spark.properties');
  }

  /** The bookmark that the run starts from. */
  get bookmarkFile(): string {
    return join(this.path, 'bookmark.json');
  }

  /** The bookmark that the script commits. */
  get committedFile(): string {
    return join(this.path, 'bookmark.committed.json');
  }

  async create(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    await mkdir(join(this.workDir, 'tmp'), { recursive: true });
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  /**
   * Brings the script and the files that the arguments name from their
   * buckets. Throws an Error that names the file that is missing.
   */
  async stage(
    execution: JobExecution,
    buckets: Pick<BucketStore, 'path' | 'exists'>,
  ): Promise<{
    script: string;
    pythonPath: string[];
    jars: string[];
    /** Requirements for pip, those of S3 as paths. */
    modules: string[];
  }> {
    const given = normalized(execution.arguments);
    const bring = async (location: string, purpose: string, folder: string) => {
      const target = join(folder, basename(location));
      await mkdir(folder, { recursive: true });
      try {
        await copyFile(fileOf(location, purpose, buckets), target);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'ENOENT' && code !== 'EISDIR') throw error;
        throw new Error(`${purpose} ${location} does not exist`);
      }
      return target;
    };
    const bringAll = async (key: string, folder: string) => {
      const files: string[] = [];
      for (const location of locations(given[key])) {
        files.push(await bring(location, `The file of ${key}`, folder));
      }
      return files;
    };

    const script = await bring(
      execution.scriptLocation,
      'The script',
      this.workDir,
    );
    await bringAll('--extra-files', this.workDir);
    const modules: string[] = [];
    for (const module of requirements(given['--additional-python-modules'])) {
      modules.push(
        isS3Uri(module)
          ? await bring(
              module,
              'The file of --additional-python-modules',
              join(this.path, 'modules'),
            )
          : module,
      );
    }
    const pyFolder = join(this.path, 'py-files');
    const pyFiles = await bringAll('--extra-py-files', pyFolder);
    return {
      script,
      // Archives are importable as they are; modules are found in their folder.
      pythonPath: [
        ...(pyFiles.some(file => file.endsWith('.py')) ? [pyFolder] : []),
        ...pyFiles.filter(file => !file.endsWith('.py')),
      ],
      jars: await bringAll('--extra-jars', join(this.path, 'jars')),
      modules,
    };
  }

  async giveBookmark(bookmark: JobBookmark | undefined): Promise<void> {
    if (bookmark) await writeFile(this.bookmarkFile, JSON.stringify(bookmark));
  }

  /** Undefined when the script committed none. */
  async committedBookmark(): Promise<Pick<JobBookmark, 'states'> | undefined> {
    return readJson(this.committedFile);
  }

  async recordProcess(pid: number): Promise<void> {
    const record: ProcessRecord = { pid, startedAt: new Date().toISOString() };
    await writeFile(this.#recordFile, JSON.stringify(record));
  }

  /** Undefined when no process runs for this folder. */
  async processRecord(): Promise<ProcessRecord | undefined> {
    const record = await readJson<ProcessRecord>(this.#recordFile);
    return Number.isInteger(record?.pid) ? record : undefined;
  }

  /** Undefined when the script ended before it was written. */
  async scriptResult(): Promise<ScriptResult | undefined> {
    return readJson<ScriptResult>(this.resultFile);
  }

  get #recordFile(): string {
    return join(this.path, 'process.json');
  }
}

/** Undefined for a file that is missing or was not written whole. */
async function readJson<Content>(path: string): Promise<Content | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
