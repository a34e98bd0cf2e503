import { resolvePackagePath } from '@backstage/backend-plugin-api';
import fs from 'fs-extra';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The folders that a repository is made from. */
export interface RepositoryAssets {
  /** The CDK app of a pipeline. */
  skeletonDir: string;
  /** What the CDK app of a shared warehouse has of its own. */
  warehouseSkeletonDir: string;
  /** The jobs and their tests. */
  etlScriptsDir: string;
}

/**
 * Finds the folders inside this package when it is published (`assets/`), else
 * in the monorepo that it is developed in.
 */
export function findAssets(
  packageRoot = resolvePackagePath(
    '@glue-pipelines/backstage-plugin-scaffolder-backend-module',
  ),
): RepositoryAssets {
  const packaged = join(packageRoot, 'assets');
  const monorepo = resolve(packageRoot, '../..');
  return existsSync(packaged)
    ? {
        skeletonDir: join(packaged, 'skeleton'),
        warehouseSkeletonDir: join(packaged, 'warehouse-skeleton'),
        etlScriptsDir: join(packaged, 'etl-scripts'),
      }
    : {
        skeletonDir: join(
          monorepo,
          'templates/glue-redshift-pipeline/skeleton',
        ),
        warehouseSkeletonDir: join(
          monorepo,
          'templates/glue-redshift-warehouse/skeleton',
        ),
        etlScriptsDir: join(monorepo, 'etl-scripts'),
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
