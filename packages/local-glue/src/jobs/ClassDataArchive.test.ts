import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../base/version';
import { BucketStore } from '../buckets/BucketStore';
import { ClassDataArchive } from './ClassDataArchive';
import {
  environmentForTests,
  environmentTimeout,
} from './__testUtils__/pythonEnvironment';
import { DataLakeJars } from './DataLakeJars';
import { JobProcess } from './JobProcess';
import { baseJvmOptions } from './jvmOptions';
import { PythonEnvironment } from './PythonEnvironment';
import { PythonModules } from './PythonModules';

const pythonFolder = join(packageRoot, 'python');
const jvmOptions = baseJvmOptions(join(pythonFolder, 'log4j2.properties'));
const warnings: string[] = [];
const log = {
  info: () => {},
  warn: (message: string) => void warnings.push(message),
  error: () => {},
};

describe('ClassDataArchive', () => {
  const environment = new PythonEnvironment({
    directory: environmentForTests,
    requirements: pythonFolder,
    log,
  });
  let folder: string;
  let buckets: BucketStore;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'local-glue-archive-'));
    buckets = new BucketStore(folder);
    buckets.create('assets');
    await buckets.put(
      'assets',
      'job.py',
      'from pyspark.sql import SparkSession\nprint(SparkSession.builder.getOrCreate().range(3).count())\n',
    );
    await environment.prepare();
  }, environmentTimeout);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const archive = () =>
    new ClassDataArchive({
      directory: join(folder, 'class-data'),
      runtime: environment.runtime!,
      jvmOptions,
      pythonFolder,
      log,
    });

  /** With -Xshare:on a JVM refuses to start unless it can use its archives. */
  function runSpark(id: string, options: string[], settings: string) {
    return new JobProcess(
      {
        jobRunId: `jr_${id}`,
        jobName: 'demo',
        commandName: 'glueetl',
        scriptLocation: 's3://assets/job.py',
        glueVersion: '5.1',
        arguments: { '--conf': settings },
        timeoutMinutes: 5,
      },
      {
        dataDir: folder,
        endpoint: 'http://127.0.0.1:4599',
        region: 'us-east-1',
        buckets,
        runtime: environment.runtime!,
        modules: new PythonModules(folder, environment.runtime!),
        dataLakeJars: new DataLakeJars(
          folder,
          environment.runtime!,
          pythonFolder,
        ),
        builtInJars: async () => [],
        pythonFolder,
        jvmOptions: [...jvmOptions, ...options],
        sparkMaster: 'local[*]',
      },
    ).run();
  }

  it('is made once and used by jobs, and not when it is cut off', async () => {
    const made = archive();
    expect(made.state).toBe('absent');
    expect(made.jvmOptions).toEqual([]);
    const making = made.make();
    expect(made.state).toBe('making');
    await making;
    expect(warnings).toEqual([]);
    expect(made.state).toBe('ready');
    const files = readdirSync(join(folder, 'class-data'));
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{16}-\d+\.jsa$/)]);
    expect(archive().state).toBe('ready');

    const used = await runSpark(
      'used',
      made.jvmOptions,
      'spark.driver.extraJavaOptions=-Xshare:on',
    );
    expect(used).toMatchObject({ state: 'SUCCEEDED' });

    truncateSync(join(folder, 'class-data', files[0]), 1000);
    expect(made.jvmOptions).toEqual([]);
    expect(archive().state).toBe('absent');
    const without = await runSpark('without', made.jvmOptions, '');
    expect(without).toMatchObject({ state: 'SUCCEEDED' });
  }, 300_000);

  it('can be given up while it is made', async () => {
    rmSync(join(folder, 'class-data'), { recursive: true, force: true });
    const unfinished = archive();
    const making = unfinished.make();
    await new Promise(resolve => setTimeout(resolve, 1500));
    // Another server that waits for it does not wait for its end.
    const waiting = archive();
    const waited = waiting.make();
    await waiting.abort();
    await waited;
    expect(unfinished.state).toBe('making');
    await unfinished.abort();
    await making;
    expect(unfinished.jvmOptions).toEqual([]);
    expect(readdirSync(join(folder, 'class-data'))).toEqual([]);
  }, 60_000);
});
