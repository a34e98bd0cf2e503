import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { scriptFiles, type Pipeline } from '@glue-pipelines/pipeline';
import { root } from '../../scripts/lib/paths.mjs';

const JOBS = join(root, 'etl-scripts');

/**
 * The jobs of a pipeline's repository: with the functions of its steps
 * `script`, which may have been written anew.
 */
export function jobsOf(
  pipeline: Pipeline,
  directory: string,
  written: Record<string, string> = {},
): string {
  const files = Object.entries(scriptFiles(pipeline));
  if (files.length === 0) {
    return JOBS;
  }
  cpSync(JOBS, join(directory, 'jobs'), { recursive: true });
  for (const [path, content] of files) {
    const [, name = ''] = /^jobs\/scripts\/(\w+)\.py$/.exec(path) ?? [];
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written[name] ?? content);
  }
  return join(directory, 'jobs');
}

/**
 * Synthesizes pipelines as their repositories do, cdk-nag included. Others go
 * on meanwhile: what waits for runs would else find its connections closed.
 */
export async function synthesize(
  apps: {
    file: string;
    outdir: string;
    jobs?: string;
    /** As in `environments.yaml`; none by default. */
    environment?: object;
  }[],
): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'synthesizeAll.mjs')],
    { cwd: root, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const closed = once(child, 'close');
  child.stdin.end(JSON.stringify(apps.map(app => ({ jobs: JOBS, ...app }))));
  const [problems, [status]] = await Promise.all([text(child.stderr), closed]);
  if (status !== 0) {
    throw new Error(`The pipelines do not synthesize:\n${problems}`);
  }
}
