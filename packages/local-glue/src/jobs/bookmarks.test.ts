import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startTestServer,
  TestServer,
} from '../integration/__testUtils__/startTestServer';
import { environmentTimeout } from './__testUtils__/pythonEnvironment';

jest.setTimeout(180_000);

const script = `
import sys
from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

options = getResolvedOptions(sys.argv, ["JOB_NAME", "END"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(options["JOB_NAME"], options)
rows = glue.create_dynamic_frame.from_options(
    "s3", {"paths": ["s3://orders/in/"]}, "json", transformation_ctx="orders"
)
print(sorted(row.id for row in rows.toDF().collect()))
if options["END"] != "no commit":
    job.commit()
if options["END"] == "fails":
    raise ValueError("after the commit")
`;

/** Real Spark jobs on a server; the rules in detail are tested with its operations and with awsglue. */
describe('a job with bookmarks', () => {
  let server: TestServer;

  const order = (id: number) =>
    server.context.buckets.put('orders', `in/${id}.json`, `{"id": ${id}}\n`);

  beforeAll(async () => {
    server = await startTestServer();
    await server.context.jobs.settled();
    const { buckets, invoke } = server.context;
    buckets.create('orders');
    await buckets.put('orders', 'job.py', script);
    await invoke('glue', 'CreateJob', {
      Name: 'orders',
      Role: 'glue',
      GlueVersion: '5.1',
      Command: { Name: 'glueetl', ScriptLocation: 's3://orders/job.py' },
      DefaultArguments: { '--job-bookmark-option': 'job-bookmark-enable' },
    });
    await order(1);
    await order(2);
  }, environmentTimeout);

  afterAll(() => server.stop());

  async function run(end = 'commits') {
    const { invoke, dataDir } = server.context;
    const { JobRunId } = await invoke('glue', 'StartJobRun', {
      JobName: 'orders',
      Arguments: { '--END': end },
    });
    for (;;) {
      const { JobRun } = await invoke('glue', 'GetJobRun', {
        JobName: 'orders',
        RunId: JobRunId,
      });
      if (JobRun.CompletedOn) {
        const log = join(dataDir, 'logs', JobRunId, 'stdout.log');
        return {
          id: JobRunId as string,
          state: JobRun.JobRunState,
          error: JobRun.ErrorMessage,
          read: JSON.parse(readFileSync(log, 'utf8')),
        };
      }
      await sleep(50);
    }
  }

  it('reads what no run has read that committed and succeeded', async () => {
    const first = await run();
    expect(first).toMatchObject({ state: 'SUCCEEDED', read: [1, 2] });
    await order(3);
    expect(await run('fails')).toMatchObject({
      state: 'FAILED',
      error: expect.stringContaining('after the commit'),
      read: [3],
    });
    expect(await run()).toMatchObject({ state: 'SUCCEEDED', read: [3] });

    await server.context.invoke('glue', 'ResetJobBookmark', {
      JobName: 'orders',
      RunId: first.id,
    });
    expect(await run('no commit')).toMatchObject({ read: [3] });
  });
});
