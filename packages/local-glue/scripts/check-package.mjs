// Builds this package and the one of this repository that it depends on, packs both, installs
// them with npm in an empty folder outside of the repository and uses this one there: as a
// command, as a library, and with a job that really runs.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cp,
  mkdtemp,
  mkdir,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(dirname(packageFolder));
const { name, version, dependencies } = JSON.parse(
  await readFile(join(packageFolder, 'package.json'), 'utf8'),
);
const languageFolder = join(root, 'packages/pipeline');
const backstageCli = join(root, 'node_modules/.bin/backstage-cli');

const folder = await mkdtemp(join(tmpdir(), 'local-glue-package-'));
const app = join(folder, 'app');
try {
  await install(await pack());
  await checkInstalled();
  await checkOldNode();
  await checkLibrary();
  await checkServer();
  console.log(`${name} ${version} works where npm installs it`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The packages as they are published: absolute paths. */
async function pack() {
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  for (const each of [languageFolder, packageFolder]) {
    await run(backstageCli, ['package', 'build'], { cwd: each });
  }
  // Writes the packages as they are published, and leaves their folders' package.json alone.
  await run(backstageCli, ['build-workspace', workspace, name], { cwd: root });
  await nameVersions(
    join(workspace, 'packages/local-glue/package.json'),
    join(workspace, 'packages/pipeline/package.json'),
  );
  return [
    await packed(join(workspace, 'packages/pipeline'), [
      'README.md',
      'LICENSE',
      'dist/index.d.ts',
      ...['columns', 'cron', 'cron-words', 's3'].flatMap(entry => [
        `dist/${entry}.cjs.js`,
        `dist/${entry}.d.ts`,
      ]),
    ]),
    await packed(join(workspace, 'packages/local-glue'), [
      'README.md',
      'LICENSE',
      'bin/local-glue.js',
      'dist/index.d.ts',
      'python/local_glue_run.py',
      'python/requirements.txt',
    ]),
  ];
}

/** As Yarn does when it publishes: `workspace:^` becomes `^1.2.3`. */
async function nameVersions(manifestPath, languagePath) {
  const language = JSON.parse(await readFile(languagePath, 'utf8'));
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
  manifest.dependencies[language.name] = `^${language.version}`;
  await writeFile(manifestPath, JSON.stringify(manifest));
}

async function packed(source, wantedPaths) {
  const { stdout } = await run(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    { cwd: source },
  );
  const [{ filename, files }] = JSON.parse(stdout);
  const paths = files.map(file => file.path);
  for (const wanted of wantedPaths) {
    assert.ok(paths.includes(wanted), `${wanted} is in ${filename}`);
  }
  const strange = paths.filter(path =>
    /^src\/|(^|\/)(tests|clients|\.\w+_cache)\/|testUtils|\.test\./.test(path),
  );
  assert.deepEqual(strange, [], `sources and tests are not in ${filename}`);
  return join(folder, filename);
}

async function install(tarballs) {
  await mkdir(app);
  await writeFile(join(app, 'package.json'), '{"private":true}');
  await run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs],
    { cwd: app },
  );
}

/** Nothing but what the package names, and nothing of Backstage or of the AWS SDK. */
async function checkInstalled() {
  const lock = JSON.parse(
    await readFile(join(app, 'package-lock.json'), 'utf8'),
  );
  const installed = Object.entries(lock.packages)
    .filter(([, { optional }]) => !optional)
    .map(([path]) => path.split('node_modules/').at(-1))
    .filter(Boolean);
  assert.deepEqual(
    installed.filter(other => /^@(backstage|aws-sdk|smithy)\//.test(other)),
    [],
  );
  for (const dependency of Object.keys(dependencies)) {
    assert.ok(installed.includes(dependency), `${dependency} is installed`);
  }
  assert.deepEqual(
    (await readdir(join(app, 'node_modules/.bin'))).includes('local-glue'),
    true,
  );
}

/** An unsupported Node is told in words: here by a process that says it is one. */
async function checkOldNode() {
  const pretend = join(folder, 'old-node.cjs');
  await writeFile(
    pretend,
    "Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } });",
  );
  const { code, stderr } = await run(
    process.execPath,
    ['-r', pretend, join(app, 'node_modules', name, 'bin/local-glue.js')],
    { cwd: app },
  ).catch(error => error);
  assert.equal(code, 2);
  assert.match(stderr, /needs Node\.js 22 or later.*this is 20\.20\.2/);
}

/** `require` and `import` alike. */
async function checkLibrary() {
  const use = `createServer({ dataDir: process.argv[1], port: 0, python: '/no/python', log: { info() {}, warn() {}, error() {} } })
    .then(async server => { console.log((await fetch(server.url + '/_local-glue/health')).status); await server.close(); });`;
  for (const [flag, load] of [
    ['--input-type=commonjs', `const { createServer } = require('${name}');`],
    ['--input-type=module', `import { createServer } from '${name}';`],
  ]) {
    const { stdout } = await run(
      process.execPath,
      [flag, '--eval', load + use, join(folder, flag)],
      { cwd: app },
    );
    assert.equal(stdout, '200\n');
  }
}

async function checkServer() {
  const server = spawn(
    'npx',
    [
      '--no-install',
      'local-glue',
      'serve',
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
    ],
    // A group of its own, so that what npx starts hears its signal, as in a terminal.
    { cwd: app, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const ended = once(server, 'exit');
  try {
    const endpoint = await Promise.race([listening(server), failed(ended)]);
    const cli = async (...args) =>
      JSON.parse(
        (
          await run(
            'npx',
            [
              '--no-install',
              'local-glue',
              ...args,
              '--json',
              '--endpoint',
              endpoint,
            ],
            { cwd: app },
          )
        ).stdout,
      );
    assert.equal((await cli('status')).version, version);
    assert.deepEqual(await cli('query', 'select 42 as answer'), [
      { answer: 42 },
    ]);
    await createJob(endpoint, join(folder, 'data'));
    const jobRun = await cli(
      'start-job',
      'hello',
      '--arg',
      'who=npm',
      '--wait',
    );
    assert.equal(jobRun.JobRunState, 'SUCCEEDED', jobRun.ErrorMessage);
  } finally {
    process.kill(-server.pid, 'SIGTERM');
    await ended;
  }
}

async function listening(server) {
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(line);
    if (found) return found[1];
  }
  throw new Error('The server ended before it listened.');
}

async function failed(ended) {
  const [code] = await ended;
  throw new Error(`The server ended with ${code}.`);
}

async function createJob(endpoint, data) {
  const script = join(folder, 'hello.py');
  await writeFile(script, 'import sys\nprint("hello", sys.argv)\n');
  await mkdir(join(data, 's3/scripts'), { recursive: true });
  await cp(script, join(data, 's3/scripts/hello.py'));
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSGlue.CreateJob',
    },
    body: JSON.stringify({
      Name: 'hello',
      Role: 'any',
      Command: {
        Name: 'pythonshell',
        PythonVersion: '3.9',
        ScriptLocation: 's3://scripts/hello.py',
      },
    }),
  });
  assert.equal(response.status, 200, await response.text());
}
