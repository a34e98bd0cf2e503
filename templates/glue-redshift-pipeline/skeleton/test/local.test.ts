import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { samplesOf } from '../scripts/local';
import { LocalGlue, localGlueCommand } from '../scripts/localGlue';

const work = mkdtempSync(join(tmpdir(), 'local-'));
after(() => rmSync(work, { recursive: true }));

/** Stands in for local-glue: answers, takes objects, and fails at what is named `broken`. */
const program = join(work, 'local-glue.mjs');
writeFileSync(
  program,
  `import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
const [command, ...args] = process.argv.slice(2);
appendFileSync(${JSON.stringify(join(work, 'calls'))}, command + ' ' + args.join(' ') + '\\n');
if (command === 'serve') {
  process.on('SIGINT', () => process.exit(0));
  createServer((request, response) => {
    appendFileSync(${JSON.stringify(join(work, 'calls'))}, request.method + ' ' + request.url + '\\n');
    response.writeHead(request.url === '/taken/denied' ? 403 : 200);
    response.end();
  }).listen(Number(args[1]), '127.0.0.1');
} else if (command === 'broken') {
  process.exitCode = 1;
}
`,
);
const calls = () => readFileSync(join(work, 'calls'), 'utf8').split('\n');

/** An address of this machine where nothing listens. */
async function freeEndpoint(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe('local-glue of npm run local', () => {
  const open: LocalGlue[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map(glue => glue.close()));
  });

  it('is the package in the version of package.json, unless a file is named', () => {
    const { config } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.match(config.localGlue, /^\d+\.\d+\.\d+$/);
    assert.deepEqual(localGlueCommand(), [
      'npx',
      '--yes',
      `@glue-pipelines/local-glue@${config.localGlue}`,
    ]);
    process.env.LOCAL_GLUE_BIN = program;
    assert.deepEqual(localGlueCommand(), [process.execPath, program]);
    delete process.env.LOCAL_GLUE_BIN;
  });

  it('is started where none runs, used where one does, and ended by who started it', async () => {
    const endpoint = await freeEndpoint();
    const command = [process.execPath, program];
    const first = await LocalGlue.open(command, endpoint);
    open.push(first);
    const second = await LocalGlue.open(command, endpoint);
    await second.run('deploy', 'cdk.out');
    await second.put('orders-sample', 'orders/sample.jsonl', '{}\n');
    await second.close();
    assert.ok((await fetch(endpoint)).ok);
    await first.close();
    await assert.rejects(fetch(endpoint));
    const { port } = new URL(endpoint);
    assert.deepEqual(
      calls().filter(call => !call.includes('/_local-glue/health')),
      [
        `serve --port ${port}`,
        'deploy cdk.out',
        'PUT /orders-sample',
        'PUT /orders-sample/orders/sample.jsonl',
        'GET /',
        '',
      ],
    );
  });

  it('says what failed', async () => {
    const glue = await LocalGlue.open(
      [process.execPath, program],
      await freeEndpoint(),
    );
    open.push(glue);
    await assert.rejects(glue.run('broken'), /local-glue broken failed/);
    await assert.rejects(
      glue.put('taken', 'denied', ''),
      /^Error: taken\/denied: 403/,
    );
  });

  it('says why it could not be started', async () => {
    const endpoint = await freeEndpoint();
    await assert.rejects(
      LocalGlue.open([process.execPath, join(work, 'nothing.mjs')], endpoint),
      /local-glue did not start \(it ended with 1\): .*nothing\.mjs serve\n[^]*Cannot find module/,
    );
    await assert.rejects(
      LocalGlue.open(['local-glue'], 'http://192.0.2.1:1'),
      /one can be started on this machine only: correct LOCAL_GLUE_ENDPOINT/,
    );
  });
});

describe('the samples of npm run local', () => {
  it('are read by the names of the sources, and asked for where they are missing', () => {
    assert.deepEqual(samplesOf({ sources: [] }), {});
    assert.throws(
      () => samplesOf({ sources: [{ name: 'no_such' } as never] }),
      /^Error: sample\/no_such\.jsonl is missing: write a JSON object a line/,
    );
  });
});
