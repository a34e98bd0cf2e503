import { parseArgs } from 'node:util';
import type { GraphKind } from './browser/graphPage';
import type { Watched } from './browser/watch';
import { BrowserPage, MainThread, openPage } from './lib/browserPage';
import { printTable } from './lib/print';
import { milliseconds, percentile, ratio } from './lib/statistics';

const KINDS: GraphKind[] = ['DependencyGraph', 'WorkflowGraphView'];
type Sample = Watched & MainThread;
type Samples = Record<GraphKind, Sample[]>;

/** What is looked at of each sample, and how it is called. */
const FIGURES: [string, (sample: Sample) => number][] = [
  ['until it is shown', ({ shownMs }) => shownMs],
  ['until it rests', ({ restMs }) => restMs],
  ['main thread', ({ taskMs }) => taskMs],
  ['of which scripting', ({ scriptMs }) => scriptMs],
];

/**
 * How long the graph of a workflow takes to be drawn, and to show that one
 * node changed; the baseline is the graph of Backstage's core components.
 */
export async function graph(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '10,100,300' },
      repeat: { type: 'string', default: '7' },
    },
  });
  const page = await openPage('graphPage.tsx');
  console.log(`Chromium ${page.version}`);
  try {
    for (const nodes of values.sizes.split(',').map(Number)) {
      const drawn: Samples = { DependencyGraph: [], WorkflowGraphView: [] };
      const changed: Samples = { DependencyGraph: [], WorkflowGraphView: [] };
      for (let n = 0; n <= Number(values.repeat); n++) {
        for (const kind of KINDS) {
          const { draw, change } = await once(page, kind, nodes);
          // The first warms up.
          if (n > 0) {
            drawn[kind].push(draw);
            changed[kind].push(...change);
          }
        }
      }
      print(`${nodes} nodes: first render`, drawn);
      print(`${nodes} nodes: the state of one node changes`, changed);
    }
  } finally {
    await page.close();
  }
}

async function once(
  { page, measure }: BrowserPage,
  kind: GraphKind,
  nodes: number,
) {
  const draw = await measure(() =>
    page.evaluate(([each, count]) => window.graphBench.draw(each, count), [
      kind,
      nodes,
    ] as const),
  );
  const change: Sample[] = [];
  for (const state of ['succeeded', 'running'] as const) {
    change.push(
      await measure(() =>
        page.evaluate(next => window.graphBench.change(next), state),
      ),
    );
  }
  await page.evaluate(() => window.graphBench.clear());
  return { draw, change };
}

function print(title: string, samples: Samples): void {
  const middle = (kind: GraphKind, figure: (sample: Sample) => number) =>
    percentile(samples[kind].map(figure), 0.5);
  console.log(`\n${title}, medians:\n`);
  printTable(
    ['', ...KINDS, 'ratio', 'times faster'],
    FIGURES.map(([name, figure]) => {
      const [theirs, ours] = KINDS.map(kind => middle(kind, figure));
      return [
        name,
        milliseconds(theirs),
        milliseconds(ours),
        ratio(ours, theirs),
        (theirs / ours).toFixed(1),
      ];
    }),
  );
}
