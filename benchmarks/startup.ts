import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../scripts/lib/paths.mjs';
import { builtCli } from './lib/builtCli';
import { printTable } from './lib/print';
import { startServer } from './lib/server';
import { milliseconds, percentile, ratio } from './lib/statistics';

const runs = 7;

/**
 * How long the commands take to start, as built and as sources; the baseline
 * is Node.js itself.
 */
export async function startup(): Promise<void> {
  const node = times(() => execFileSync(process.execPath, ['--eval', '0']));
  const rows: [string, number[]][] = [['node --eval 0', node]];
  for (const [kind, entry] of [
    ['built', builtCli()],
    ['sources', join(root, 'packages/local-glue/bin/local-glue.js')],
  ]) {
    if (!entry) {
      console.log(
        'What is built is not measured: build it with "yarn tsc", "yarn workspace @glue-pipelines/pipeline build" and "yarn workspace @glue-pipelines/local-glue build"\n',
      );
      continue;
    }
    // What bin/local-glue.js does with what is built.
    const main =
      kind === 'built'
        ? [
            '--eval',
            `require(${JSON.stringify(entry)}).runCli(['node', 'local-glue', ...process.argv.slice(1)])`,
            '--',
          ]
        : [entry];
    rows.push([
      `${kind}: --version`,
      times(() => execFileSync(process.execPath, [...main, '--version'])),
    ]);
    const serve: number[] = [];
    for (let n = 0; n <= runs; n++) {
      const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-startup-'));
      const server = await startServer(dataDir, { main });
      if (n > 0) serve.push(server.startMilliseconds);
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
    rows.push([`${kind}: serve until it answers`, serve]);
  }
  printTable(
    ['', 'median', 'worst', 'to node'],
    rows.map(([name, samples]) => [
      name,
      milliseconds(percentile(samples, 0.5)),
      milliseconds(Math.max(...samples)),
      ratio(percentile(samples, 0.5), percentile(node, 0.5)),
    ]),
  );
}

/** Milliseconds of each call but the first, which warms up. */
function times(call: () => void): number[] {
  const samples: number[] = [];
  for (let n = 0; n <= runs; n++) {
    const from = performance.now();
    call();
    if (n > 0) samples.push(performance.now() - from);
  }
  return samples;
}
