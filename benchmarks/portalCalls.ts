import { parseArgs } from 'node:util';
import {
  GetWorkflowCommand,
  GetWorkflowRunCommand,
  GetWorkflowRunsCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import { PortalChild, startPortal } from './lib/children';
import { flowName, FleetSize, REGION } from './lib/fleet';
import { FleetEndpoint } from './lib/FleetEndpoint';
import { viewPaths, withFleet } from './lib/filledPortal';
import { openLoop } from './lib/openLoop';
import { printTable } from './lib/print';

/** What the portal may call for a call of the baseline. */
const TARGET = 1 / 1000;
/** Seconds between two looks of the collector at a workflow at rest: the default. */
const IDLE_SECONDS = 60;

interface Counted {
  size: number;
  views: number;
  /** Calls of the portal while the views came. */
  portal: number;
  /** Calls of the baseline for as many views. */
  direct: number;
}

/**
 * How often AWS is called for views of pages, by the portal and by a plugin
 * that asks AWS for each view.
 */
export async function portalCalls(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '10,500,1000' },
      runs: { type: 'string', default: '25' },
      seconds: { type: 'string', default: '120' },
      'views-per-second': { type: 'string', default: '30' },
    },
  });
  const seconds = Number(values.seconds);
  const perSecond = Number(values['views-per-second']);
  const counted: Counted[] = [];
  for (const workflows of values.sizes.split(',').map(Number)) {
    const size = { workflows, runsEach: Number(values.runs) };
    counted.push(
      await withFleet('SQLite', size, async (endpoint, database) => {
        const portal = await startPortal({
          endpoint: endpoint.url,
          database,
          workflows,
        });
        try {
          return await count(endpoint, portal, size, seconds, perSecond);
        } finally {
          await portal.close();
        }
      }),
    );
  }
  print(counted, perSecond, seconds);
}

async function count(
  endpoint: FleetEndpoint,
  portal: PortalChild,
  size: FleetSize,
  seconds: number,
  perSecond: number,
): Promise<Counted> {
  const views = perSecond * seconds;
  endpoint.takeCalls();
  const kinds = ['workflows', 'runs', 'run'] as const;
  const load = await openLoop({
    ...portal,
    path: n => viewPaths(Math.floor(n / 3), size)[kinds[n % 3]],
    perSecond: perSecond * 3,
    seconds,
  });
  if (load.failures > 0) {
    throw new Error(`${load.failures} requests of views failed`);
  }
  const ofPortal = endpoint.takeCalls();
  console.log(
    `  the portal called ${JSON.stringify(ofPortal.byOperation)} in ${seconds} s`,
  );
  await viewDirectly(endpoint.url, size, views);
  const ofDirect = endpoint.takeCalls();
  return {
    size: size.workflows,
    views,
    portal: ofPortal.total,
    direct: ofDirect.total,
  };
}

/** Asks AWS for each view: the workflow with its graph, its newest runs, one of them with its graph. */
async function viewDirectly(
  endpoint: string,
  { workflows, runsEach }: FleetSize,
  views: number,
): Promise<void> {
  const glue = new GlueClient({
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  for (let n = 0; n < views; n++) {
    const Name = flowName((n * 7919) % workflows);
    const [, { Runs = [] }] = await Promise.all([
      glue.send(new GetWorkflowCommand({ Name, IncludeGraph: true })),
      glue.send(new GetWorkflowRunsCommand({ Name, MaxResults: 25 })),
    ]);
    await glue.send(
      new GetWorkflowRunCommand({
        Name,
        RunId: Runs[n % Math.min(Runs.length, runsEach)].WorkflowRunId,
        IncludeGraph: true,
      }),
    );
  }
  glue.destroy();
}

function print(
  counted: readonly Counted[],
  perSecond: number,
  seconds: number,
): void {
  const perThousand = (calls: number, views: number) =>
    ((calls / views) * 1000).toFixed(1);
  console.log(
    `\nCalls of AWS for 1,000 views, at ${perSecond} views a second for ${seconds} s; no run is going on:\n`,
  );
  printTable(
    [
      'workflows',
      'asked for each view',
      'the portal',
      'to the baseline',
      'a thousandth from',
    ],
    counted.map(({ size, views, portal, direct }) => [
      String(size),
      perThousand(direct, views),
      perThousand(portal, views),
      `x ${(portal / direct).toPrecision(2)}`,
      `${(portal / seconds / (direct / views) / TARGET).toFixed(0)} views/s`,
    ]),
  );
  console.log(
    `\nViews cause no calls: those of the portal are its collector's, which come by the clock (every ${IDLE_SECONDS} s, 25 workflows a call), so that more views make the ratio smaller. The last column is the rate from which it is a thousandth.`,
  );
}
