import {
  CreateCrawlerCommand,
  CreateTriggerCommand,
  CreateWorkflowCommand,
  GetWorkflowRunsCommand,
  GlueClient,
  StartWorkflowRunCommand,
  WorkflowRun,
} from '@aws-sdk/client-glue';
import {
  RunSummary,
  WORKFLOW_ENTITY_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { START_KEY_PROPERTY } from '../service/runProperties';
import { Fault, FaultProxy, faults } from './FaultProxy';
import { component, startPortal } from './portal';
import { waitFor } from './waitFor';

const ROLE = 'arn:aws:iam::000000000000:role/glue';
const KEY = 'started-during-the-fault';
const VIEW_PAUSE_MS = 200;
const RECOVERY_MS = 40_000;

const arnOf = (name: string) =>
  `arn:aws:glue:us-east-1:000000000000:workflow/${name}`;
const refOf = (name: string) => `component:default/${name}`;

/** on demand -> crawl */
async function deployCrawl(glue: GlueClient, name: string) {
  await glue.send(
    new CreateCrawlerCommand({
      Name: name,
      Role: ROLE,
      DatabaseName: 'db',
      Targets: { S3Targets: [{ Path: 's3://data/rows/' }] },
    }),
  );
  await glue.send(
    new CreateWorkflowCommand({
      Name: name,
      Tags: { [WORKFLOW_ENTITY_TAG]: refOf(name) },
    }),
  );
  await glue.send(
    new CreateTriggerCommand({
      Name: `${name}-start`,
      WorkflowName: name,
      Type: 'ON_DEMAND',
      Actions: [{ CrawlerName: name }],
    }),
  );
}

/** What somebody sees who looks at the page. */
interface View {
  /** Milliseconds of the slowest of its requests. */
  tookMs: number;
  statuses: number[];
  /** Milliseconds since AWS was read. */
  ageMs: number;
  collectionError?: string;
  runIds: string[];
}

/** What was seen of a portal while something was wrong between it and AWS, and afterwards. */
export interface Observation {
  /** While the fault lasted. */
  views: View[];
  /** The run of before the fault. */
  runBefore: string;
  /** The runs that began in AWS during the fault. */
  startedInAws: string[];
  /** The answer to a start through the portal during the fault. */
  start: { status: number; runId?: string };
  /** Milliseconds until all was shown as AWS has it. */
  recoveredAfterMs: number;
  /** As AWS has them, and as the portal shows them. */
  runsOfAws: WorkflowRun[];
  runsOfPortal: RunSummary[];
  /** The runs in AWS that the start of the portal has begun. */
  begunByStart: string[];
}

/** One workflow that really runs, a portal that follows it, and something between that can be broken. */
export class FaultScenario {
  private readonly workflowArn: string;
  private readonly entityRef: string;

  private constructor(
    private readonly name: string,
    private readonly glue: GlueClient,
    private readonly proxy: FaultProxy,
    private readonly portal: Awaited<ReturnType<typeof startPortal>>,
  ) {
    this.workflowArn = arnOf(name);
    this.entityRef = refOf(name);
  }

  /** @param url of the server that the proxy leads to; it has the database `db` and the bucket `data` */
  static async start(name: string, url: string): Promise<FaultScenario> {
    const glue = new GlueClient({
      endpoint: url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await deployCrawl(glue, name);
    const proxy = await FaultProxy.start(url);
    const portal = await startPortal({
      endpoint: proxy.url,
      rounds: 'recurring',
      entities: [component(name, arnOf(name))],
      config: {
        collector: {
          active: { milliseconds: 500 },
          idle: { milliseconds: 500 },
        },
      },
    });
    return new FaultScenario(name, glue, proxy, portal);
  }

  async close(): Promise<void> {
    await this.portal.stop();
    await this.proxy.close();
    this.glue.destroy();
  }

  /**
   * Two runs begin in AWS, and somebody starts one, while the fault lasts: for
   * a time, or until both are seen, in milliseconds.
   */
  async observe(
    fault: Fault,
    { lasts = 0, untilSeen = 0 }: { lasts?: number; untilSeen?: number },
  ): Promise<Observation> {
    const runBefore = await this.startInAws();
    await waitFor(
      () => this.listRuns(),
      runs =>
        runs.some(({ id, completedAt }) => id === runBefore && completedAt),
      RECOVERY_MS,
    );
    this.proxy.fault = fault;
    const startedInAws = [await this.startInAws()];
    const start = this.startThroughPortal();
    const views: View[] = [];
    const from = Date.now();
    const isOver = () => {
      const runIds = views.at(-1)?.runIds ?? [];
      return (
        (startedInAws.length === 2 &&
          startedInAws.every(id => runIds.includes(id))) ||
        Date.now() > from + untilSeen
      );
    };
    while (Date.now() < from + lasts || !isOver()) {
      views.push(await this.view());
      await sleep(VIEW_PAUSE_MS);
      if (views.length === 5) {
        startedInAws.push(await this.startInAws());
      }
    }
    const started = await start;
    this.proxy.fault = faults.none();
    const endedAt = Date.now();
    const runsOfPortal = await waitFor(
      () => this.listRuns(),
      async runs => this.isUpToDate(runs, endedAt),
      RECOVERY_MS,
    );
    const runsOfAws = await this.runsOfAws();
    return {
      views,
      runBefore,
      startedInAws,
      start: started,
      recoveredAfterMs: Date.now() - endedAt,
      runsOfAws,
      runsOfPortal,
      begunByStart: runsOfAws
        .filter(run => run.WorkflowRunProperties?.[START_KEY_PROPERTY] === KEY)
        .map(({ WorkflowRunId = '' }) => WorkflowRunId),
    };
  }

  private async startInAws(): Promise<string> {
    const { RunId = '' } = await this.glue.send(
      new StartWorkflowRunCommand({ Name: this.name }),
    );
    return RunId;
  }

  private async startThroughPortal() {
    const { entityRef, workflowArn } = this;
    const { status, body } = await this.portal.start({
      entityRef,
      workflowArn,
      idempotencyKey: KEY,
    });
    return { status, runId: body.runId };
  }

  private async runsOfAws(): Promise<WorkflowRun[]> {
    const { Runs = [] } = await this.glue.send(
      new GetWorkflowRunsCommand({ Name: this.name }),
    );
    return Runs;
  }

  private async listRuns(): Promise<RunSummary[]> {
    const { entityRef, workflowArn } = this;
    const { body } = await this.portal.get('/v1/runs', {
      entityRef,
      workflowArn,
    });
    return body.items;
  }

  private async isUpToDate(runs: RunSummary[], since: number) {
    const { body } = await this.portal.get('/v1/workflows', {
      entityRef: this.entityRef,
    });
    const [{ collectedAt, collectionError }] = body.items;
    const shown = new Set(
      runs.filter(run => run.completedAt).map(({ id }) => id),
    );
    return (
      collectionError === undefined &&
      Date.parse(collectedAt) > since &&
      (await this.runsOfAws()).every(({ WorkflowRunId = '' }) =>
        shown.has(WorkflowRunId),
      )
    );
  }

  private async view(): Promise<View> {
    const { entityRef, workflowArn } = this;
    const times: number[] = [];
    const statuses: number[] = [];
    const get = async (path: string, query: Record<string, string>) => {
      const from = performance.now();
      const { status, body } = await this.portal.get(path, query);
      times.push(performance.now() - from);
      statuses.push(status);
      return body;
    };
    const { items } = await get('/v1/workflows', { entityRef });
    const runs = await get('/v1/runs', { entityRef, workflowArn });
    const runIds: string[] = runs.items.map(({ id }: RunSummary) => id);
    await get(`/v1/runs/${runIds.at(-1)}`, { entityRef, workflowArn });
    const [{ collectedAt, collectionError }] = items;
    return {
      tookMs: Math.max(...times),
      statuses,
      ageMs: Date.now() - Date.parse(collectedAt),
      collectionError,
      runIds,
    };
  }
}
