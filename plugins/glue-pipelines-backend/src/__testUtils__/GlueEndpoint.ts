import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { GRAPH, graphOf } from './wireGraphs';

/** Members as on the wire: times are seconds since 1970. */
interface WireRun {
  Name: string;
  WorkflowRunId: string;
  Status: string;
  StartedOn: number;
  CompletedOn?: number;
  PreviousRunId?: string;
  ErrorMessage?: string;
  WorkflowRunProperties?: Record<string, string>;
  Statistics?: Record<string, number>;
  Graph?: object;
}

export interface Answer {
  status: number;
  /** A text is XML, of a service with the query protocol. */
  body: object | string;
}

type Input = {
  Name: string;
  Names: string[];
  JobNames: string[];
  RunId: string;
  NodeIds?: string[];
  ResourceArn: string;
  IncludeGraph?: boolean;
  MaxResults?: number;
  NextToken?: string;
  RunProperties?: Record<string, string>;
};

const ok = (body: object): Answer => ({ status: 200, body });
const notFound = (): Answer => ({
  status: 400,
  body: { __type: 'EntityNotFoundException', Message: 'Entity not found' },
});

function operationOf(request: IncomingMessage, body = '') {
  const target = request.headers['x-amz-target'];
  return target === undefined
    ? String(new URLSearchParams(body).get('Action'))
    : String(target).split('.')[1];
}

function newest(runs: WireRun[]) {
  const [run] = [...runs].sort((a, b) => b.StartedOn - a.StartedOn);
  return run && { ...run, Graph: undefined };
}

/** As what a run's statistics count a job in one of Glue's states. */
const COUNTED: Record<string, string> = {
  SUCCEEDED: 'SucceededActions',
  RUNNING: 'RunningActions',
};

/**
 * Speaks Glue's wire protocol from records that a test sets. It executes
 * nothing: it is for what a real server does not do on demand, such as
 * throttling, and for counting calls.
 */
export class GlueEndpoint {
  /** Operations in the order of their calls. */
  readonly calls: string[] = [];
  readonly userAgents = new Set<string>();
  private readonly workflows = new Map<string, Record<string, unknown>>();
  private readonly runs = new Map<string, WireRun[]>();
  private readonly triggers = new Map<string, object>();
  private readonly jobs = new Map<string, object>();
  private readonly tags = new Map<string, Record<string, string>>();
  private readonly failures = new Map<string, Answer[]>();
  /** Runs that exist, but that the list does not have yet. */
  readonly unlisted = new Set<string>();
  /** Answers of operations that are not Glue's, from their input. */
  readonly others = new Map<string, (input: any) => Answer>();
  private readonly lost = new Set<string>();
  /** Runs that are answered with an error of Glue's own. */
  readonly unreadable = new Set<string>();
  /** The share of calls that is throttled, taken evenly. */
  throttledShare = 0;
  private throttleDebt = 0;
  /** Milliseconds until each answer. */
  delayMs = 0;

  /** Whether a question for these workflows is never answered. */
  hang: (names: string[]) => boolean = () => false;

  /** What else is served at the same address, by operation. */
  readonly more: Record<string, (input: any) => Answer> = {};

  private constructor(private readonly server: Server) {}

