import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { checkPipeline } from '../lib/loadPipeline';
import { checkContract } from '../scripts/contract';
import { smallest } from './smallest';

const scripts = fileURLToPath(new URL('../scripts', import.meta.url));
const tsx = import.meta.resolve('tsx');
const repository = mkdtempSync(join(tmpdir(), 'contract-'));
after(() => rmSync(repository, { recursive: true }));

const write = (pipeline: object) =>
  writeFileSync(join(repository, 'pipeline.yaml'), stringify(pipeline));

/** A script, as npm runs it in a repository. */
const run = (script: string, ...args: string[]) =>
  spawnSync(
    process.execPath,
    ['--import', tsx, join(scripts, `${script}.ts`), ...args],
    { cwd: repository, encoding: 'utf8' },
  );

function git(...args: string[]) {
  const { status, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@localhost', ...args],
    { cwd: repository, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
}

const without = (name: string) => ({
  ...smallest,
  sources: smallest.sources.map(source => ({
    ...source,
    columns: source.columns.filter(column => column.name !== name),
  })),
});

describe('the data contract', () => {
  it('is written, and held to pipeline.yaml', () => {
    write(smallest);
    const early = run('contract', '--check');
    assert.match(
      early.stderr,
      /data-contract\.yaml is not what pipeline\.yaml/,
    );
    assert.equal(early.status, 1);
    assert.equal(run('contract').stdout, 'Wrote data-contract.yaml\n');
    assert.equal(run('contract', '--check').status, 0);
    const file = readFileSync(join(repository, 'data-contract.yaml'), 'utf8');
    assert.equal(parse(file).apiVersion, 'v3.0.2');
    assert.throws(
      () => checkContract(checkPipeline(without('state')), file),
      /is not what pipeline\.yaml says: "npm run contract"/,
    );
  });

  it('is compared with that of a commit', () => {
    git('init', '--quiet', '--initial-branch', 'main');
    git('commit', '--quiet', '--allow-empty', '--message', 'none');
    assert.match(
      run('contractDiff', '--base', 'HEAD').stdout,
      /HEAD has no data-contract\.yaml: the table is new/,
    );
    git('add', '.');
    git('commit', '--quiet', '--message', 'one');
    const same = run('contractDiff', '--base', 'main');
    assert.match(same.stdout, /stay as they are/);
    assert.equal(same.status, 0);

    write(without('state'));
    const broken = run('contractDiff', '--base', 'main');
    assert.match(broken.stdout, /\| state \| removed \|/);
    assert.equal(broken.status, 1);

    const unknown = run('contractDiff', '--base', 'nowhere');
    assert.match(unknown.stderr, /--base is "nowhere", which this clone/);
    assert.equal(unknown.status, 2);
  });
});
