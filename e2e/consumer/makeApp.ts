import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { packPackages } from '../../scripts/lib/packPackages.mjs';
import { dataDir, root, yarnPath } from '../../scripts/lib/paths.mjs';
import { readGuide } from './guide';

const run = promisify(execFile);

const CREATE_APP = '0.9.2';

export type FrontendSystem = 'new' | 'old';

const folder = join(dataDir, 'consumer');
const BUFFER = { maxBuffer: 64 * 1024 * 1024 };

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  resolutions?: Record<string, string>;
  dependenciesMeta?: object;
}

const readManifest = (file: string): Manifest =>
  JSON.parse(readFileSync(file, 'utf8'));

function edit(file: string, change: (text: string) => string) {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) {
    throw new Error(`${file} has no place for what the guide adds`);
  }
  writeFileSync(file, after);
}

function editManifest(file: string, change: (manifest: Manifest) => void) {
  const manifest = readManifest(file);
  change(manifest);
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** This repository's Yarn as a command: create-app asks for one. */
function environment(): NodeJS.ProcessEnv {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, 'yarn'),
    `#!/bin/sh\nexec "${process.execPath}" "${yarnPath}" "$@"\n`,
    { mode: 0o755 },
  );
  return {
    ...process.env,
    PATH: [bin, dirname(process.execPath), process.env.PATH].join(':'),
    BACKSTAGE_APP_NAME: 'company-portal',
    // The lock file is this repository's to begin with, and archives are packed anew each time.
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    YARN_CHECKSUM_BEHAVIOR: 'update',
    NODE_OPTIONS: '--max-old-space-size=6000',
    CI: '',
  };
}

/** The versions that this repository settled on, which the newest of its dependencies lack. */
const { resolutions: RESOLUTIONS, dependenciesMeta: DEPENDENCIES_META } =
  readManifest(join(root, 'package.json'));

async function createApp(system: FrontendSystem, env: NodeJS.ProcessEnv) {
  const tool = join(folder, `create-app-${CREATE_APP}`);
  const command = join(tool, 'node_modules/.bin/backstage-create-app');
  if (!existsSync(command)) {
    mkdirSync(tool, { recursive: true });
    writeFileSync(
      join(tool, 'package.json'),
      JSON.stringify({
        private: true,
        dependencies: { '@backstage/create-app': CREATE_APP },
        overrides: { '@backstage/errors': RESOLUTIONS!['@backstage/errors'] },
      }),
    );
    await run('npm', ['install', '--no-audit', '--no-fund'], {
      ...BUFFER,
      cwd: tool,
      env,
    });
  }
  const fresh = join(folder, 'fresh');
  rmSync(fresh, { recursive: true, force: true });
  await run(
    process.execPath,
    [
      command,
      ...(system === 'old' ? ['--legacy'] : []),
      ...['--skip-install', '--path', fresh],
    ],
    { ...BUFFER, env },
  );
  return fresh;
}

/** A file of the name of its content: an archive that changed is another one. */
function byContent(archive: string): string {
  const hash = createHash('sha256').update(readFileSync(archive)).digest('hex');
  const named = join(
    dirname(archive),
    `${basename(archive, '.tgz')}-${hash.slice(0, 12)}.tgz`,
  );
  renameSync(archive, named);
  return named;
}

/** Archives of all packages by their names, as the registry would have them. */
export async function packAll(): Promise<Record<string, string>> {
  const archives = join(folder, 'archives');
  rmSync(archives, { recursive: true, force: true });
  mkdirSync(archives, { recursive: true });
  const packed = await packPackages(archives);
  rmSync(join(archives, 'workspace'), { recursive: true, force: true });
  return Object.fromEntries(
    packed.map(({ name, archive }) => [name, byContent(archive)]),
  );
}

/**
 * Backstage's packages of the release that create-app is of: a new app gets
 * them by a lock file that create-app downloads.
 */
function asReleased(file: string) {
  editManifest(file, manifest => {
    for (const list of [manifest.dependencies, manifest.devDependencies]) {
      for (const [name, range] of Object.entries(list ?? {})) {
        if (name.startsWith('@backstage/')) {
          list![name] = range.replace('^', '');
        }
      }
    }
  });
}

