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
import json
from awsglue.context import GlueContext
from pyspark.context import SparkContext
from pyspark.sql import SparkSession, functions as F

glue = GlueContext(SparkContext.getOrCreate())
spark = glue.spark_session

def rows(sql):
    print(json.dumps([row.asDict(recursive=True) for row in spark.sql(sql).collect()], default=str))
`;

/** Spark SQL with --enable-glue-datacatalog against the server's own catalog and buckets. */
describe('the Data Catalog in Spark SQL', () => {
  let server: TestServer;
  let count = 0;

  const glue = (operation: string, input: Record<string, unknown>) =>
    server.context.invoke('glue', operation, input);
  const put = (key: string, content: string) =>
    server.context.buckets.put('garden', key, content);

  async function crawl(Name: string, folder: string, Classifiers?: string[]) {
    await glue('CreateCrawler', {
      Name,
      Role: 'any',
      DatabaseName: 'garden',
      Targets: { S3Targets: [{ Path: `s3://garden/${folder}/` }] },
      Classifiers,
    });
    await glue('StartCrawler', { Name });
    for (;;) {
      const { Crawler } = await glue('GetCrawler', { Name });
      if (Crawler.State === 'READY') {
        expect(Crawler.LastCrawl.ErrorMessage).toBeUndefined();
        return;
      }
      await sleep(20);
    }
  }

  beforeAll(async () => {
    server = await startTestServer();
    await server.context.jobs.settled();
    server.context.buckets.create('garden');
    await glue('CreateDatabase', {
      DatabaseInput: { Name: 'garden', LocationUri: 's3://garden/managed' },
    });
    await put('beds/y=2023/a.csv', 'Bed No;Plant Name\n1;"a;b"\n2;\n');
    await put('beds/y=2024/a.csv', 'Bed No;Plant Name\n3;rose\n');
    await put('visits/north/a.csv', 'id,at\n1,2024-01-02\n');
    await put('visits/south/a.csv', 'id,at\n2,2024-01-03\n');
    await put('seeds/a.json', '{"Kind": "pea", "Got At": {"No": 1}}\n');
    await put('pots/a.json', '[{"cm": 5},\n {"cm": 7}]');
    await glue('CreateClassifier', {
      JsonClassifier: { Name: 'elements', JsonPath: '$[*]' },
    });
    // One that SQL names in backticks only.
    await glue('CreateDatabase', { DatabaseInput: { Name: 'old-garden' } });
    await glue('CreateTable', {
      DatabaseName: 'old-garden',
      TableInput: {
        Name: 'types',
        Parameters: { classification: 'csv' },
        PartitionKeys: [{ Name: 'day', Type: 'date' }],
        StorageDescriptor: {
          Location: 's3://garden/types/',
          Columns: [
            { Name: 'at', Type: 'timestamp' },
            { Name: 'on', Type: 'date' },
            { Name: 'price', Type: 'decimal(6,2)' },
            { Name: 'open', Type: 'boolean' },
            { Name: 'who', Type: 'varchar(10)' },
          ],
          SerdeInfo: {
            SerializationLibrary: 'org.apache.hadoop.hive.serde2.OpenCSVSerde',
            Parameters: { separatorChar: ',', quoteChar: "'" },
          },
        },
      },
    });
    await glue('CreatePartition', {
      DatabaseName: 'old-garden',
      TableName: 'types',
      PartitionInput: {
        Values: ['2024-05-01'],
        StorageDescriptor: { Location: 's3://garden/types/of may %25/' },
      },
    });
    await put(
      'types/of may %25/a.csv',
      "2024-05-01 10:11:12,2024-05-02,12.5,TRUE,'a;''b;'\n,n/a,,x,\n",
    );
    await crawl('beds', 'beds');
    await crawl('visits', 'visits');
    await crawl('seeds', 'seeds');
    await crawl('pots', 'pots', ['elements']);
  }, environmentTimeout);

  afterAll(() => server.stop());

  async function run(
    script: string,
    given: Record<string, string> = { '--enable-glue-datacatalog': 'true' },
  ) {
    count += 1;
    const jobRunId = `jr_${String(count).padStart(64, '0')}`;
    const { dataDir, jobs } = server.context;
    await put('job.py', prologue + script);
    const outcome = await jobs.start({
      jobRunId,
      jobName: 'garden',
      commandName: 'glueetl',
      scriptLocation: 's3://garden/job.py',
      glueVersion: '5.1',
      arguments: given,
      timeoutMinutes: 5,
    }).done;
    const log = (stream: string) =>
      readFileSync(join(dataDir, 'logs', jobRunId, `${stream}.log`), 'utf8');
    if (outcome.errorMessage && !script.includes('fails')) {
      throw new Error(`${outcome.errorMessage}\n${log('stderr')}`);
    }
    const lines = log('stdout').split('\n').filter(Boolean);
    return {
      outcome,
      printed: lines.map(line => JSON.parse(line)),
      errors: log('stderr'),
    };
  }

  /** What the catalog says of a table; undefined when it has none. */
  async function table(Name: string, DatabaseName = 'garden') {
    const { TableList } = await glue('GetTables', { DatabaseName });
    const found = TableList.find((each: any) => each.Name === Name);
    if (!found) return undefined;
    const { Partitions } = await glue('GetPartitions', {
      DatabaseName,
      TableName: Name,
    });
    const text = (each: any) => `${each.Name} ${each.Type}`;
    return {
      columns: found.StorageDescriptor.Columns.map(text).join(),
      keys: found.PartitionKeys.map(text).join(),
      location: found.StorageDescriptor.Location,
      classification: found.Parameters.classification,
      type: found.TableType,
      partitions: Partitions.map(({ Values }: any) => Values.join()).sort(),
    };
  }

  it('has the tables of crawlers', async () => {
    const { printed } = await run(`
rows("select * from garden.beds order by 1")
rows("select \`plant name\` from garden.beds where y = '2024'")
rows("select * from garden.visits order by id")
rows("select * from garden.seeds")
rows("select sum(cm) as cm from garden.pots")
rows("with p as (select cm from garden.pots) select count(*) as n from garden.beds, p where cm > (select min(id) from garden.visits)")
rows("select * from \`old-garden\`.types where day = date'2024-05-01'")
print(json.dumps([row.asDict() for row in glue.create_dynamic_frame.from_catalog(database="old-garden", table_name="types").toDF().collect()], default=str))
rows("show tables in garden")
spark.sql("use garden")
print(spark.table("beds").count() + spark.read.table("garden.visits").count())
print(json.dumps([spark.catalog.tableExists("garden.pots"), spark.catalog.tableExists("garden.none")]))
print(json.dumps(sorted(each.name for each in spark.catalog.listTables("garden"))))
same = SparkSession.builder.enableHiveSupport().getOrCreate()
print(same.sql("select id from visits").count())
`);
    expect(printed).toEqual([
      [
        { 'bed no': 1, 'plant name': 'a;b', y: '2023' },
        { 'bed no': 2, 'plant name': null, y: '2023' },
        { 'bed no': 3, 'plant name': 'rose', y: '2024' },
      ],
      [{ 'plant name': 'rose' }],
      [
        { id: 1, at: '2024-01-02', partition_0: 'north' },
        { id: 2, at: '2024-01-03', partition_0: 'south' },
      ],
      [{ kind: 'pea', 'got at': { No: 1 } }],
      [{ cm: 12 }],
      [{ n: 6 }],
      ...[0, 1].map(() => [
        {
          at: '2024-05-01 10:11:12',
          on: '2024-05-02',
          price: '12.50',
          open: true,
          who: "a;'b;",
          day: '2024-05-01',
        },
        {
          at: null,
          on: null,
          price: null,
          open: null,
          who: null,
          day: '2024-05-01',
        },
      ]),
      ['beds', 'pots', 'seeds', 'visits'].map(tableName => ({
        namespace: 'garden',
        tableName,
        isTemporary: false,
      })),
      5,
      [true, false],
      ['beds', 'pots', 'seeds', 'visits'],
      2,
    ]);
  });

  it('is told of tables that Spark makes, fills, changes and drops', async () => {
    const { printed } = await run(`
df = spark.createDataFrame([(1, "x", "a"), (2, 'y "q", \\\\n', "b/c d")], "Id int, v string, part string")
df.write.format("parquet").option("path", "s3://garden/made/").saveAsTable("garden.made")
df.write.mode("overwrite").partitionBy("part").format("csv").option("path", "s3://garden/parted/").saveAsTable("garden.parted")
spark.sql("insert into garden.parted values (3, 'z', 'c')")
df.write.insertInto("garden.parted")
spark.sql("create table garden.picked using json location 's3://garden/picked' as select Id, named_struct('V v', v) as s from garden.made")
spark.sql("create table garden.empty (n bigint comment 'x', d decimal(9,2)) using parquet location 's3://garden/empty/'")
spark.sql("alter table garden.empty add columns (later date)")
df.write.saveAsTable("garden.kept")
df.write.mode("append").saveAsTable("garden.kept")
spark.sql("create table garden.gone using parquet location 's3://garden/gone' as select 1 as n")
spark.sql("drop table garden.gone")
spark.sql("insert into garden.beds values (9, 'lily;x', '2025')")
spark.sql("alter table garden.visits drop partition (partition_0 = 'north')")
df.writeTo("garden.by_v2").using("parquet").option("path", "s3://garden/by_v2").create()
rows("select count(*) as n, max(part) as last from garden.parted")
`);
    expect(printed).toEqual([[{ n: 5, last: 'c' }]]);
    expect(await table('made')).toEqual({
      columns: 'id int,v string,part string',
      keys: '',
      location: 's3://garden/made/',
      classification: 'parquet',
      type: 'EXTERNAL_TABLE',
      partitions: [],
    });
    expect(await table('parted')).toMatchObject({
      columns: 'id int,v string',
      keys: 'part string',
      classification: 'csv',
      partitions: ['a', 'b/c d', 'c'],
    });
    expect(await table('picked')).toMatchObject({
      columns: 'id int,s struct<V v:string>',
      classification: 'json',
    });
    expect(await table('empty')).toMatchObject({
      columns: 'n bigint,d decimal(9,2),later date',
    });
    expect(await table('kept')).toMatchObject({
      location: 's3://garden/managed/kept/',
      type: 'MANAGED_TABLE',
    });
    expect(await table('by_v2')).toMatchObject({
      location: 's3://garden/by_v2/',
    });
    expect(await table('gone')).toBeUndefined();
    expect((await table('beds'))?.partitions).toEqual(['2023', '2024', '2025']);
    expect((await table('visits'))?.partitions).toEqual(['south']);
  });

  it('has in the next run what Spark made, also for from_catalog', async () => {
    const { printed } = await run(`
for name in ("made", "parted", "picked", "kept", "by_v2"):
    rows(f"select count(*) as n, min(Id) as low from garden.{name}")
    print(glue.create_dynamic_frame.from_catalog(database="garden", table_name=name).toDF().selectExpr("min(id)").first()[0])
rows("select v from garden.parted where part = 'b/c d' limit 1")
print(json.dumps([row.v for row in glue.create_dynamic_frame.from_catalog(database="garden", table_name="parted", push_down_predicate="part like 'b%'").toDF().limit(1).collect()]))
rows("select * from garden.picked where id = 1")
rows("select * from garden.beds where y = '2025'")
spark.table("garden.made").write.mode("overwrite").saveAsTable("garden.kept")
rows("select count(*) as n from garden.kept")
spark.sql("truncate table garden.kept")
rows("select count(*) as n from garden.kept")
spark.sql("drop table garden.kept")
spark.sql("drop table garden.made")
spark.sql("create database shed location 's3://garden/shed'")
spark.sql("create table shed.t using orc as select 1 as n")
spark.sql("create database old")
spark.sql("drop database old")
`);
    const both = [
      [{ n: 2, low: 1 }],
      1,
      [{ n: 5, low: 1 }],
      1,
      [{ n: 2, low: 1 }],
      1,
      [{ n: 4, low: 1 }],
      1,
      [{ n: 2, low: 1 }],
      1,
    ];
    expect(printed).toEqual([
      ...both,
      [{ v: 'y "q", \\n' }],
      ['y "q", \\n'],
      [{ Id: 1, s: { 'V v': 'x' } }],
      [{ 'bed no': 9, 'plant name': 'lily;x', y: '2025' }],
      [{ n: 2 }],
      [{ n: 0 }],
    ]);
    expect(await table('kept')).toBeUndefined();
    expect(await table('made')).toBeUndefined();
    const { buckets } = server.context;
    expect([...buckets.keys('garden', 'managed/kept')]).toEqual([]);
    expect([...buckets.keys('garden', 'made/')]).not.toEqual([]);
    expect(await table('t', 'shed')).toMatchObject({
      location: 's3://garden/shed/t/',
      classification: 'orc',
    });
    const { DatabaseList } = await glue('GetDatabases', {});
    expect(DatabaseList.map(({ Name }: any) => Name)).toEqual([
      'garden',
      'old-garden',
      'shed',
    ]);
    // A database that goes takes its tables with it, and no file beside them.
    await put('shed/stays.txt', 'x');
    await run(`
spark.sql("drop database shed cascade")
`);
    const { DatabaseList: left } = await glue('GetDatabases', {});
    expect(left.map(({ Name }: any) => Name)).toEqual(['garden', 'old-garden']);
    expect([...buckets.keys('garden', 'shed/stays.txt')]).toEqual([
      'shed/stays.txt',
    ]);
  });

  it('says what it cannot do', async () => {
    await glue('CreateTable', {
      DatabaseName: 'garden',
      TableInput: {
        Name: 'flights',
        Parameters: { classification: 'avro' },
        StorageDescriptor: { Location: 's3://garden/flights/', Columns: [] },
      },
    });
    await glue('CreateDatabase', { DatabaseInput: { Name: 'nowhere' } });
    const { printed, errors } = await run(`
def fails(what):
    try:
        what()
    except Exception as error:
        print(json.dumps(str(error).split("\\n")[0]))

fails(lambda: spark.sql("select * from garden.flights"))
fails(lambda: spark.sql("select * from garden.none"))
fails(lambda: spark.sql("create table garden.h (n int) stored as parquet location 's3://garden/h'"))
fails(lambda: spark.sql("insert into garden.seeds select * from garden.seeds"))
fails(lambda: spark.sql("create table nowhere.t using parquet as select 1 as n"))
fails(lambda: spark.sql("select * from nowhere.t"))
spark.sql("create view garden.v as select 1 as n")
rows("select * from garden.v")
`);
    expect(printed).toEqual([
      "local-glue does not support tables classified as 'avro' (flights)",
      expect.stringContaining('TABLE_OR_VIEW_NOT_FOUND'),
      'local-glue does not support tables of Hive in Spark SQL: write CREATE TABLE ... USING parquet (csv, json)',
      expect.stringContaining('Inserting into a view is not allowed'),
      expect.stringContaining('the table nowhere.t has no place on S3'),
      expect.stringContaining('TABLE_OR_VIEW_NOT_FOUND'),
      [{ n: 1 }],
    ]);
    expect(errors).toContain(
      'WARN garden.v is a table or view of this run only: the Data Catalog is not told of it',
    );
    expect(await table('t', 'nowhere')).toBeUndefined();
  });

  it.each([
    ['without the argument', {}],
    ['with false', { '--enable-glue-datacatalog': 'false' }],
  ])('is not there %s', async (_what, given) => {
    const { outcome } = await run(
      'rows("select * from garden.beds") # fails',
      given,
    );
    expect(outcome.state).toBe('FAILED');
    expect(outcome.errorMessage).toContain('TABLE_OR_VIEW_NOT_FOUND');
  });
});
