import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const here = import.meta.dirname;
const tests = readdirSync(here).filter(file => file.endsWith('_test.py'));

describe('the functions that run while a stack is deployed', () => {
  it('have tests', () => assert.ok(tests.length > 0));

  for (const file of tests) {
    it(`do what ${file} expects`, () => {
      const { status, stderr } = spawnSync(
        'python3',
        ['-B', join(here, file)],
        {
          encoding: 'utf8',
        },
      );
      assert.equal(status, 0, stderr);
    });
  }
});
