import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, step } from './output.mjs';
import { root, yarnPath } from './paths.mjs';

const stamp = join(root, 'node_modules/.glue-pipelines-installed');

/** Installs the locked dependencies unless node_modules holds exactly these already. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (readIfThere(stamp) === wanted) return;
  const done = step('Installing dependencies (about a minute the first time)');
  const lines = [];
  const child = spawn(process.execPath, [yarnPath, 'install', '--immutable'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => lines.push(text));
  }
  const code = await new Promise(resolve => {
    child.on('exit', resolve);
    child.on('error', error => {
      lines.push(error.message);
      resolve(1);
    });
  });
  if (code !== 0) {
    problem(`Installing dependencies failed:\n${lines.join('').slice(-4000)}`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  done('Dependencies installed');
}

function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  const manifests = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name =>
      join(folder, name, 'package.json'),
    ),
  );
  for (const file of ['package.json', 'yarn.lock', ...manifests.sort()]) {
    hash.update(file).update(readIfThere(join(root, file)) ?? '');
  }
  return hash.digest('hex');
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
