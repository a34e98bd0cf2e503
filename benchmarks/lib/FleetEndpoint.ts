import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { entityRef, flowName, OWNER_TAG, runIdOf } from './fleet';

const JOBS = 5;
const HOUR = 3600;
/** Seconds since 1970 of a time at which every run has ended. */
const now = Math.floor(Date.now() / 1000) - HOUR;

type Input = Record<string, any>;

/**
 * Speaks AWS Glue's wire protocol for any number of workflows of five jobs in a
 * row, each run once an hour. What it answers is computed, not kept: it costs
 * next to nothing beside what is measured. It counts its calls.
 */
export class FleetEndpoint {
  readonly calls = new Map<string, number>();
  /** So many workflows, the first ones, have a run going on beside those that have ended. */
  running = 0;

  private constructor(
    private readonly server: Server,
    private readonly runsEach: number,
  ) {}

  static async start(runsEach: number): Promise<FleetEndpoint> {
    const server = createServer();
    const endpoint = new FleetEndpoint(server, runsEach);
    server.on('request', async (request, response) => {
      const target = String(request.headers['x-amz-target']).split('.')[1];
      const count = endpoint.calls.get(target) ?? 0;
      endpoint.calls.set(target, count + 1);
      const { status, body } = endpoint.answer(target, await inputOf(request));
      response.writeHead(status, {
        'content-type': 'application/x-amz-json-1.1',
      });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get total(): number {
    return [...this.calls.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Calls since this was asked before. */
  takeCalls(): { total: number; byOperation: Record<string, number> } {
    const taken = {
      total: this.total,
      byOperation: Object.fromEntries(this.calls),
    };
    this.calls.clear();
    return taken;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  private answer(
    operation: string,
    input: Input,
  ): { status: number; body: object } {
    const ok = (body: object) => ({ status: 200, body });
    const index = indexOf(input.Name);
    switch (operation) {
      case 'BatchGetWorkflows':
        return ok({
          Workflows: input.Names.map((name: string) =>
            this.workflow(indexOf(name), input.IncludeGraph),
          ),
          MissingWorkflows: [],
        });
      case 'GetWorkflow':
        return ok({ Workflow: this.workflow(index, input.IncludeGraph) });
      case 'GetWorkflowRuns': {
        const from = Number(input.NextToken ?? 0);
        const to = from + (input.MaxResults ?? 25);
        const count = this.countOf(index);
        return ok({
          Runs: Array.from(
            { length: Math.max(0, Math.min(to, count) - from) },
            (_, i) => this.run(index, count - 1 - from - i, false),
          ),
          NextToken: to < count ? String(to) : undefined,
        });
      }
      case 'GetWorkflowRun':
        return ok({
          Run: this.run(
            index,
            Number(input.RunId.split('_')[2]),
            input.IncludeGraph,
          ),
        });
      case 'BatchGetJobs':
        return ok({
          Jobs: input.JobNames.map((Name: string) => ({
            Name,
            GlueVersion: '5.0',
            DefaultArguments: {},
          })),
          JobsNotFound: [],
        });
      case 'GetTags':
        return ok({
          Tags: {
            [OWNER_TAG]: entityRef(
              indexOf(input.ResourceArn.split('/').at(-1)),
            ),
          },
        });
      default:
        return {
          status: 400,
          body: { __type: 'UnknownOperationException', Message: operation },
        };
    }
  }

  private countOf(index: number) {
    return this.runsEach + (index < this.running ? 1 : 0);
  }

  private workflow(index: number, withGraph: boolean) {
    return {
      Name: flowName(index),
      Description: 'Loads the orders of the day into the warehouse',
      DefaultRunProperties: { environment: 'benchmark' },
      CreatedOn: now - 1000 * HOUR,
      LastModifiedOn: now - 1000 * HOUR,
      LastRun: this.run(index, this.countOf(index) - 1, false),
      ...(withGraph && { Graph: graph() }),
    };
  }

  private run(index: number, run: number, withGraph: boolean) {
    const isRunning = run >= this.runsEach;
    const failed = !isRunning && run % 10 === 3;
    const startedOn = now - (this.runsEach - run) * HOUR;
    return {
      Name: flowName(index),
      WorkflowRunId: runIdOf(index, run),
      WorkflowRunProperties: { environment: 'benchmark', run: String(run) },
      StartedOn: startedOn,
      CompletedOn: isRunning ? undefined : startedOn + 600,
      Status: isRunning ? 'RUNNING' : 'COMPLETED',
      Statistics: {
        TotalActions: JOBS,
        TimeoutActions: 0,
        FailedActions: failed ? 1 : 0,
        StoppedActions: 0,
        SucceededActions: JOBS - (failed || isRunning ? 1 : 0),
        RunningActions: isRunning ? 1 : 0,
        ErroredActions: 0,
        WaitingActions: 0,
      },
      ...(withGraph && {
        Graph: graph({
          id: `${index}_${run}`,
          startedOn,
          last: (isRunning && 'RUNNING') || (failed ? 'FAILED' : 'SUCCEEDED'),
        }),
      }),
    };
  }
}

/** A start trigger, and five jobs with triggers between them. */
function graph(run?: { id: string; startedOn: number; last: string }) {
  const places = Array.from({ length: JOBS }, (_, place) => place);
  return {
    Nodes: places.flatMap(place => [
      {
        Type: 'TRIGGER',
        Name: `before-${place}`,
        UniqueId: `wnode_trigger_${place}`,
        TriggerDetails: {
          Trigger: {
            Name: `before-${place}`,
            Type: place === 0 ? 'ON_DEMAND' : 'CONDITIONAL',
            State: place === 0 ? 'CREATED' : 'ACTIVATED',
            Actions: [{ JobName: `job-${place}` }],
            ...(place > 0 && {
              Predicate: {
                Logical: 'AND',
                Conditions: [
                  {
                    LogicalOperator: 'EQUALS',
                    JobName: `job-${place - 1}`,
                    State: 'SUCCEEDED',
                  },
                ],
              },
            }),
          },
        },
      },
      {
        Type: 'JOB',
        Name: `job-${place}`,
        UniqueId: `wnode_job_${place}`,
        JobDetails: run && {
          JobRuns: [
            {
              Id: `jr_${run.id}_${place}`,
              Attempt: 0,
              TriggerName: `before-${place}`,
              JobName: `job-${place}`,
              StartedOn: run.startedOn + place * 100,
              CompletedOn: run.startedOn + place * 100 + 90,
              JobRunState: place === JOBS - 1 ? run.last : 'SUCCEEDED',
              ExecutionTime: 90,
              MaxCapacity: 2,
              WorkerType: 'G.1X',
              NumberOfWorkers: 2,
              GlueVersion: '5.0',
            },
          ],
        },
      },
    ]),
    Edges: places.flatMap(place => [
      {
        SourceId: `wnode_trigger_${place}`,
        DestinationId: `wnode_job_${place}`,
      },
      ...(place > 0
        ? [
            {
              SourceId: `wnode_job_${place - 1}`,
              DestinationId: `wnode_trigger_${place}`,
            },
          ]
        : []),
    ]),
  };
}

const indexOf = (name = 'flow-0') => Number(name.slice('flow-'.length));

async function inputOf(request: IncomingMessage): Promise<Input> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}
