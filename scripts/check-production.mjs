// Builds the portal, unpacks its bundle beside nothing of this repository but its dependencies, and
// boots it with app-config.production.yaml as it is, on a PostgreSQL that speaks TLS.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import forge from 'node-forge';
import pg from 'pg';
import { parse } from 'yaml';
import { answers } from './lib/ports.mjs';
import { dataDir, root, yarnPath } from './lib/paths.mjs';
import { freePort, startPostgres } from './lib/postgres.mjs';

const run = promisify(execFile);
const folder = join(dataDir, 'production');
const CONFIG = 'app-config.production.yaml';
const EXAMPLE = join(
  root,
  'templates/glue-redshift-pipeline/examples/flight-delays.yaml',
);

/** A certificate for 127.0.0.1 that vouches for itself, valid for a day. */
function selfSigned() {
  const { publicKey, privateKey } = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(Date.now() - 60_000);
  certificate.validity.notAfter = new Date(Date.now() + 24 * 3_600_000);
  const name = [{ name: 'commonName', value: '127.0.0.1' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
  ]);
  certificate.sign(privateKey, forge.md.sha256.create());
  return {
    key: forge.pki.privateKeyToPem(privateKey),
    certificate: forge.pki.certificateToPem(certificate),
  };
}

/** Unpacks the bundle. Its packages find each other, and everything else in the repository. */
async function unpack() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules/@glue-pipelines'), { recursive: true });
  for (const archive of ['skeleton', 'bundle']) {
    await run('tar', [
      '-xzf',
      join(root, `packages/backend/dist/${archive}.tar.gz`),
      '-C',
      folder,
    ]);
  }
  for (const group of ['packages', 'plugins']) {
    for (const name of readdirSync(join(folder, group))) {
      const path = join(folder, group, name);
      const { name: packageName } = JSON.parse(
        readFileSync(join(path, 'package.json'), 'utf8'),
      );
      symlinkSync(path, join(folder, 'node_modules', packageName));
    }
  }
  cpSync(join(root, CONFIG), join(folder, CONFIG));
}

/** The portal as a process; `gone` resolves with its exit code. */
function startPortal(environment) {
  const portal = spawn(
    process.execPath,
    ['packages/backend', '--config', CONFIG],
    {
      cwd: folder,
      // Nothing of this shell: what the configuration asks for is all that it gets.
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = [];
  for (const stream of [portal.stdout, portal.stderr]) {
    createInterface({ input: stream }).on('line', line => said.push(line));
  }
  const gone = new Promise(resolve => portal.once('close', resolve));
  return { portal, gone, said };
}

/** The rows of a query in the database of a plugin. */
async function query({ port, password }, certificate, plugin, sql) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: `backstage_plugin_${plugin}`,
    ssl: { ca: certificate, rejectUnauthorized: true },
  });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Resolves once the portal's log has a text. */
async function untilSaid(said, text) {
  const deadline = Date.now() + 15_000;
  while (!said.some(line => line.includes(text))) {
    assert.ok(Date.now() < deadline, `the log does not say "${text}"`);
    await sleep(100);
  }
}

/** The JSON that an address answers, once it does: the catalog takes a moment. */
async function untilOk(url, headers) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(url, { headers });
    if (answer.ok) return await answer.json();
    assert.ok(Date.now() < deadline, `${url} answers ${answer.status}`);
    await sleep(500);
  }
}

async function statusOf(url, options) {
  return (await fetch(url, { ...options, redirect: 'manual' })).status;
}

