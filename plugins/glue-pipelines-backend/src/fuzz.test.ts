import { Agent } from 'node:http';
import { ApiDocument, Operation } from './__testUtils__/fuzz/ApiDocument';
import { Random } from './__testUtils__/Random';
import {
  FuzzedRequest,
  RequestGenerator,
} from './__testUtils__/fuzz/RequestGenerator';
import { KnownValues } from './__testUtils__/fuzz/SchemaValues';
import { RawAnswer, sendRaw } from './__testUtils__/fuzz/sendRaw';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { component, ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from './__testUtils__/runs';
import { spec } from './schema/openapi.generated';

/** `npm run fuzz` sets both. */
const REQUESTS = Number(process.env.GLUE_PIPELINES_FUZZ_REQUESTS ?? 3_000);
const SEED = Number(process.env.GLUE_PIPELINES_FUZZ_SEED ?? 1);
const MOST_PROBLEMS = 10;

jest.setTimeout(60_000 + REQUESTS * 100);

/** Answers of AWS after which asking again does not help: the API passes them on as 4xx. */
const REFUSALS = [
  'AccessDeniedException',
  'EntityNotFoundException',
  'ConcurrentRunsExceededException',
  'IllegalWorkflowStateException',
  'InvalidInputException',
  'ExpiredTokenException',
];
const CALLS = [
  'BatchGetWorkflows',
  'GetWorkflowRuns',
  'GetWorkflowRun',
  'GetTags',
  'StartWorkflowRun',
  'StopWorkflowRun',
  'ResumeWorkflowRun',
];

const KNOWN: KnownValues = {
  entityRef: [
    ENTITY_REF,
    'component:default/flight-delays',
    'component:default/intruder',
    'component:default/both',
    'component:default/mixed',
    'component:default/broken',
    'component:default/plain',
    'component:default/nobody',
  ],
  workflowArn: [COVID_HIRING_ARN, FLIGHT_DELAYS_ARN],
  timeZone: ['UTC', 'Europe/Berlin', 'Europe/Nowhere'],
  nodeIds: ['wnode_load', 'wnode_start', 'wnode_none'],
  idempotencyKey: ['key-00000001', 'key-00000002', 'key-00000003'],
  property: ['day', 'glue-pipelines.io/start'],
  from: ['2026-11-01', '2026-02-30'],
  to: ['2026-11-03', '2020-01-01'],
  cursor: [
    Buffer.from('["2026-11-21T10:00:00.000Z","wr_failed"]').toString(
      'base64url',
    ),
  ],
};

/** Answers that the values above lead to. */
const REACHED = [
  'get /v1/backfills 200',
  'get /v1/badge 200',
  'get /v1/badges/{token} 200',
  'get /v1/collector 200',
  'get /v1/fleet 200',
  'get /v1/fleet/headroom 200',
  'get /v1/fleet/hygiene 200',
  'get /v1/headroom 200',
  'get /v1/unnamed-workflows 200',
  'get /v1/workflows 200',
  'get /v1/tables 200',
  'get /v1/runs 200',
  'post /v1/runs 201',
  'get /v1/runs/{runId} 200',
  'get /v1/grid 200',
  'get /v1/lineage 200',
  'get /v1/days 200',
  'post /v1/backfills/preview 200',
  'post /v1/badge/share 200',
  'post /v1/runs/{runId}/resume 201',
  'post /v1/runs/{runId}/stop 202',
];

/** Several, since one can be stopped only once. */
const runningIds = (n: number) =>
  ['a', 'b', 'c', 'd'].map(letter => `wr_running_${letter}_${n}`);

/** Runs of both workflows, anew now and then, because they are stopped and resumed. Answers their ids. */
function putRuns(glue: GlueEndpoint, n: number): string[] {
  const startedAt = 1_795_000_000 + n;
  for (const name of ['covid-hiring', 'flight-delays']) {
    glue.putWorkflow(name);
    glue.deleteRuns(name);
    glue.putRun(name, `wr_succeeded_${n}`, { StartedOn: startedAt + 1 });
    glue.putRun(name, `wr_failed_${n}`, {
      StartedOn: startedAt + 2,
      job: 'FAILED',
      error: 'No such column',
    });
    for (const id of runningIds(n)) {
      glue.putRun(name, id, {
        StartedOn: startedAt + 3,
        Status: 'RUNNING',
        job: 'RUNNING',
      });
    }
  }
  return [
    `wr_failed_${n}`,
    ...runningIds(n),
    `wr_succeeded_${n}`,
    'wr_started_7',
    'wr_none',
  ];
}

/** Sends requests that are made of the API's document to the plugin, and judges its answers by it. */
describe(`${REQUESTS} requests made of the API's document, seed ${SEED}`, () => {
  const document = new ApiDocument(spec);
  let glue: GlueEndpoint;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let agent: Agent;
  let runIds: string[];
  let tokens: string[];

  /** Answers its secret: a badge that is revoked has another one later. */
  const shareBadge = async (): Promise<string[]> => {
    const { body } = await portal
      .request('post', '/v1/badge/share')
      .send({ entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN });
    return [body.link.url.split('/').pop()];
  };

  beforeAll(async () => {
    glue = await GlueEndpoint.start();
    runIds = putRuns(glue, 0);
    portal = await startPortal({
      endpoint: glue.url,
      entities: [component('both', `${COVID_HIRING_ARN},${FLIGHT_DELAYS_ARN}`)],
      config: {
        badges: true,
        startsPerMinute: { perUser: 1e9, perWorkflow: 1e9 },
      },
    });
    agent = new Agent({ keepAlive: true, maxSockets: 1 });
    tokens = await shareBadge();
  });

  afterAll(async () => {
    agent?.destroy();
    await portal?.stop();
    await glue?.close();
  });

  it('are answered as it describes, and never as a failure of the portal', async () => {
    const random = new Random(SEED);
    const generator = new RequestGenerator({
      document,
      random,
      known: { ...KNOWN, runId: runIds, token: tokens },
      callers: [portal.noToken, portal.serviceToken, 'Bearer', 'Basic a:b'].map(
        authorization => ({ authorization }),
      ),
    });
    const problems: string[] = [];
    const seen = new Set<string>();
    for (let n = 0; n < REQUESTS && problems.length < MOST_PROBLEMS; n++) {
      glue.forgetFailures();
      if (n % 100 === 0) {
        runIds.splice(0, runIds.length, ...putRuns(glue, n));
        tokens.splice(0, 1, ...(await shareBadge()));
        // After a start all runs are read: those above are known, too.
        await portal.start({
          entityRef: ENTITY_REF,
          workflowArn: COVID_HIRING_ARN,
        });
      }
      if (random.chance(0.05)) {
        glue.fail(random.pick(CALLS), random.pick(REFUSALS));
      }
      const request = generator.next();
      const answer = await sendRaw(agent, portal.apiUrl, request);
      const { operation } = request;
      if (operation) {
        seen.add(`${operation.method} ${operation.path} ${answer.status}`);
      }
      const problem = problemOf(document, request, answer);
      if (problem) {
        problems.push(described(n, request, answer, problem));
      }
    }
    expect(problems.join('\n\n')).toBe('');
    // Otherwise it would be no proof: what is refused at the door meets nothing behind it.
    expect([...seen]).toEqual(expect.arrayContaining(REACHED));
    expect(portal.errors()).toEqual([]);
  });
});

function problemOf(
  document: ApiDocument,
  { operation, method, path, headers }: FuzzedRequest,
  answer: RawAnswer,
): string | undefined {
  if (answer.status >= 500) {
    return 'The portal failed';
  }
  if (method === 'HEAD') {
    return answer.text === '' ? undefined : 'An answer to HEAD has a body';
  }
  if (answer.status === 304 && headers['if-none-match']) {
    return answer.text === '' ? undefined : 'An answer 304 has a body';
  }
  const asked = operation ?? operationAt(document, method, path);
  return asked && document.problemOf(asked, answer);
}

/** Whom a request of a made-up method reaches: for a method that the path does not have, any of the path. */
function operationAt(
  { operations }: ApiDocument,
  method: string,
  path: string,
): Operation | undefined {
  const [place] = path.split('?');
  const here = operations.filter(operation =>
    new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(place),
  );
  return (
    here.find(operation => operation.method === method.toLowerCase()) ?? here[0]
  );
}

function described(
  n: number,
  { method, path, headers, body }: FuzzedRequest,
  { status, text }: RawAnswer,
  problem: string,
): string {
  return [
    `Request ${n} of seed ${SEED}: ${problem}`,
    `${method} ${path.slice(0, 500)} ${JSON.stringify(headers)}`,
    `${body?.toString().slice(0, 500) ?? '(no body)'}`,
    `-> ${status} ${text.slice(0, 500)}`,
  ].join('\n');
}
