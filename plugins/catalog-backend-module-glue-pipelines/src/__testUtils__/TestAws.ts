import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateJobCommand,
  CreateTableCommand,
  CreateTriggerCommand,
  CreateWorkflowCommand,
  DeleteWorkflowCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import { createServer, RunningServer } from '@glue-pipelines/local-glue';
import { mkdtemp, rm } from 'node:fs/promises';
import {
  createServer as createHttpServer,
  IncomingMessage,
  Server,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whom the local server plays. */
const ACCOUNT = '000000000000';
const REGION = 'us-east-1';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/glue`;

/**
 * The local server behind a gateway which lets it play several accounts, each
 * with the access key `key-<account id>`, and which refuses what a test says.
 */
export class TestAws {
  /** `<account id> <operation>` of every call, in order. */
  readonly calls: string[] = [];
  private readonly refusals: { call: RegExp; code: string; times: number }[] =
    [];
  readonly glue: GlueClient;

  /** Calls that are never answered. */
  hanging?: RegExp;

  private constructor(
    private readonly dataDir: string,
    private readonly server: RunningServer,
    private readonly gateway: Server,
  ) {
    this.glue = new GlueClient({
      endpoint: server.url,
      region: REGION,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  }

  static async start(): Promise<TestAws> {
    const dataDir = await mkdtemp(join(tmpdir(), 'glue-pipelines-discovery-'));
    const silent = () => {};
    const server = await createServer({
      dataDir,
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    const gateway = createHttpServer();
    const aws = new TestAws(dataDir, server, gateway);
    gateway.on('request', async (request, response) => {
      const { status, body } = await aws.answer(request);
      response.writeHead(status, {
        'content-type': 'application/x-amz-json-1.1',
      });
      response.end(body);
    });
    await new Promise<void>(resolve => {
      gateway.listen(0, '127.0.0.1', resolve);
    });
    return aws;
  }

  get endpoint() {
    return `http://127.0.0.1:${(this.gateway.address() as AddressInfo).port}`;
  }

  /** The `aws` section of app-config for these accounts. */
  static config(...accountIds: string[]) {
    return {
      mainAccount: { region: REGION },
      accounts: accountIds.map(accountId => ({
        accountId,
        accessKeyId: `key-${accountId}`,
        secretAccessKey: 'secret',
      })),
    };
  }

  /** Refuses calls, e.g. `/^222222222222 ListWorkflows$/`. */
  refuse(call: RegExp, code: string, times = Infinity) {
    this.refusals.push({ call, code, times });
  }

  async putWorkflow(
    name: string,
    members: { description?: string; tags?: Record<string, string> } = {},
  ) {
    await this.glue.send(
      new CreateWorkflowCommand({
        Name: name,
        Description: members.description,
        Tags: members.tags,
      }),
    );
  }

  async deleteWorkflow(name: string) {
    await this.glue.send(new DeleteWorkflowCommand({ Name: name }));
  }

  /** A crawler from `s3://landing/cases/` to `covid.cases`, and a job from there to `s3://lake/hiring/`, in a workflow. */
  async putLineage(workflow: string) {
    await this.glue.send(
      new CreateDatabaseCommand({ DatabaseInput: { Name: 'covid' } }),
    );
    await this.glue.send(
      new CreateTableCommand({
        DatabaseName: 'covid',
        TableInput: {
          Name: 'cases',
          Parameters: { UPDATED_BY_CRAWLER: `${workflow}-crawl` },
        },
      }),
    );
    await this.glue.send(
      new CreateCrawlerCommand({
        Name: `${workflow}-crawl`,
        Role: ROLE,
        DatabaseName: 'covid',
        Targets: { S3Targets: [{ Path: 's3://landing/cases/' }] },
      }),
    );
    await this.glue.send(
      new CreateJobCommand({
        Name: `${workflow}-load`,
        Role: ROLE,
        Command: { Name: 'glueetl', ScriptLocation: 's3://code/load.py' },
        DefaultArguments: {
          '--TARGET_PATH': 's3://lake/hiring/',
          '--TempDir': 's3://temporary/',
        },
      }),
    );
    await this.glue.send(
      new CreateTriggerCommand({
        Name: `${workflow}-start`,
        WorkflowName: workflow,
        Type: 'ON_DEMAND',
        Actions: [
          { CrawlerName: `${workflow}-crawl` },
          { JobName: `${workflow}-load` },
        ],
      }),
    );
  }

  async close() {
    this.glue.destroy();
    this.gateway.closeAllConnections();
    await new Promise(resolve => {
      this.gateway.close(resolve);
    });
    await this.server.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async answer(request: IncomingMessage) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const target = String(request.headers['x-amz-target']);
    const [, accountId, region] =
      /Credential=key-(\d+)\/\d+\/([a-z0-9-]+)\//.exec(
        String(request.headers.authorization),
      ) ?? [];
    const call = `${accountId} ${target.split('.')[1]}`;
    this.calls.push(call);
    if (this.hanging?.test(call)) {
      await new Promise(() => {});
    }
    const refusal = this.refusals.find(
      candidate => candidate.call.test(call) && candidate.times > 0,
    );
    if (refusal) {
      refusal.times -= 1;
      return {
        status: 400,
        body: JSON.stringify({ __type: refusal.code, Message: 'on purpose' }),
      };
    }
    const answer = await fetch(this.server.url, {
      method: 'POST',
      headers: {
        'content-type': String(request.headers['content-type']),
        'x-amz-target': target,
        authorization: String(request.headers.authorization),
      },
      body: String(Buffer.concat(chunks)).replaceAll(
        `:glue:${region}:${accountId}:`,
        `:glue:${REGION}:${ACCOUNT}:`,
      ),
    });
    return { status: answer.status, body: await answer.text() };
  }
}
