import type { CrawledTable } from '../../../crawler/CrawlExecutor';
import type { TestGlue } from './TestGlue';

export const WORKFLOW = 'covid-hiring';

/** Starts a job or a crawler when another one has ended. */
export interface Step {
  /** `job:transform` or `crawler:raw`: what the trigger watches. */
  after: string;
  start: string;
  on?: string;
}

export function action(node: string) {
  const [kind, name] = node.split(':');
  return kind === 'job' ? { JobName: name } : { CrawlerName: name };
}

export function condition(node: string, state: string = 'SUCCEEDED') {
  const [kind] = node.split(':');
  return {
    LogicalOperator: 'EQUALS',
    ...action(node),
    ...(kind === 'job' ? { State: state } : { CrawlState: state }),
  };
}

export async function createJob(
  glue: TestGlue,
  name: string,
  members: object = {},
): Promise<void> {
  await glue.call('CreateJob', {
    Name: name,
    Role: 'arn:aws:iam::000000000000:role/glue',
    Command: {
      Name: 'glueetl',
      PythonVersion: '3',
      ScriptLocation: `s3://scripts/${name}.py`,
    },
    GlueVersion: '5.1',
    WorkerType: 'G.1X',
    NumberOfWorkers: 2,
    ...members,
  });
}

export async function createCrawler(
  glue: TestGlue,
  name: string,
  members: object = {},
): Promise<void> {
  await glue.call('CreateCrawler', {
    Name: name,
    Role: 'arn:aws:iam::000000000000:role/glue',
    DatabaseName: 'covid_hiring',
    TablePrefix: `${name}_`,
    Targets: { S3Targets: [{ Path: `s3://data/${name}/` }] },
    ...members,
  });
}

/** A workflow with an ON_DEMAND trigger, which starts `first`, and one trigger a step. */
export async function createWorkflow(
  glue: TestGlue,
  first: string[],
  steps: Step[],
  members: object = {},
): Promise<void> {
  await glue.call('CreateWorkflow', { Name: WORKFLOW, ...members });
  await glue.call('CreateTrigger', {
    Name: `${WORKFLOW}-start`,
    WorkflowName: WORKFLOW,
    Type: 'ON_DEMAND',
    Actions: first.map(action),
  });
  for (const { after, start, on } of steps) {
    await glue.call('CreateTrigger', {
      Name: `${WORKFLOW}-${start.split(':')[1]}`,
      WorkflowName: WORKFLOW,
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      Predicate: { Conditions: [condition(after, on)] },
      Actions: [action(start)],
    });
  }
}

/** Reference pipeline A: 3 jobs, 2 crawlers and 5 triggers in a row. */
export async function createCovidHiring(glue: TestGlue): Promise<void> {
  await glue.call('CreateDatabase', {
    DatabaseInput: { Name: 'covid_hiring' },
  });
  for (const job of ['prepare', 'transform', 'load']) {
    await createJob(glue, job);
  }
  await createCrawler(glue, 'raw');
  await createCrawler(glue, 'processed');
  await createWorkflow(
    glue,
    ['job:prepare'],
    [
      { after: 'job:prepare', start: 'crawler:raw' },
      { after: 'crawler:raw', start: 'job:transform' },
      { after: 'job:transform', start: 'crawler:processed' },
      { after: 'crawler:processed', start: 'job:load' },
    ],
    { DefaultRunProperties: { region: 'US' } },
  );
}

export async function startRun(
  glue: TestGlue,
  properties?: Record<string, string>,
): Promise<string> {
  const { RunId } = await glue.call('StartWorkflowRun', {
    Name: WORKFLOW,
    RunProperties: properties,
  });
  return RunId;
}

export async function getRun(glue: TestGlue, RunId: string): Promise<any> {
  const { Run } = await glue.call('GetWorkflowRun', {
    Name: WORKFLOW,
    RunId,
    IncludeGraph: true,
  });
  return Run;
}

/** The newest run of each job and crawl of each crawler in a run's graph: `job:load` to its state. */
export function nodeStatesOf(run: any): Record<string, string | undefined> {
  return Object.fromEntries(
    run.Graph.Nodes.filter((node: any) => node.Type !== 'TRIGGER').map(
      (node: any) => [
        `${node.Type.toLowerCase()}:${node.Name}`,
        node.JobDetails?.JobRuns?.at(-1).JobRunState ??
          node.CrawlerDetails?.Crawls?.at(-1).State,
      ],
    ),
  );
}

export function crawledTable(
  name: string,
  members: Partial<CrawledTable> = {},
): CrawledTable {
  return {
    name,
    storageDescriptor: storageDescriptor(`s3://data/${name}/`),
    partitionKeys: [],
    parameters: { classification: 'parquet', recordCount: '3' },
    partitions: [],
    ...members,
  };
}

export function storageDescriptor(Location: string) {
  return {
    Columns: [{ Name: 'date', Type: 'string' }],
    Location,
    InputFormat:
      'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
    OutputFormat:
      'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
    Compressed: false,
    NumberOfBuckets: -1,
    SerdeInfo: {
      SerializationLibrary:
        'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
      Parameters: { 'serialization.format': '1' },
    },
    BucketColumns: [],
    SortColumns: [],
    Parameters: {},
    StoredAsSubDirectories: false,
  };
}
