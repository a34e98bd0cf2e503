import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { FOLDER, templates } from './baselines.mjs';

it('the templates of pipelines are those of the baselines', () => {
  const made = templates();
  assert.deepEqual(readdirSync(FOLDER).sort(), Object.keys(made).sort());
  for (const [file, text] of Object.entries(made)) {
    assert.equal(
      text,
      readFileSync(join(FOLDER, file), 'utf8'),
      `${file} differs: where that is meant, "npm run baselines" writes it`,
    );
  }
});
