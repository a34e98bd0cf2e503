import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startTestServer,
  TestServer,
} from '../integration/__testUtils__/startTestServer';
import { environmentTimeout } from './__testUtils__/pythonEnvironment';

jest.setTimeout(180_000);

const prologue = `
import sys
from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

options = getResolvedOptions(sys.argv, ["JOB_NAME", "TempDir"])
glue = GlueContext(SparkContext.getOrCreate())
spark = glue.spark_session
job = Job(glue)
job.init(options["JOB_NAME"], options)
`;

/** The local awsglue against the server's own catalog, buckets and warehouse. */
describe('awsglue on a server', () => {
  let server: TestServer;
  let count = 0;

  beforeAll(async () => {
    server = await startTestServer();
    await server.context.jobs.settled();
    const { buckets } = server.context;
    const { invoke } = server.context;
    buckets.create('cities-data');
    await buckets.put(
      'cities-data',
      'raw/cities/cities.csv',
      'name,people,seen\n"Oslo, Norway",700000,2024-01-02 03:04:05\nRome,2800000,\n',
    );
    await invoke('glue', 'CreateDatabase', {
      DatabaseInput: { Name: 'cities' },
    });
    await invoke('glue', 'CreateTable', {
      DatabaseName: 'cities',
      TableInput: {
        Name: 'raw_cities',
        Parameters: { classification: 'csv' },
        StorageDescriptor: {
          Location: 's3://cities-data/raw/cities/',
          Columns: [
            { Name: 'name', Type: 'string' },
            { Name: 'people', Type: 'bigint' },
            { Name: 'seen', Type: 'timestamp' },
          ],
          SerdeInfo: {
            Parameters: {
              'field.delim': ',',
              'skip.header.line.count': '1',
            },
          },
        },
      },
    });
    const secret = await invoke('secretsmanager', 'CreateSecret', {
      Name: 'cities-credentials',
      SecretString: JSON.stringify({ username: 'admin', password: 'x' }),
    });
    await invoke('redshift-serverless', 'CreateNamespace', {
      namespaceName: 'cities',
      dbName: 'dev',
    });
    const { workgroup } = await invoke(
      'redshift-serverless',
      'CreateWorkgroup',
      { workgroupName: 'cities', namespaceName: 'cities' },
    );
    await invoke('glue', 'CreateConnection', {
      ConnectionInput: {
        Name: 'cities-redshift',
        ConnectionType: 'JDBC',
        ConnectionProperties: {
          JDBC_CONNECTION_URL: `jdbc:redshift://${workgroup.endpoint.address}:5439/dev`,
          SECRET_ID: secret.ARN,
        },
      },
    });
  }, environmentTimeout);

  afterAll(() => server.stop());

  async function run(script: string) {
    count += 1;
    const jobRunId = `jr_${String(count).padStart(64, '0')}`;
    const { buckets, dataDir, jobs } = server.context;
    await buckets.put('cities-data', 'job.py', prologue + script);
    const outcome = await jobs.start({
      jobRunId,
      jobName: 'cities',
      commandName: 'glueetl',
      scriptLocation: 's3://cities-data/job.py',
      glueVersion: '5.1',
      arguments: { '--TempDir': 's3://cities-data/temporary/' },
      timeoutMinutes: 5,
    }).done;
    const stdout = readFileSync(
      join(dataDir, 'logs', jobRunId, 'stdout.log'),
      'utf8',
    );
    return { outcome, stdout };
  }

  async function query(
    sql: string,
    WorkgroupName = 'cities',
  ): Promise<unknown[][]> {
    const { invoke } = server.context;
    const { Id } = await invoke('redshift-data', 'ExecuteStatement', {
      WorkgroupName,
      Database: 'dev',
      Sql: sql,
    });
    for (;;) {
      const { Status, Error: message } = await invoke(
        'redshift-data',
        'DescribeStatement',
        { Id },
      );
      if (Status === 'FINISHED') break;
      if (Status === 'FAILED') throw new Error(message);
      await sleep(20);
    }
    const { Records } = await invoke('redshift-data', 'GetStatementResult', {
      Id,
    });
    return Records.map((record: object[]) =>
      record.map(field => Object.values(field)[0]),
    );
  }

  it('writes a catalog table with partitions and reads them back', async () => {
    const { outcome, stdout } = await run(`
cities = glue.create_dynamic_frame.from_catalog(database="cities", table_name="raw_cities").toDF()
sized = cities.selectExpr("name", "people", "seen", "if(people > 1000000, 'large/big', 'small') as size")
sink = glue.getSink(connection_type="s3", path="s3://cities-data/sized", enableUpdateCatalog=True, partitionKeys=["size"])
sink.setFormat("glueparquet")
sink.setCatalogInfo(catalogDatabase="cities", catalogTableName="sized")
sink.writeFrame(DynamicFrame.fromDF(sized, glue, "sized"))
large = glue.create_dynamic_frame.from_catalog(
    database="cities", table_name="sized", push_down_predicate="size = 'large/big'"
).toDF()
print(large.schema.simpleString())
print([tuple(row) for row in large.collect()])
job.commit()
`);
    expect(outcome.errorMessage).toBeUndefined();
    expect(stdout.split('\n')).toEqual([
      'struct<name:string,people:bigint,seen:timestamp,size:string>',
      "[('Rome', 2800000, None, 'large/big')]",
      '',
    ]);
    const { Partitions } = await server.context.invoke(
      'glue',
      'GetPartitions',
      { DatabaseName: 'cities', TableName: 'sized' },
    );
    expect(Partitions).toHaveLength(2);
  });

  const load = (postactions: string) => `
rows = glue.create_dynamic_frame.from_catalog(database="cities", table_name="raw_cities")
glue.write_dynamic_frame.from_jdbc_conf(
    frame=rows,
    catalog_connection="cities-redshift",
    connection_options={
        "database": "dev",
        "dbtable": "public.cities__staging",
        "preactions": "DROP TABLE IF EXISTS public.cities__staging;",
        "postactions": "${postactions}",
    },
    redshift_tmp_dir=options["TempDir"],
)
job.commit()
`;
  const swap =
    'BEGIN; CREATE TABLE IF NOT EXISTS public.cities (name VARCHAR(100), people BIGINT, seen TIMESTAMP); DELETE FROM public.cities; INSERT INTO public.cities SELECT name, people, seen FROM public.cities__staging; DROP TABLE public.cities__staging; END;';

  it('loads Redshift by COPY, and a rerun doubles nothing', async () => {
    for (let n = 0; n < 2; n += 1) {
      const { outcome } = await run(load(swap));
      expect(outcome.errorMessage).toBeUndefined();
    }
    expect(
      await query(
        'select name, people, cast(seen as varchar) from public.cities order by people',
      ),
    ).toEqual([
      ['Oslo, Norway', 700000, '2024-01-02 03:04:05'],
      ['Rome', 2800000, true],
    ]);
    // The connection's address leads to its workgroup, and to no other one.
    await expect(
      query('select 1 from public.cities', 'local-glue'),
    ).rejects.toThrow('cities');
    expect([
      ...server.context.buckets.keys('cities-data', 'temporary/'),
    ]).toEqual([]);
  });

  it('keeps the old rows and raises the message when a statement fails', async () => {
    const { outcome } = await run(
      load(`${swap} INSERT INTO public.missing SELECT 1;`),
    );
    expect(outcome.state).toBe('FAILED');
    expect(outcome.errorMessage).toMatch(/^RedshiftError: .*missing/);
    expect(await query('select count(*) from public.cities')).toEqual([[2]]);
    expect([
      ...server.context.buckets.keys('cities-data', 'temporary/'),
    ]).toEqual([]);
  });
});
