import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

const packages = ['pipeline', 'local-glue'];

/**
 * The command line as it is published, of what was built last; undefined when
 * nothing was. It lies inside of the repository, whose dependencies it finds.
 */
export function builtCli(): string | undefined {
  const isBuilt = packages.every(name =>
    existsSync(join(root, 'packages', name, 'dist/index.cjs.js')),
  );
  if (!isBuilt) return undefined;
  const folder = join(root, 'node_modules/.cache/built-local-glue');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules/@glue-pipelines'), { recursive: true });
  execFileSync(
    join(root, 'node_modules/.bin/backstage-cli'),
    ['build-workspace', folder, '@glue-pipelines/local-glue'],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  symlinkSync(
    join(folder, 'packages/pipeline'),
    join(folder, 'node_modules/@glue-pipelines/pipeline'),
  );
  return join(folder, 'packages/local-glue/dist/cli.cjs.js');
}
