import { CreateDatabaseCommand, GlueClient } from '@aws-sdk/client-glue';
import { mapStatistics } from '@glue-pipelines/backstage-plugin-common';
import { createServer, RunningServer } from '@glue-pipelines/local-glue';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault, faults } from './__testUtils__/FaultProxy';
import { FaultScenario, Observation } from './__testUtils__/FaultScenario';

jest.setTimeout(120_000);

/**
 * A page is answered from the store within this, whatever AWS does: below what
 * a question to AWS would take, above what a busy machine may.
 */
const VIEW_MS = 2_500;
/** For how long a fault lasts through which AWS cannot be read. */
const OUTAGE_MS = 6_000;
/** How long it may take until a new run is seen through a fault through which AWS can be read, slowly. */
const THROUGH_MS = 40_000;
/** Everything is shown again within this after a fault. */
const RECOVERED_MS = 30_000;

interface FaultCase {
  name: string;
  fault: () => Fault;
  /** What pages say meanwhile; absent where AWS can be read all the same. */
  says?: RegExp;
  /** How a start through the portal is answered meanwhile. */
  start: number[];
}

const CASES: FaultCase[] = [
  {
    name: 'half of all calls throttled',
    fault: () => faults.throttled(0.5),
    start: [201, 503],
  },
  {
    name: 'answers after five seconds',
    fault: () => faults.slow(5_000),
    start: [201],
  },
  {
    name: 'connections that end',
    fault: faults.reset,
    says: /Cannot reach/,
    start: [503],
  },
  {
    name: 'answers that are no JSON',
    fault: faults.malformed,
    says: /could not answer|failed unexpectedly/,
    start: [503],
  },
  {
    name: 'answers of another shape',
    fault: faults.misshapen,
    says: /lacks what was asked for|could not read the workflow/,
    start: [403, 503],
  },
  {
    name: 'credentials that have expired',
    fault: faults.expiredCredentials,
    says: /does not accept the portal's credentials/,
    start: [403],
  },
  {
    name: 'a clock that is an hour ahead',
    fault: () => faults.skewed(3_600_000),
    start: [201],
  },
];

/** A real server that runs workflows; what is wrong is between it and the portal. */
describe('while there are', () => {
  let dataDir: string;
  let server: RunningServer;
  const scenarios: FaultScenario[] = [];
  const observations = new Map<string, Promise<Observation>>();

  // All faults at the same time, each on a workflow and a portal of its own: they mostly wait.
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'glue-pipelines-faults-'));
    const silent = () => {};
    server = await createServer({
      dataDir,
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    const { buckets } = server.context;
    buckets.create('data');
    await buckets.put('data', 'rows/rows.csv', Buffer.from('a,b\n1,2\n'));
    const glue = new GlueClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await glue.send(
      new CreateDatabaseCommand({ DatabaseInput: { Name: 'db' } }),
    );
    glue.destroy();
    for (const [index, { name, fault, says }] of CASES.entries()) {
      const scenario = await FaultScenario.start(`flow-${index}`, server.url);
      scenarios.push(scenario);
      const observation = scenario.observe(
        fault(),
        says ? { lasts: OUTAGE_MS } : { untilSeen: THROUGH_MS },
      );
      observation.catch(() => {});
      observations.set(name, observation);
    }
  });

  afterAll(async () => {
    await Promise.allSettled(observations.values());
    for (const scenario of scenarios) {
      await scenario.close();
    }
    await server?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  describe.each(CASES)('$name', ({ name, start }) => {
    let seen: Observation;

    beforeAll(async () => {
      seen = await observations.get(name)!;
    });

    it('pages are answered from the store', () => {
      expect(seen.views.length).toBeGreaterThan(2);
      for (const view of seen.views) {
        expect(view.statuses).toEqual([200, 200, 200]);
        expect(view.tookMs).toBeLessThan(VIEW_MS);
        expect(view.runIds).toContain(seen.runBefore);
      }
    });

    it('a start begins one run or none, and says which', () => {
      const { status, runId } = seen.start;
      expect(start).toContain(status);
      expect(seen.begunByStart).toEqual(
        status === 201 ? [runId] : seen.begunByStart.slice(0, 1),
      );
    });

    it('everything is there again by itself afterwards', () => {
      expect(seen.recoveredAfterMs).toBeLessThan(RECOVERED_MS);
      expect(seen.runsOfPortal.map(({ id }) => id).sort()).toEqual(
        seen.runsOfAws.map(({ WorkflowRunId }) => WorkflowRunId).sort(),
      );
      for (const { WorkflowRunId, Status, Statistics = {} } of seen.runsOfAws) {
        expect(
          seen.runsOfPortal.find(({ id }) => id === WorkflowRunId),
        ).toMatchObject({
          rawStatus: Status,
          statistics: mapStatistics(Statistics),
        });
      }
    });
  });

  it.each(CASES.filter(({ says }) => says))(
    '$name: pages say why they are not newer',
    async ({ name, says }) => {
      const { views } = await observations.get(name)!;
      const { collectionError, ageMs } = views.at(-1)!;
      expect(collectionError).toMatch(says!);
      // What was under way when it began may still have arrived.
      expect(ageMs).toBeGreaterThan(OUTAGE_MS - 2_000);
    },
  );

  it.each(CASES.filter(({ says }) => !says))(
    '$name: pages show what is new',
    async ({ name }) => {
      const { views, startedInAws } = await observations.get(name)!;
      expect(views.at(-1)!.runIds).toEqual(
        expect.arrayContaining(startedInAws),
      );
    },
  );
});
