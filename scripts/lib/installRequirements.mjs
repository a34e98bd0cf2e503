import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Installs requirements files into a Python environment with a pip command
 * line. What `stamp` says was installed already is not installed again.
 * Throws an Error when pip fails.
 */
export function installRequirements({ pip, files, options = [], stamp }) {
  const wanted = createHash('sha256')
    .update(files.map(file => readFileSync(file, 'utf8')).join('\n'))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const [command, ...leading] = pip;
  const { status } = spawnSync(
    command,
    [
      ...leading,
      'install',
      '--quiet',
      ...options,
      ...files.flatMap(file => ['-r', file]),
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) {
    throw new Error(`pip could not install ${files.join(', ')}`);
  }
  writeFileSync(stamp, wanted);
}