/** Adds to the app what the guide says, where it says so. */
function followGuide(app: string, system: FrontendSystem) {
  const guide = readGuide();
  for (const [directory, names] of Object.entries(guide.packages)) {
    editManifest(join(app, directory, 'package.json'), manifest => {
      for (const name of names) {
        // What create-app brings already keeps its version.
        manifest.dependencies![name] ??= '*';
      }
    });
  }
  const backend = 'packages/backend/src/index.ts';
  edit(join(app, backend), text => {
    const added = guide
      .additions(backend)
      .flatMap(({ code }) => code.match(/backend\.add\([^]*?\);\n/g) ?? [])
      // Its own says which: a plugin is added once.
      .filter(line => !text.includes(/import\('.+?'\)/.exec(line)![0]));
    return text.replace(
      'backend.start();',
      `${added.join('')}\nbackend.start();`,
    );
  });
  if (system === 'new') {
    return;
  }
  for (const file of [
    'packages/app/src/components/catalog/EntityPage.tsx',
    'packages/app/src/App.tsx',
  ]) {
    for (const { where, code } of guide.additions(file)) {
      edit(join(app, file), text => insert(text, where, code));
    }
  }
}

/** Puts code of the guide to where its comment says. */
function insert(text: string, where: string, code: string): string {
  const [, imports, rest] = /^((?:import [^]*?;\n)*)([^]*)$/.exec(
    code.trimStart(),
  )!;
  const element = rest.trim().replace(/;$/, '');
  if (where.includes('cards of the overview')) {
    return text.replace(
      /(const overviewContent = [^]*?<EntityAboutCard \/>\n\s+<\/Grid>\n)/,
      `$1${element}\n`,
    );
  }
  if (where.includes('EntityLayout of your components')) {
    return text.replace(
      /(const defaultEntityPage = \(\n\s+<EntityLayout>\n)([^]*?)(\n {2}<\/EntityLayout>)/,
      `$1$2\n${element}$3`,
    );
  }
  if (element.includes('path="/create"')) {
    return imports + text.replace(/<Route path="\/create" .*\/>/, element);
  }
  return (
    imports +
    (element ? text.replace('<FlatRoutes>', `<FlatRoutes>\n${element}`) : text)
  );
}

/** What an installation of the app keeps from one time to the next. */
const KEPT = ['node_modules', 'yarn.lock', '.yarn'];

/**
 * Makes an app by Backstage's create-app, installs the packages into it as
 * the guide says, and answers its folder.
 *
 * @param archives - of the packages, by their names
 */
export async function makeApp(
  system: FrontendSystem,
  archives: Record<string, string>,
): Promise<string> {
  const env = environment();
  const fresh = await createApp(system, env);
  const app = join(folder, `app-${system}`);
  mkdirSync(app, { recursive: true });
  for (const name of readdirSync(app).filter(each => !KEPT.includes(each))) {
    rmSync(join(app, name), { recursive: true, force: true });
  }
  if (!existsSync(join(app, 'yarn.lock'))) {
    cpSync(join(root, 'yarn.lock'), join(app, 'yarn.lock'));
  }
  rmSync(join(fresh, 'yarn.lock'), { force: true });
  rmSync(join(fresh, '.git'), { recursive: true, force: true });
  cpSync(fresh, app, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  editManifest(join(app, 'package.json'), manifest => {
    manifest.resolutions = {
      ...manifest.resolutions,
      ...RESOLUTIONS,
      ...Object.fromEntries(
        Object.entries(archives).map(([name, file]) => [name, `file:${file}`]),
      ),
    };
    manifest.dependenciesMeta = DEPENDENCIES_META;
    // Their developers try pipelines on their own machines.
    manifest.devDependencies!['@glue-pipelines/local-glue'] = '*';
  });
  for (const name of ['.', 'packages/app', 'packages/backend']) {
    asReleased(join(app, name, 'package.json'));
  }
  followGuide(app, system);
  await yarn(app, ['install'], env);
  return app;
}

/** Runs Yarn in the app; what it prints is the error where it fails. */
export async function yarn(
  app: string,
  args: string[],
  env = environment(),
): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [yarnPath, ...args], {
      ...BUFFER,
      cwd: app,
      env,
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(
      `yarn ${args.join(' ')} failed in ${app}:\n${stdout.slice(-4000)}${stderr.slice(-2000)}`,
    );
  }
}
