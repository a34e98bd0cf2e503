import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

describe('the documentation', () => {
  it('is what the code makes of it', () => {
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(root, 'scripts/generate-docs.ts'), '--check'],
      { encoding: 'utf8', cwd: root },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  }, 60_000);
});
