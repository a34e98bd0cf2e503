import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** The benchmarks, under the Node that they need. */
export function bench(options) {
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'benchmarks/run.ts'), ...options],
    { stdio: 'inherit', cwd: root },
  );
  process.exitCode = status ?? 1;
}
