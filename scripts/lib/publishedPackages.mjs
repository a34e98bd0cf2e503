import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** The packages that go to the registry: their folder, an absolute path, and their package.json. */
export function publishedPackages() {
  return ['packages', 'plugins']
    .flatMap(group =>
      readdirSync(join(root, group)).map(name => join(root, group, name)),
    )
    .map(folder => ({
      folder,
      manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
    }))
    .filter(({ manifest }) => !manifest.private);
}
