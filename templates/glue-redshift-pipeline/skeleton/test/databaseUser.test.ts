import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

it('makes the database user by the right statements', () => {
  const { status, stderr } = spawnSync(
    'python3',
    [fileURLToPath(new URL('./databaseUser_test.py', import.meta.url))],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
});
