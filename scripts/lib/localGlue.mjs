import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** The command line of packages/local-glue, under the Node that it needs. */
export function localGlue(options) {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'packages/local-glue/bin/local-glue.js'), ...options],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
}
