import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

describe('what is made of the document of the API', () => {
  it('is up to date', () => {
    const { stderr, status } = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        resolve(__dirname, '../../scripts/generate.ts'),
        '--check',
      ],
      { encoding: 'utf8', cwd: resolve(__dirname, '../..') },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  }, 60_000);
});
