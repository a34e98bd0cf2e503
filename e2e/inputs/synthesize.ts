import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

/** Synthesizes pipelines as their repositories do, cdk-nag included. */
export function synthesize(apps: { file: string; outdir: string }[]) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'synthesizeAll.mjs')],
    {
      cwd: root,
      input: JSON.stringify(
        apps.map(app => ({ ...app, jobs: join(root, 'etl-scripts') })),
      ),
      encoding: 'utf8',
    },
  );
  if (status !== 0) {
    throw new Error(`The pipelines do not synthesize:\n${stderr}`);
  }
}
