import fs from 'fs-extra';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The folders that a repository is made from. */
export interface RepositoryAssets {
  /** The CDK app. */
  skeletonDir: string;
  /** The jobs and their tests. */
  etlScriptsDir: string;
}

/**
 * Finds the folders inside this package when it is published (`assets/`), else
 * in the monorepo that it is developed in.
 *
 * @param from - a folder of this package, `src` or `dist`, or below
 */
export function findAssets(from = __dirname): RepositoryAssets {
  let folder = resolve(from);
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Error(`No package.json above ${from}`);
    }
    folder = parent;
  }
  const packaged = join(folder, 'assets');
  const root = resolve(folder, '../..');
  return existsSync(packaged)
    ? {
        skeletonDir: join(packaged, 'skeleton'),
        etlScriptsDir: join(packaged, 'etl-scripts'),
      }
    : {
        skeletonDir: join(root, 'templates/glue-redshift-pipeline/skeleton'),
        etlScriptsDir: join(root, 'etl-scripts'),
      };
}

/** What tools leave in a folder that is worked in. */
const LEFTOVERS =
  /^(node_modules|cdk\.out|__pycache__|\.pytest_cache|\.ruff_cache|\.mypy_cache|\.venv|spark-warehouse|metastore_db|derby\.log|.*\.tsbuildinfo|.*\.pyc)$/;

/** npm leaves `.gitignore` out of packages, so packaged assets carry it under this name. */
const PACKAGED_GITIGNORE = 'gitignore';

/** Copies a folder of assets without what tools left in it. */
export async function copyAssets(from: string, to: string): Promise<void> {
  if (!(await fs.pathExists(from))) {
    throw new Error(
      `${from} is missing: the package was published without its assets; run its prepack script`,
    );
  }
  await fs.copy(from, to, {
    filter: source => source === from || !LEFTOVERS.test(basename(source)),
    errorOnExist: true,
    overwrite: false,
  });
  const packaged = join(to, PACKAGED_GITIGNORE);
  if (await fs.pathExists(packaged)) {
    await fs.rename(packaged, join(to, '.gitignore'));
  }
}
