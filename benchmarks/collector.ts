import { parseArgs } from 'node:util';
import { Round, startCollector } from './lib/children';
import { FleetEndpoint } from './lib/FleetEndpoint';
import { DatabaseKind, openPortalDatabase } from './lib/portalDatabase';
import { printTable } from './lib/print';
import { ratio } from './lib/statistics';

/** Milliseconds: nothing is due a second time by itself. */
const IDLE_MS = 24 * 3_600_000;

interface Cycle extends Round {
  calls: number;
}

interface Measured {
  size: number;
  cycles: Record<'first' | 'rest' | 'running' | 'poll', Cycle>;
}

/**
 * What a round of the collector costs: the first one, one in which nothing has
 * happened, and one in which some workflows run; the baseline asks AWS for the
 * same workflows and keeps nothing.
 */
export async function collector(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '10,100,1000' },
      runs: { type: 'string', default: '100' },
      running: { type: 'string', default: '20' },
      database: { type: 'string', default: 'SQLite' },
    },
  });
  const measured: Measured[] = [];
  for (const size of values.sizes.split(',').map(Number)) {
    measured.push(
      await measure(
        values.database as DatabaseKind,
        size,
        Number(values.runs),
        Math.min(size, Number(values.running)),
      ),
    );
  }
  print(measured);
}

async function measure(
  kind: DatabaseKind,
  size: number,
  runsEach: number,
  running: number,
): Promise<Measured> {
  const endpoint = await FleetEndpoint.start(runsEach);
  const database = await openPortalDatabase(kind);
  const child = await startCollector({
    endpoint: endpoint.url,
    database,
    workflows: size,
    idleMs: IDLE_MS,
  });
  const run = async (what: 'collect' | 'again' | 'poll'): Promise<Cycle> => {
    endpoint.takeCalls();
    const round = await child.run(what);
    return { ...round, calls: endpoint.takeCalls().total };
  };
  try {
    const first = await run('collect');
    const rest = await run('again');
    endpoint.running = running;
    const withRunning = await run('again');
    const poll = await run('poll');
    console.log(`${size} workflows, ${running} of them run`);
    return { size, cycles: { first, rest, running: withRunning, poll } };
  } finally {
    await child.close();
    await database.close();
    await endpoint.close();
  }
}

function print(measured: readonly Measured[]): void {
  const names = {
    first: 'the first round',
    rest: 'a round in which nothing happened',
    running: 'a round in which some run',
    poll: 'asked for each workflow, nothing kept',
  };
  for (const { size, cycles } of measured) {
    console.log(`\n${size} workflows:\n`);
    printTable(
      ['', 'calls', 'to the baseline', 's', 'to the baseline', 'MiB resident'],
      Object.entries(names).map(([key, name]) => {
        const { calls, seconds, mebibytes } = cycles[key as keyof typeof names];
        return [
          name,
          String(calls),
          ratio(calls, cycles.poll.calls),
          seconds.toFixed(2),
          ratio(seconds, cycles.poll.seconds),
          mebibytes.toFixed(0),
        ];
      }),
    );
  }
  const [smallest] = measured;
  const largest = measured.at(-1)!;
  console.log(
    `\nGrowth from ${smallest.size} to ${largest.size} workflows (${ratio(largest.size, smallest.size)}): a round in which some run ${ratio(largest.cycles.running.calls, smallest.cycles.running.calls)} calls, ${ratio(largest.cycles.running.seconds, smallest.cycles.running.seconds)} seconds, ${ratio(largest.cycles.running.mebibytes, smallest.cycles.running.mebibytes)} memory`,
  );
}
