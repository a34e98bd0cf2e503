import { randomUUID } from 'node:crypto';

interface JobRun {
  Id: string;
  JobRunState: string;
  ErrorMessage?: string;
}

interface Node {
  Name: string;
  JobDetails?: { JobRuns?: JobRun[] };
  CrawlerDetails?: { Crawls?: { State: string; ErrorMessage?: string }[] };
}

interface Field {
  isNull?: boolean;
  [kind: string]: unknown;
}

const TARGETS = {
  Events: 'AWSEvents',
  Glue: 'AWSGlue',
  RedshiftData: 'RedshiftData',
  SecretsManager: 'secretsmanager',
} as const;

/** How long a workflow may take to start by itself, on a machine that does much else. */
const LONGEST_START_MS = 60_000;

const pause = (milliseconds = 200) =>
  new Promise(done => setTimeout(done, milliseconds));

/** What the awkward inputs ask of the local AWS endpoint. */
export class Endpoint {
  constructor(readonly url: string) {}

  async call<Output>(
    service: keyof typeof TARGETS,
    operation: string,
    input: Record<string, unknown>,
  ): Promise<Output> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${TARGETS[service]}.${operation}`,
      },
      body: JSON.stringify(input),
    });
    const body = await response.text();
    if (!response.ok) {
      throw new Error(`${operation}: ${response.status} ${body}`);
    }
    return JSON.parse(body) as Output;
  }

  /** Deploys a synthesized app, and tells how many resources it changed in which way. */
  deploy(directory: string): Promise<Record<string, number>> {
    return this.change('deploy', directory);
  }

  /** Deletes what was deployed of a synthesized app, and tells the same. */
  destroy(directory: string): Promise<Record<string, number>> {
    return this.change('destroy', directory);
  }

  private async change(
    action: 'deploy' | 'destroy',
    directory: string,
  ): Promise<Record<string, number>> {
    const response = await fetch(`${this.url}/_local-glue/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ directory }),
    });
    const text = (await response.text()).trimEnd().split('\n').at(-1)!;
    const result = JSON.parse(text);
    if (!result.ok) {
      throw new Error(`${directory} failed to ${action}: ${text}`);
    }
    const changes: Record<string, number> = {};
    for (const stack of result.stacks as {
      changes: Record<string, number>;
    }[]) {
      for (const [change, count] of Object.entries(stack.changes)) {
        changes[change] = (changes[change] ?? 0) + count;
      }
    }
    return changes;
  }

  /** Writes an object, named by its bucket and key, as a client of S3 does. */
  async put(object: string, body: string): Promise<void> {
    const response = await fetch(`${this.url}/${object}`, {
      method: 'PUT',
      body,
    });
    if (!response.ok) {
      throw new Error(`${object}: ${response.status} ${await response.text()}`);
    }
  }

  /** Lets a bucket send events of its objects to EventBridge. */
  async sendEvents(bucket: string): Promise<void> {
    await this.put(
      `${bucket}?notification`,
      '<NotificationConfiguration><EventBridgeConfiguration/></NotificationConfiguration>',
    );
  }

  /** Waits for the first run of a workflow that something else starts, and tells of its end as `end` does. */
  async endOfFirst(workflow: string): Promise<string | undefined> {
    for (const last = Date.now() + LONGEST_START_MS; Date.now() < last;) {
      const { Runs } = await this.call<{ Runs: { WorkflowRunId: string }[] }>(
        'Glue',
        'GetWorkflowRuns',
        { Name: workflow },
      );
      if (Runs.length > 0) {
        return this.end(workflow, Runs.at(-1)!.WorkflowRunId);
      }
      await pause();
    }
    return `nothing started ${workflow}`;
  }

  /** Makes a Glue connection to a database, with its password in a secret, and gives the secret's ARN. */
  async connect(
    name: string,
    url: string,
    secret: { username: string; password: string },
  ): Promise<string> {
    const { ARN } = await this.call<{ ARN: string }>(
      'SecretsManager',
      'CreateSecret',
      {
        Name: name,
        SecretString: JSON.stringify(secret),
        ClientRequestToken: randomUUID(),
      },
    );
    await this.call('Glue', 'CreateConnection', {
      ConnectionInput: {
        Name: name,
        ConnectionType: 'JDBC',
        ConnectionProperties: { JDBC_CONNECTION_URL: url, SECRET_ID: ARN },
      },
    });
    return ARN;
  }

  /** Starts a workflow and gives the id of its run. */
  async start(workflow: string): Promise<string> {
    const { RunId } = await this.call<{ RunId: string }>(
      'Glue',
      'StartWorkflowRun',
      { Name: workflow },
    );
    return RunId;
  }

  /** Starts a job by itself. */
  async startJob(job: string): Promise<void> {
    await this.call('Glue', 'StartJobRun', { JobName: job });
  }

  /** A property of a run; `undefined` where it has none of that name. */
  async propertyOf(
    workflow: string,
    run: string,
    name: string,
  ): Promise<string | undefined> {
    const { RunProperties } = await this.call<{
      RunProperties: Record<string, string>;
    }>('Glue', 'GetWorkflowRunProperties', { Name: workflow, RunId: run });
    return RunProperties[name];
  }

  private async lookAt(workflow: string, run: string) {
    const { Run } = await this.call<{
      Run: { Status: string; Graph?: { Nodes: Node[] } };
    }>('Glue', 'GetWorkflowRun', {
      Name: workflow,
      RunId: run,
      IncludeGraph: true,
    });
    return Run;
  }

  /** Waits for the end of a run and tells what failed in it; `undefined` when nothing did. */
  async end(workflow: string, run: string): Promise<string | undefined> {
    for (;;) {
      const { Status, Graph } = await this.lookAt(workflow, run);
      if (Status !== 'RUNNING') {
        return failureOf(Graph?.Nodes ?? []);
      }
      await pause();
    }
  }

  /** The id of a job's run in a run of its workflow, once it is running. */
  async runningJob(
    workflow: string,
    run: string,
    job: string,
  ): Promise<string> {
    for (;;) {
      const { Status, Graph } = await this.lookAt(workflow, run);
      const [jobRun] =
        Graph?.Nodes.find(({ Name }) => Name === job)?.JobDetails?.JobRuns ??
        [];
      if (jobRun?.JobRunState === 'RUNNING') {
        return jobRun.Id;
      }
      if (Status !== 'RUNNING') {
        throw new Error(
          `${job} was not seen running: ${failureOf(Graph?.Nodes ?? [])}`,
        );
      }
      await pause(20);
    }
  }

  /** Runs a workflow to its end and tells what failed in it; `undefined` when nothing did. */
  async run(workflow: string): Promise<string | undefined> {
    return this.end(workflow, await this.start(workflow));
  }

  /** The properties of a run of a workflow. */
  async properties(
    workflow: string,
    run: string,
  ): Promise<Record<string, string>> {
    const { RunProperties } = await this.call<{
      RunProperties: Record<string, string>;
    }>('Glue', 'GetWorkflowRunProperties', { Name: workflow, RunId: run });
    return RunProperties;
  }

  /** The columns of a table of the catalog, `name type` each, and its partition keys among them. */
  async catalogColumns(database: string, table: string): Promise<string[]> {
    type Columns = { Name: string; Type: string }[];
    const { Table } = await this.call<{
      Table: {
        StorageDescriptor: { Columns: Columns };
        PartitionKeys?: Columns;
      };
    }>('Glue', 'GetTable', { DatabaseName: database, Name: table });
    return [
      ...Table.StorageDescriptor.Columns,
      ...(Table.PartitionKeys ?? []),
    ].map(({ Name, Type }) => `${Name} ${Type}`);
  }

  /** Rows of a query in a workgroup, each value as text; `undefined` where the table does not exist. */
  async query(
    workgroup: string,
    sql: string,
  ): Promise<(string | null)[][] | undefined> {
    const { Id } = await this.call<{ Id: string }>(
      'RedshiftData',
      'ExecuteStatement',
      { WorkgroupName: workgroup, Database: 'dev', Sql: sql },
    );
    for (;;) {
      const {
        Status,
        Error: failure,
        HasResultSet,
      } = await this.call<{
        Status: string;
        Error?: string;
        HasResultSet?: boolean;
      }>('RedshiftData', 'DescribeStatement', { Id });
      if (Status === 'FINISHED' && !HasResultSet) {
        return [];
      }
      if (Status === 'FINISHED') {
        return this.rowsOf(Id);
      }
      if (Status === 'FAILED' && /does not exist/.test(failure ?? '')) {
        return undefined;
      }
      if (Status === 'FAILED' || Status === 'ABORTED') {
        throw new Error(`${sql}: ${failure}`);
      }
      await pause();
    }
  }

  private async rowsOf(Id: string): Promise<(string | null)[][]> {
    const rows: (string | null)[][] = [];
    let NextToken: string | undefined;
    do {
      const page: { Records: Field[][]; NextToken?: string } = await this.call(
        'RedshiftData',
        'GetStatementResult',
        { Id, ...(NextToken && { NextToken }) },
      );
      rows.push(...page.Records.map(record => record.map(textOf)));
      NextToken = page.NextToken;
    } while (NextToken);
    return rows;
  }
}

const textOf = ({ isNull, ...value }: Field) =>
  isNull ? null : String(Object.values(value)[0]);

/** A run that ended has failed where a node failed, or was never reached. */
function failureOf(nodes: Node[]): string | undefined {
  const failures = nodes.flatMap(({ Name, JobDetails, CrawlerDetails }) => [
    ...(JobDetails?.JobRuns ?? [])
      .filter(({ JobRunState }) => JobRunState !== 'SUCCEEDED')
      .map(
        ({ JobRunState, ErrorMessage }) =>
          `${Name} ${JobRunState}: ${ErrorMessage}`,
      ),
    ...(CrawlerDetails?.Crawls ?? [])
      .filter(({ State }) => State !== 'SUCCEEDED')
      .map(({ State, ErrorMessage }) => `${Name} ${State}: ${ErrorMessage}`),
  ]);
  const unreached = nodes
    .filter(
      ({ JobDetails, CrawlerDetails }) =>
        (JobDetails && !JobDetails.JobRuns?.length) ||
        (CrawlerDetails && !CrawlerDetails.Crawls?.length),
    )
    .map(({ Name }) => `${Name} was not reached`);
  const all = [...failures, ...unreached];
  return all.length > 0 ? all.join('\n') : undefined;
}