  static async start(): Promise<GlueEndpoint> {
    const server = createServer();
    const endpoint = new GlueEndpoint(server);
    server.on('request', async (request, response) => {
      const { status, body } = await endpoint.handle(request);
      if (endpoint.lost.delete(operationOf(request))) {
        request.socket.destroy();
        return;
      }
      const isXml = typeof body === 'string';
      response.writeHead(status, {
        'content-type': isXml ? 'text/xml' : 'application/x-amz-json-1.1',
      });
      response.end(isXml ? body : JSON.stringify(body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return endpoint;
  }

  get url() {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  putWorkflow(name: string, members: Record<string, unknown> = {}) {
    this.workflows.set(name, { Name: name, Graph: GRAPH, ...members });
    this.runs.set(name, this.runs.get(name) ?? []);
  }

  /** The tags of a workflow; without a call it belongs to the component of its name. */
  putTags(name: string, tags: Record<string, string>) {
    this.tags.set(name, tags);
  }

  deleteRuns(name: string) {
    this.runs.set(name, []);
  }

  deleteWorkflow(name: string) {
    this.workflows.delete(name);
    this.runs.delete(name);
  }

  putTrigger(trigger: { Name: string }) {
    this.triggers.set(trigger.Name, trigger);
  }

  putJob(job: { Name: string } & Record<string, unknown>) {
    this.jobs.set(job.Name, job);
  }

  putRun(
    name: string,
    id: string,
    members: Partial<WireRun> & {
      job?: string;
      error?: string;
      jobArguments?: Record<string, string>;
    } = {},
  ) {
    const { job = 'SUCCEEDED', error, jobArguments, ...rest } = members;
    const run: WireRun = {
      Name: name,
      WorkflowRunId: id,
      Status: 'COMPLETED',
      StartedOn: 1_795_000_000,
      Graph: graphOf(job, error, jobArguments),
      Statistics: {
        TotalActions: 1,
        [COUNTED[job] ?? 'FailedActions']: 1,
      },
      ...rest,
    };
    const others = (this.runs.get(name) ?? []).filter(
      other => other.WorkflowRunId !== id,
    );
    this.runs.set(name, [...others, run]);
  }

  /** The next call of an operation fails, `times` over. */
  fail(
    operation: string,
    code: string,
    times = 1,
    status = 400,
    message = `${code} on purpose`,
  ) {
    const answer = {
      status,
      body: { __type: code, Message: message },
    };
    this.failures.set(operation, [
      ...(this.failures.get(operation) ?? []),
      ...Array.from({ length: times }, () => answer),
    ]);
  }

  /** Forgets the failures that have not come about. */
  forgetFailures() {
    this.failures.clear();
  }

  /** Calls of an operation fail no more. */
  recover(operation: string) {
    this.failures.delete(operation);
  }

  /** The next call of an operation is carried out, and its answer never arrives. */
  loseAnswer(operation: string) {
    this.lost.add(operation);
  }

  count(operation: string) {
    return this.calls.filter(call => call === operation).length;
  }

  /** Stops listening. Safe to call twice. */
  async close() {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  private async handle(request: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const text = String(Buffer.concat(chunks));
    const operation = operationOf(request, text);
    this.calls.push(operation);
    this.userAgents.add(String(request.headers['user-agent']));
    if (this.delayMs > 0) {
      await new Promise(resolve => {
        setTimeout(resolve, this.delayMs);
      });
    }
    const other = this.others.get(operation);
    if (other) {
      const failure = this.failures.get(operation)?.shift();
      return failure ?? other(text.startsWith('{') ? JSON.parse(text) : text);
    }
    const input: Input = JSON.parse(text);
    if (this.hang(input.Names ?? [input.Name])) {
      await new Promise(() => {});
    }
    this.throttleDebt += this.throttledShare;
    if (this.throttleDebt >= 1) {
      this.throttleDebt -= 1;
      return {
        status: 400,
        body: { __type: 'ThrottlingException', Message: 'Rate exceeded' },
      };
    }
    const failure = this.failures.get(operation)?.shift();
    return failure ?? this.answer(operation, input);
  }

  private page(runs: Omit<WireRun, 'Graph'>[], input: Input): Answer {
    const from = Number(input.NextToken ?? 0);
    const to = from + (input.MaxResults ?? 25);
    return ok({
      Runs: runs.slice(from, to),
      NextToken: to < runs.length ? String(to) : undefined,
    });
  }

  private answer(operation: string, input: Input): Answer {
    const runs = this.runs.get(input.Name);
    switch (operation) {
      case 'ListWorkflows': {
        const names = [...this.workflows.keys()];
        const from = Number(input.NextToken ?? 0);
        const next = from + (input.MaxResults ?? names.length);
        return ok({
          Workflows: names.slice(from, next),
          ...(next < names.length && { NextToken: String(next) }),
        });
      }
      case 'BatchGetWorkflows':
        return ok({
          Workflows: input.Names.filter(name => this.workflows.has(name)).map(
            name => ({
              ...this.workflows.get(name),
              ...(!input.IncludeGraph && { Graph: undefined }),
              LastRun: newest(this.runs.get(name) ?? []),
            }),
          ),
          MissingWorkflows: input.Names.filter(
            name => !this.workflows.has(name),
          ),
        });
      case 'GetWorkflowRuns':
        return runs
          ? this.page(
              runs
                .filter(run => !this.unlisted.has(run.WorkflowRunId))
                .map(({ Graph, ...run }) => run)
                .sort((a, b) => b.StartedOn - a.StartedOn),
              input,
            )
          : notFound();
      case 'GetWorkflowRun': {
        if (this.unreadable.has(input.RunId)) {
          return {
            status: 500,
            body: { __type: 'InternalServiceException', Message: 'broken' },
          };
        }
        const run = runs?.find(
          candidate => candidate.WorkflowRunId === input.RunId,
        );
        return run ? ok({ Run: run }) : notFound();
      }
      case 'GetTrigger': {
        const trigger = this.triggers.get(input.Name);
        return trigger ? ok({ Trigger: trigger }) : notFound();
      }
      case 'BatchGetJobs':
        return ok({
          Jobs: input.JobNames.flatMap(name => this.jobs.get(name) ?? []),
          JobsNotFound: input.JobNames.filter(name => !this.jobs.has(name)),
        });
      case 'GetTags': {
        const name = input.ResourceArn.split('/').at(-1) ?? '';
        return this.workflows.has(name)
          ? ok({
              Tags: this.tags.get(name) ?? {
                'glue-pipelines.io/entity': `component:default/${name}`,
              },
            })
          : notFound();
      }
      case 'StartWorkflowRun': {
        if (!runs) {
          return notFound();
        }
        const id = `wr_started_${runs.length}`;
        this.putRun(input.Name, id, {
          Status: 'RUNNING',
          StartedOn: 1_796_000_000 + runs.length,
          job: 'RUNNING',
          WorkflowRunProperties: input.RunProperties,
        });
        return ok({ RunId: id });
      }
      case 'ResumeWorkflowRun': {
        if (!runs) {
          return notFound();
        }
        const id = `wr_resumed_${runs.length}`;
        this.putRun(input.Name, id, {
          Status: 'RUNNING',
          StartedOn: 1_796_000_000 + runs.length,
          job: 'RUNNING',
          PreviousRunId: input.RunId,
        });
        return ok({ RunId: id, NodeIds: input.NodeIds });
      }
      case 'StopWorkflowRun': {
        const run = runs?.find(
          ({ WorkflowRunId }) => WorkflowRunId === input.RunId,
        );
        if (!run) {
          return notFound();
        }
        if (run.Status !== 'RUNNING') {
          return {
            status: 400,
            body: {
              __type: 'IllegalWorkflowStateException',
              Message: `Workflow run ${input.RunId} is ${run.Status}`,
            },
          };
        }
        run.Status = 'STOPPING';
        return ok({});
      }
      default:
        return (
          this.more[operation]?.(input) ?? {
            status: 400,
            body: { __type: 'UnknownOperationException', Message: operation },
          }
        );
    }
  }
}
