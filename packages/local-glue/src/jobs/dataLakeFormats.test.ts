import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  startTestServer,
  TestServer,
} from '../integration/__testUtils__/startTestServer';
import { packageRoot } from '../base/version';
import { DataLakeJars } from './DataLakeJars';
import {
  environmentForTests,
  environmentTimeout,
} from './__testUtils__/pythonEnvironment';
import { PythonEnvironment } from './PythonEnvironment';

/** The jars are fetched once, from Maven. */
jest.setTimeout(600_000);

const pythonFolder = join(packageRoot, 'python');

/** The settings that AWS's documents tell users to pass as --conf. */
const delta = [
  'spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension',
  'spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog',
  'spark.delta.logStore.class=org.apache.spark.sql.delta.storage.S3SingleDriverLogStore',
];
const iceberg = [
  'spark.sql.extensions=org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions',
  'spark.sql.catalog.glue_catalog=org.apache.iceberg.spark.SparkCatalog',
  'spark.sql.catalog.glue_catalog.warehouse=s3://lake/iceberg/',
  'spark.sql.catalog.glue_catalog.catalog-impl=org.apache.iceberg.aws.glue.GlueCatalog',
  'spark.sql.catalog.glue_catalog.io-impl=org.apache.iceberg.aws.s3.S3FileIO',
  'spark.sql.catalog.files=org.apache.iceberg.spark.SparkCatalog',
  'spark.sql.catalog.files.type=hadoop',
  'spark.sql.catalog.files.warehouse=s3://lake/files/',
];

describe('--datalake-formats', () => {
  let server: TestServer;
  let count = 0;

  beforeAll(async () => {
    server = await startTestServer();
    await server.context.jobs.settled();
    server.context.buckets.create('lake');
    await server.context.invoke('glue', 'CreateDatabase', {
      DatabaseInput: { Name: 'lake' },
    });
  }, environmentTimeout);

  afterAll(() => server.stop());

  async function run(formats: string, settings: string[], script: string) {
    const { buckets, dataDir, invoke } = server.context;
    count += 1;
    const JobName = `lake-${count}`;
    await buckets.put('lake', `${JobName}.py`, script);
    await invoke('glue', 'CreateJob', {
      Name: JobName,
      Role: 'glue',
      Command: { Name: 'glueetl', ScriptLocation: `s3://lake/${JobName}.py` },
      DefaultArguments: {
        '--datalake-formats': formats,
        '--conf': settings.join(' --conf '),
      },
    });
    const { JobRunId } = await invoke('glue', 'StartJobRun', { JobName });
    for (;;) {
      const { JobRun } = await invoke('glue', 'GetJobRun', {
        JobName,
        RunId: JobRunId,
      });
      if (JobRun.CompletedOn) {
        const log = join(dataDir, 'logs', JobRunId, 'stdout.log');
        const message = JobRun.ErrorMessage as string | undefined;
        return { message, out: message ?? readFileSync(log, 'utf8') };
      }
      await sleep(100);
    }
  }

  it('delta writes, changes and reads a table, and its past', async () => {
    const { out } = await run(
      'delta',
      delta,
      `
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
location = "s3://lake/delta/orders"
spark.range(3).write.format("delta").save(location)
spark.sql(f"UPDATE delta.\`{location}\` SET id = id + 10 WHERE id > 0")
print(sorted(row.id for row in spark.read.format("delta").load(location).collect()))
past = spark.read.format("delta").option("versionAsOf", 0).load(location)
print(sorted(row.id for row in past.collect()))
`,
    );
    expect(out).toBe('[0, 11, 12]\n[0, 1, 2]\n');
  });

  it('iceberg writes, changes and reads a table of the Glue Data Catalog, and one of files', async () => {
    const { out } = await run(
      'iceberg',
      iceberg,
      `
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
spark.sql("CREATE NAMESPACE files.lake")
for catalog in ("glue_catalog", "files"):
    table = f"{catalog}.lake.orders"
    spark.sql(f"CREATE TABLE {table} (id BIGINT, day DATE) USING iceberg PARTITIONED BY (day)")
    spark.sql(f"INSERT INTO {table} VALUES (1, DATE'2026-01-01'), (2, DATE'2026-01-02')")
    spark.sql(f"MERGE INTO {table} t USING (SELECT 2 AS id, 20 AS new) s ON t.id = s.id "
              "WHEN MATCHED THEN UPDATE SET id = s.new")
    print(sorted(row.id for row in spark.table(table).collect()))
    print(spark.table(f"{table}.snapshots").count())
`,
    );
    expect(out).toBe('[1, 20]\n2\n[1, 20]\n2\n');
    const { Table } = await server.context.invoke('glue', 'GetTable', {
      DatabaseName: 'lake',
      Name: 'orders',
    });
    expect(Table.Parameters).toMatchObject({
      table_type: 'ICEBERG',
      metadata_location: expect.stringMatching(/^s3:\/\/lake\/iceberg\//),
    });
  });

  it('is not asked for Avro, which Spark has on Glue', async () => {
    const { out } = await run(
      '',
      [],
      `
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
spark.range(2).write.format("avro").save("s3://lake/avro/")
print(sorted(row.id for row in spark.read.format("avro").load("s3://lake/avro/").collect()))
`,
    );
    expect(out).toBe('[0, 1]\n');
  });

  it('hudi is refused by name', async () => {
    const { message } = await run('delta,hudi', [], '');
    expect(message).toContain(
      'local-glue does not support --datalake-formats hudi: it has delta and iceberg',
    );
  });
});

describe('--datalake-formats where no Maven repository can be reached', () => {
  it('names the jar', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'local-glue-offline-'));
    try {
      const environment = new PythonEnvironment({
        directory: environmentForTests,
        requirements: pythonFolder,
        log: { info() {}, warn() {}, error() {} },
      });
      await environment.prepare();
      const settings = join(folder, 'ivysettings.xml');
      writeFileSync(
        settings,
        `<ivysettings>
           <settings defaultResolver="nowhere"/>
           <resolvers><ibiblio name="nowhere" m2compatible="true" root="file://${folder}/"/></resolvers>
         </ivysettings>`,
      );
      const jars = new DataLakeJars(
        join(folder, 'jars'),
        environment.runtime!,
        pythonFolder,
      );
      await expect(
        jars.jarsOf(
          'delta',
          { 'spark.jars.ivySettings': settings },
          new AbortController().signal,
        ),
      ).rejects.toThrow(
        '--datalake-formats delta needs io.delta:delta-spark_2.12:3.3.2 from Maven: io.delta#delta-spark_2.12;3.3.2: not found. Run such a job once with a connection',
      );
      expect(readdirSync(join(folder, 'jars'))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
