import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Runs a TypeScript file of the repository under the Node that it needs. */
export function runScript(file, options) {
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, file), ...options],
    { stdio: 'inherit', cwd: root },
  );
  process.exitCode = status ?? 1;
}
