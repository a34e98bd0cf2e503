import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { parseEnvironments } from '../lib/environments';
import { pushCommand } from '../scripts/push';
import { findPython, pythonWith } from '../scripts/python';
import { APP_CHECKS, checkNames, chosen, JOB_CHECKS } from '../scripts/test';
import { largest, smallest } from './example';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'commands-'));
after(() => rmSync(work, { recursive: true }));

/** A script as npm runs it. */
function run(script: string, args: string[], env: Record<string, string> = {}) {
  return spawnSync(
    process.execPath,
    ['--import', 'tsx', `scripts/${script}.ts`, ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } },
  );
}

describe('a script', () => {
  const pipeline = join(work, 'pipeline.yaml');
  writeFileSync(pipeline, stringify(smallest));

  it('prints what it was asked for', () => {
    const { stdout, status } = run('cost', [], { PIPELINE_FILE: pipeline });
    assert.match(stdout, /A run: about \$0\.20/);
    assert.equal(status, 0);
  });

  it('shows wrong options as one line, and ends with 2', () => {
    const { stderr, status } = run('cost', ['--runs', 'x'], {
      PIPELINE_FILE: pipeline,
    });
    assert.match(stderr, /^--runs is "x": give a number[^\n]*\n$/);
    assert.equal(status, 2);
  });

  it('shows what is wrong with pipeline.yaml, and ends with 1', () => {
    const broken = join(work, 'broken.yaml');
    writeFileSync(broken, stringify({ ...smallest, name: 'NOT VALID' }));
    const { stderr, status } = run('cost', [], { PIPELINE_FILE: broken });
    assert.match(stderr, /^pipeline\.yaml is not valid\n {2}name: "NOT VALID"/);
    assert.equal(status, 1);
  });

  it('prints the pipeline of the samples for the tests of the jobs', () => {
    const { stdout } = run('samplePipeline', [], { PIPELINE_FILE: pipeline });
    const { sources } = JSON.parse(stdout);
    assert.equal(sources[0].uri, 's3://orders-sample/orders/');
  });

  it('says where the golden file is not written', () => {
    const { stderr, status } = run('golden', [], {
      PIPELINE_PYTHON: 'no-such-python',
    });
    assert.match(stderr, /The golden file is not written: .*no-such-python/);
    assert.equal(status, 1);
  });

  it('runs Python with the packages of the jobs', () => {
    const { stdout, status } = run('python', ['-c', 'print(6 * 7)'], {
      PIPELINE_PYTHON: findPython(),
    });
    assert.equal(stdout, '42\n');
    assert.equal(status, 0);
  });
});

describe('npm run scripts', () => {
  it('writes the functions that are missing, and none that is there', () => {
    const file = join(work, 'largest.yaml');
    writeFileSync(file, stringify(largest));
    const write = () =>
      spawnSync(process.execPath, ['--import', 'tsx', 'bin/scripts.ts'], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, PIPELINE_FILE: file, JOBS_DIR: work },
      });
    assert.match(write().stdout, /^Wrote jobs\/scripts\/rate\.py$/m);
    assert.equal(write().stdout, '');
  });
});

describe('npm run push', () => {
  const environments = parseEnvironments({ dev: {}, prod: { data: 'retain' } });

  it('deploys the stack of the workflow alone', () => {
    assert.deepEqual(pushCommand('dev', environments).slice(0, 3), [
      'deploy',
      '*-workflow',
      '--exclusively',
    ]);
  });

  it('pushes nothing to where data stay, or to nowhere', () => {
    assert.throws(
      () => pushCommand('prod', environments),
      /npm run deploy -- --context env=prod/,
    );
    assert.throws(() => pushCommand('test', environments), /use dev, prod/);
  });
});

describe('an environment', () => {
  it('is one that there is, for every command that asks for one', () => {
    for (const [script, ...args] of [
      ['cost'],
      ['backfill', '--from', '2026-01-01', '--to', '2026-01-01'],
    ] as [string, ...string[]][]) {
      const { stderr, status } = run(script, [...args, '--env', 'nowhere']);
      assert.match(stderr, /^There is no environment "nowhere"/);
      assert.equal(status, 1);
    }
  });
});

describe('npm test', () => {
  const all = [...APP_CHECKS, ...JOB_CHECKS];

  it('runs every check, or those that are named', () => {
    assert.deepEqual(chosen(APP_CHECKS, []), APP_CHECKS);
    assert.deepEqual(
      all.filter(check => !chosen(all, []).includes(check)),
      chosen(all, ['modules']),
    );
    assert.deepEqual(chosen(all, [], true), all);
    assert.deepEqual(
      chosen(all, ['jobs', 'types']).map(({ name }) => name),
      ['types', 'jobs'],
    );
  });

  it('names the checks there are for one that is none', () => {
    assert.throws(
      () => checkNames(all, ['typs']),
      /There is no check "typs"[^]*types +TypeScript/,
    );
  });
});

describe('the Python of the jobs', () => {
  it('is the first that is new enough', () => {
    assert.equal(findPython(['no-such-python', 'python3']), 'python3');
    assert.throws(
      () => findPython(['no-such-python']),
      /no Python 3\.11 or later .*no-such-python.*PIPELINE_PYTHON/,
    );
  });

  it('may be named', () => {
    process.env.PIPELINE_PYTHON = 'some/python';
    assert.equal(pythonWith(), resolve('some/python'));
    delete process.env.PIPELINE_PYTHON;
  });
});
