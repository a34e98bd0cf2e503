import { parseArgs } from 'node:util';
// For the type of what the page offers.
import type {} from './browser/livePage';
import { BrowserPage, openPage } from './lib/browserPage';
import { printTable } from './lib/print';
import { milliseconds, percentile, ratio } from './lib/statistics';

interface Measured {
  nodes: number;
  /** From the signal to the painted node. */
  shownMs: number[];
  /** Scripting in a second in which the page is told of a change, and in one in which it is not. */
  toldMs: number[];
  restMs: number[];
}

/**
 * How long it takes from a signal that the page of a pipeline hears until it
 * shows the node's new state, and what that costs; the smallest graph is the
 * baseline.
 */
export async function liveUpdate(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '10,100,300' },
      repeat: { type: 'string', default: '15' },
    },
  });
  const browser = await openPage('livePage.tsx');
  console.log(`Chromium ${browser.version}\n`);
  const measured: Measured[] = [];
  try {
    for (const nodes of values.sizes.split(',').map(Number)) {
      measured.push(await measure(browser, nodes, Number(values.repeat)));
    }
  } finally {
    await browser.close();
  }
  print(measured);
}

async function measure(
  { page, measure: during }: BrowserPage,
  nodes: number,
  repeat: number,
): Promise<Measured> {
  const measured: Measured = { nodes, shownMs: [], toldMs: [], restMs: [] };
  await page.evaluate(count => window.liveBench.open(count), nodes);
  for (let n = 0; n <= repeat; n++) {
    const told = await during(() =>
      page.evaluate(
        state => window.liveBench.hear(state),
        n % 2 ? ('running' as const) : ('succeeded' as const),
      ),
    );
    const rest = await during(() =>
      page.evaluate(() => window.liveBench.rest()),
    );
    // The first warms up.
    if (n > 0) {
      measured.shownMs.push(told.shownMs);
      measured.toldMs.push(told.scriptMs);
      measured.restMs.push(rest.scriptMs);
    }
  }
  await page.evaluate(() => window.liveBench.close());
  return measured;
}

function print(measured: readonly Measured[]): void {
  const scripting = ({ toldMs, restMs }: Measured) =>
    percentile(toldMs, 0.5) - percentile(restMs, 0.5);
  const [smallest] = measured;
  printTable(
    [
      'nodes',
      'heard to painted, p50',
      'p95',
      `to ${smallest.nodes} nodes`,
      'scripting an update',
      `to ${smallest.nodes} nodes`,
      'a second of rest',
    ],
    measured.map(each => [
      String(each.nodes),
      milliseconds(percentile(each.shownMs, 0.5)),
      milliseconds(percentile(each.shownMs, 0.95)),
      ratio(percentile(each.shownMs, 0.5), percentile(smallest.shownMs, 0.5)),
      milliseconds(scripting(each)),
      ratio(scripting(each), scripting(smallest)),
      milliseconds(percentile(each.restMs, 0.5)),
    ]),
  );
}
