import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../scripts/lib/paths.mjs';
import { BUNDLE_OPTIONS } from './lib/bundleOptions';
import { printTable } from './lib/print';
import { ratio } from './lib/statistics';

const OURS = '@glue-pipelines/backstage-plugin';
const OTHERS = [
  '@backstage-community/plugin-github-actions@1.3.0',
  '@backstage-community/plugin-jenkins@0.34.0',
  '@backstage-community/plugin-tekton@3.39.0',
];

/** What an app has without any of them: counted for none. */
const SHARED = [
  'react',
  'react-dom',
  'react-router',
  'react-router-dom',
  '@backstage/*',
  '@material-ui/*',
  // Of Backstage's own theme.
  '@mui/material',
  '@mui/material/*',
];

interface Weight {
  /** Bytes, gzipped, that are loaded with the app. */
  start: number;
  /** And those that wait until a page or a part of one is opened. */
  lazy: number;
}

/** What JavaScript the plugin adds to an app, beside plugins for other pipelines, bundled in the same way. */
export async function bundle(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    const weights: [string, Weight][] = [[OURS, await weigh(OURS, root)]];
    for (const spec of OTHERS) {
      const name = spec.slice(0, spec.lastIndexOf('@'));
      weights.push([
        spec,
        await weigh(`${name}/alpha`, install(spec, name, folder)),
      ]);
    }
    print(weights);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs a package with what it needs beyond what an app has; gives the folder to resolve it from. */
function install(spec: string, name: string, folder: string): string {
  const place = join(folder, name.replace(/\W+/g, '-'));
  const own = join(place, 'node_modules', name);
  mkdirSync(own, { recursive: true });
  const npm = (args: string[], cwd: string) =>
    execFileSync('npm', [...args, '--silent'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const tarball = npm(['pack', spec], place).trim();
  execFileSync('tar', ['-xzf', tarball, '-C', own, '--strip-components=1'], {
    cwd: place,
  });
  const manifestFile = join(own, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const isShared = (dependency: string) =>
    SHARED.some(shared =>
      shared.endsWith('*')
        ? dependency.startsWith(shared.slice(0, -1))
        : dependency === shared,
    );
  const dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([each]) => !isShared(each)),
  );
  const {
    devDependencies: _dev,
    peerDependencies: _peers,
    ...published
  } = manifest;
  writeFileSync(manifestFile, JSON.stringify({ ...published, dependencies }));
  npm(
    [
      'install',
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--no-audit',
      '--no-fund',
    ],
    own,
  );
  return place;
}

async function weigh(entry: string, resolveDir: string): Promise<Weight> {
  const { outputFiles, metafile } = await build({
    ...BUNDLE_OPTIONS,
    stdin: {
      contents: `import plugin from '${entry}'; globalThis.plugin = plugin;`,
      resolveDir,
    },
    external: SHARED,
    format: 'esm',
    splitting: true,
    metafile: true,
    write: false,
    outdir: 'out',
    absWorkingDir: resolveDir,
  });
  const { outputs } = metafile;
  const atStart = new Set<string>();
  const visit = (path: string) => {
    if (outputs[path] && !atStart.has(path)) {
      atStart.add(path);
      outputs[path].imports
        .filter(({ kind }) => kind === 'import-statement')
        .forEach(imported => visit(imported.path));
    }
  };
  visit(
    Object.keys(outputs).find(path => outputs[path].entryPoint === '<stdin>')!,
  );
  const weight: Weight = { start: 0, lazy: 0 };
  for (const { path, contents } of outputFiles) {
    const isAtStart = [...atStart].some(
      each => join(resolveDir, each) === path,
    );
    weight[isAtStart ? 'start' : 'lazy'] += gzipSync(contents).length;
  }
  return weight;
}

function print(weights: readonly [string, Weight][]): void {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const total = ({ start, lazy }: Weight) => start + lazy;
  const [[, ours]] = weights;
  console.log('JavaScript, minified and gzipped:\n');
  printTable(
    ['', 'at the start', 'ours to it', 'lazy', 'together', 'ours to it'],
    weights.map(([name, weight]) => [
      name,
      kilobytes(weight.start),
      ratio(ours.start, weight.start),
      kilobytes(weight.lazy),
      kilobytes(total(weight)),
      ratio(total(ours), total(weight)),
    ]),
  );
}
