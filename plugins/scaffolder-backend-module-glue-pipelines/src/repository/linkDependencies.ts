import fs from 'fs-extra';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of an installed package, as this module resolves it. */
export function packageFolder(name: string): string | undefined {
  return (createRequire(__filename).resolve.paths(name) ?? [])
    .map(folder => join(folder, name))
    .find(folder => existsSync(join(folder, 'package.json')));
}

/**
 * Gives a generated repository the packages that its app needs, as links to
 * the ones that this module is installed with. A repository is proven in
 * seconds this way, with no installation and no network.
 *
 * @returns removes the links
 * @throws Error for a dependency of the repository that this module lacks
 */
export async function linkDependencies(
  directory: string,
): Promise<() => Promise<void>> {
  const { dependencies = {} } = await fs.readJson(
    join(directory, 'package.json'),
  );
  const modules = join(directory, 'node_modules');
  const unlink = () => fs.remove(modules);
  try {
    for (const name of Object.keys(dependencies)) {
      const installed = packageFolder(name);
      if (!installed) {
        throw new Error(
          `The pipeline's app needs the package ${name}, which is not installed beside the scaffolder module: add it to the module's dependencies`,
        );
      }
      await fs.ensureDir(dirname(join(modules, name)));
      await fs.symlink(
        await fs.realpath(installed),
        join(modules, name),
        'junction',
      );
    }
  } catch (error) {
    await unlink();
    throw error;
  }
  return unlink;
}
