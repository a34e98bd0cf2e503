import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateJobCommand,
  CreateTriggerCommand,
  CreateWorkflowCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import {
  CreateBucketCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { clientOptions } from './startTestServer';

/** How many rows one load adds to each of its tables. */
export const rowsPerLoad = 20_000;

/** The table that a COPY by itself fills, and the one that a COPY fills together with `loads`. */
export const tables = {
  single: 'create table if not exists single (id int, city varchar(20))',
  batch: 'create table if not exists batch (id int, city varchar(20))',
  loads: 'create table if not exists loads (job_run varchar(80))',
};

export const jobNames = ['left', 'right', 'load'] as const;

/**
 * Talks to the server without boto3, whose import would take longer than the
 * rest of the job. A job ends with its own evidence, an object with its id.
 */
const script = `
import http.client, json, os, sys, time

def request(method, path, body, headers):
    host = os.environ['AWS_ENDPOINT_URL'].split('//')[1]
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    text = response.read()
    if response.status != 200:
        raise RuntimeError(text)
    return text

def data_api(operation, **members):
    return json.loads(request('POST', '/', json.dumps(members), {
        'X-Amz-Target': 'RedshiftData.' + operation,
        'Content-Type': 'application/x-amz-json-1.1',
    }))

def execute(operation, **members):
    statement = data_api(operation, WorkgroupName='local-glue', Database='dev', **members)['Id']
    while True:
        answer = data_api('DescribeStatement', Id=statement)
        if answer['Status'] in ('FAILED', 'ABORTED'):
            raise RuntimeError(answer['Error'])
        if answer['Status'] == 'FINISHED':
            return
        time.sleep(0.01)

def argument(name):
    return sys.argv[sys.argv.index(name) + 1]

copy = "copy %s from 's3://raw/cities/' iam_role default format as csv ignoreheader 1"
if argument('--JOB_NAME') == 'load':
    execute('ExecuteStatement', Sql=copy % 'single')
    execute('BatchExecuteStatement', Sqls=[
        copy % 'batch',
        "insert into loads values ('%s')" % argument('--JOB_RUN_ID'),
    ])
else:
    time.sleep(0.1)
request('PUT', '/evidence/' + argument('--JOB_RUN_ID'), b'done', {})
`;

/** Two jobs and a crawler beside each other, then a load: workflow `w`. */
export async function createKilledPipeline(url: string): Promise<void> {
  const s3 = new S3Client({ ...clientOptions(url), forcePathStyle: true });
  const glue = new GlueClient(clientOptions(url));
  const rows = Array.from({ length: rowsPerLoad }, (_, id) => `${id},Oslo`);
  for (const Bucket of ['raw', 'evidence']) {
    await s3.send(new CreateBucketCommand({ Bucket }));
  }
  for (const [Key, Body] of [
    ['cities/cities.csv', `id,city\n${rows.join('\n')}\n`],
    ['scripts/job.py', script],
  ]) {
    await s3.send(new PutObjectCommand({ Bucket: 'raw', Key, Body }));
  }

  await glue.send(
    new CreateDatabaseCommand({ DatabaseInput: { Name: 'catalog' } }),
  );
  await glue.send(
    new CreateCrawlerCommand({
      Name: 'crawl',
      Role: 'glue',
      DatabaseName: 'catalog',
      Targets: { S3Targets: [{ Path: 's3://raw/cities/' }] },
    }),
  );
  for (const Name of jobNames) {
    await glue.send(
      new CreateJobCommand({
        Name,
        Role: 'glue',
        Command: {
          Name: 'pythonshell',
          PythonVersion: '3.9',
          ScriptLocation: 's3://raw/scripts/job.py',
        },
        MaxCapacity: 0.0625,
        ExecutionProperty: { MaxConcurrentRuns: 1000 },
        // An interrupted run of it is tried again after the restart.
        MaxRetries: Name === 'right' ? 1 : 0,
      }),
    );
  }
  await glue.send(new CreateWorkflowCommand({ Name: 'w' }));
  await glue.send(
    new CreateTriggerCommand({
      Name: 'start',
      Type: 'ON_DEMAND',
      WorkflowName: 'w',
      Actions: [
        { JobName: 'left' },
        { JobName: 'right' },
        { CrawlerName: 'crawl' },
      ],
    }),
  );
  await glue.send(
    new CreateTriggerCommand({
      Name: 'then',
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      WorkflowName: 'w',
      Actions: [{ JobName: 'load' }],
      Predicate: {
        Logical: 'AND',
        Conditions: [
          { LogicalOperator: 'EQUALS', JobName: 'right', State: 'SUCCEEDED' },
          {
            LogicalOperator: 'EQUALS',
            JobName: 'left',
            State: 'SUCCEEDED',
          },
        ],
      },
    }),
  );
}
