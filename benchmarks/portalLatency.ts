import { parseArgs } from 'node:util';
import { startPortal } from './lib/children';
import { FleetSize } from './lib/fleet';
import { searchPath, viewPaths, withFleet } from './lib/filledPortal';
import { Load, openLoop } from './lib/openLoop';
import { DatabaseKind } from './lib/portalDatabase';
import { printTable } from './lib/print';
import { milliseconds, percentile, ratio } from './lib/statistics';

/** What the API may take at the 95th percentile. */
const TARGET_MS = 50;
const WARM_UP_SECONDS = 5;
/** Backstage's own answer that it is up: what is measured without the plugin. */
const HEALTH = '/.backstage/health/v1/readiness';

interface Measured {
  kind: DatabaseKind;
  size: number;
  baseline: Load;
  load: Load;
}

/**
 * How long the API takes to answer at a fixed rate of requests, on each
 * database; the baseline is the same portal's answer that it is up, at the same
 * rate.
 */
export async function portalLatency(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '10,500,1000' },
      runs: { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '60' },
      'per-second': { type: 'string', default: '200' },
      databases: { type: 'string', default: 'SQLite,Postgres' },
    },
  });
  const perSecond = Number(values['per-second']);
  const seconds = Number(values.seconds);
  const measured: Measured[] = [];
  for (const kind of values.databases.split(',') as DatabaseKind[]) {
    for (const workflows of values.sizes.split(',').map(Number)) {
      const size = { workflows, runsEach: Number(values.runs) };
      measured.push(await measure(kind, size, perSecond, seconds));
    }
  }
  print(measured, perSecond);
}

/** Of ten requests: three of an entity's workflows, four of runs, two of one run, one that searches. */
function mixed(n: number, size: FleetSize): string {
  const view = viewPaths(n, size);
  switch (n % 10) {
    case 0:
    case 3:
    case 6:
      return view.workflows;
    case 1:
    case 4:
    case 7:
    case 9:
      return view.runs;
    case 2:
    case 5:
      return view.run;
    default:
      return searchPath(n, size);
  }
}

async function measure(
  kind: DatabaseKind,
  size: FleetSize,
  perSecond: number,
  seconds: number,
): Promise<Measured> {
  const { workflows } = size;
  return withFleet(kind, size, async (endpoint, database) => {
    const portal = await startPortal({
      endpoint: endpoint.url,
      database,
      workflows,
    });
    try {
      const run = (path: (n: number) => string, duration: number) =>
        openLoop({ ...portal, path, perSecond, seconds: duration });
      await run(n => mixed(n, size), WARM_UP_SECONDS);
      const baseline = await run(() => HEALTH, Math.min(seconds, 20));
      const load = await run(n => mixed(n, size), seconds);
      return { kind, size: workflows, baseline, load };
    } finally {
      await portal.close();
    }
  });
}

function print(measured: readonly Measured[], perSecond: number): void {
  console.log(
    `\nMilliseconds from when a request should have been sent, ${perSecond} requests a second:\n`,
  );
  const shares = [0.5, 0.95, 0.99] as const;
  printTable(
    [
      '',
      'p50',
      'p95',
      'p99',
      'worst',
      'failed',
      'sent late by p99',
      'p95 to Backstage alone',
      'p95 to the smallest',
      `p95 < ${TARGET_MS} ms`,
    ],
    measured.map(({ kind, size, load, baseline }) => {
      const smallest = measured.find(other => other.kind === kind)!;
      const p95 = percentile(load.times, 0.95);
      return [
        `${kind}, ${size} workflows`,
        ...shares.map(share => milliseconds(percentile(load.times, share))),
        milliseconds(percentile(load.times, 1)),
        String(load.failures),
        milliseconds(percentile(load.lateness, 0.99)),
        ratio(p95, percentile(baseline.times, 0.95)),
        ratio(p95, percentile(smallest.load.times, 0.95)),
        p95 < TARGET_MS ? 'yes' : 'NO',
      ];
    }),
  );
}