/** What the plugin measures is where Prometheus scrapes it: no account is read here, but rounds are made. */
async function checkMetrics(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  assert.match(
    await answer.text(),
    /^backend_tasks_task_runs_count\w*\{.*taskId="collect-glue-workflows"/m,
  );
}

/** The templates come with a package, owned and with the choices of this configuration. */
async function checkTemplates(url, headers) {
  for (const name of ['glue-redshift-pipeline', 'glue-redshift-warehouse']) {
    const { spec } = await untilOk(
      `${url}/api/catalog/entities/by-name/template/default/${name}`,
      headers,
    );
    assert.equal(spec.owner, 'group:default/data-platform');
    const publishTo = spec.parameters
      .map(({ properties }) => properties.publishTo)
      .find(Boolean);
    assert.deepEqual(publishTo.enum, ['github']);
    const form = await untilOk(
      `${url}/api/scaffolder/v2/templates/default/template/${name}/parameter-schema`,
      headers,
    );
    assert.equal(form.steps.length, spec.parameters.length);
  }
}

/** Every file that the configuration names, its locations above all, is in the bundle. */
function checkFiles() {
  const { catalog } = parse(readFileSync(join(folder, CONFIG), 'utf8'));
  const files = (catalog.locations ?? []).filter(({ type }) => type === 'file');
  for (const { target } of files) {
    assert.ok(
      existsSync(join(folder, target)),
      `${target} is not in the bundle`,
    );
  }
}

/** A repository made by the packages of the bundle, synthesized and checked. */
async function checkRepository() {
  const directory = join(folder, 'repository');
  const script = `
    const { generateRepository } = require('@glue-pipelines/backstage-plugin-scaffolder-backend-module');
    const { parsePipeline } = require('@glue-pipelines/pipeline');
    generateRepository({
      pipeline: parsePipeline(${JSON.stringify(parse(readFileSync(EXAMPLE, 'utf8')))}),
      directory: ${JSON.stringify(directory)},
      accountId: '123456789012',
      region: 'eu-west-1',
      log: console.log,
    });`;
  await run(process.execPath, ['-e', script], { cwd: folder });
  for (const file of [
    '.gitignore',
    'catalog-info.yaml',
    'cdk.out/manifest.json',
    'lib/language.mjs',
    'package-lock.json',
    'jobs/modules/pipeline.py',
  ]) {
    assert.ok(
      existsSync(join(directory, file)),
      `the repository lacks ${file}`,
    );
  }
}

await run(
  process.execPath,
  [yarnPath, 'backstage-cli', 'repo', 'build', '--all'],
  { cwd: root, maxBuffer: 64 * 1024 * 1024 },
).catch(({ stderr }) => {
  throw new Error(`The portal cannot be built:\n${stderr}`);
});
await unpack();
checkFiles();
await checkRepository();

const certificate = selfSigned();
const database = await startPostgres(certificate);
try {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const metricsPort = await freePort();
  const token = randomUUID();
  const { portal, gone, said } = startPortal({
    PORTAL_URL: url,
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(database.port),
    POSTGRES_USER: 'postgres',
    POSTGRES_PASSWORD: database.password,
    POSTGRES_CA: certificate.certificate,
    AUTH_SESSION_SECRET: 'only for this check',
    AUTH_GITHUB_CLIENT_ID: 'none',
    AUTH_GITHUB_CLIENT_SECRET: 'none',
    GITHUB_TOKEN: 'none',
    GITHUB_ORG: 'none',
    OTEL_METRICS_EXPORTER: 'prometheus',
    OTEL_TRACES_EXPORTER: 'none',
    OTEL_EXPORTER_PROMETHEUS_HOST: '127.0.0.1',
    OTEL_EXPORTER_PROMETHEUS_PORT: String(metricsPort),
    AWS_REGION: 'eu-west-1',
    AWS_ACCOUNT_ID: '123456789012',
    APP_CONFIG_backend_auth_externalAccess: JSON.stringify([
      { type: 'static', options: { token, subject: 'check-production' } },
    ]),
    APP_CONFIG_backend_listen: JSON.stringify(`127.0.0.1:${port}`),
  });
  try {
    await answers(`${url}/.backstage/health/v1/readiness`, gone).catch(
      error => {
        throw new Error(`${error.message}\n${said.slice(-60).join('\n')}`);
      },
    );

    const page = await (await fetch(url)).text();
    assert.ok(page.includes('Glue Pipelines needs JavaScript'), 'no page');

    // Nobody gets in without signing in, and there are no guests.
    assert.equal(await statusOf(`${url}/api/catalog/entities`), 401);
    assert.equal(
      await statusOf(
        `${url}/api/glue-pipelines/v1/workflows?entityRef=component:default/x`,
      ),
      401,
    );
    assert.equal(await statusOf(`${url}/api/auth/guest/refresh`), 404);
    assert.equal(
      await statusOf(`${url}/api/auth/github/start?env=production`),
      302,
      'people sign in with GitHub',
    );
    const people = await query(
      database,
      certificate.certificate,
      'catalog',
      "select entity_ref from refresh_state where entity_ref like 'user:%'",
    );
    assert.deepEqual(people, [], 'only the organization brings people');

    await checkMetrics(metricsPort);
    await checkTemplates(url, { authorization: `Bearer ${token}` });

    const [{ tables }] = await query(
      database,
      certificate.certificate,
      'glue-pipelines',
      "select count(*)::int as tables from information_schema.tables where table_schema = 'public'",
    );
    assert.ok(tables > 3, 'the run store is in Postgres');
    portal.kill('SIGTERM');
    await untilSaid(said, 'Task worker finished: collect-glue-workflows');
  } finally {
    // The event bus of Backstage holds a request open for up to a minute before the process ends.
    portal.kill('SIGKILL');
    await gone;
  }
} finally {
  await database.stop();
}
console.log(`${CONFIG} boots from the bundle on Postgres`);
