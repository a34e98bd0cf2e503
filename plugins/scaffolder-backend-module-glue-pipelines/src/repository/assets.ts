import { resolvePackagePath } from '@backstage/backend-plugin-api';
import fs from 'fs-extra';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The names of the templates, which their folders and entities share. */
const TEMPLATES = ['glue-redshift-pipeline', 'glue-redshift-warehouse'];

/** What a portal and its repositories are made from. Absolute paths. */
export interface Assets {
  /** The templates of the scaffolder, each a YAML file. */
  templateFiles: string[];
  /** The CDK app of a pipeline. */
  skeletonDir: string;
  /** What the CDK app of a shared warehouse has of its own. */
  warehouseSkeletonDir: string;
  /** The jobs and their tests. */
  etlScriptsDir: string;
}

/**
 * Finds the folders in the monorepo that this package is developed in, else
 * inside the package as it is published (`assets/`, laid out alike).
 */
export function findAssets(
  packageRoot = resolvePackagePath(
    '@glue-pipelines/backstage-plugin-scaffolder-backend-module',
  ),
): Assets {
  // The monorepo first: packing puts `assets/` beside it for a moment.
  const monorepo = resolve(packageRoot, '../..');
  const root = existsSync(join(monorepo, 'templates', TEMPLATES[0]))
    ? monorepo
    : join(packageRoot, 'assets');
  const [pipeline, warehouse] = TEMPLATES.map(name =>
    join(root, 'templates', name),
  );
  return {
    templateFiles: [pipeline, warehouse].map(template =>
      join(template, 'template.yaml'),
    ),
    skeletonDir: join(pipeline, 'skeleton'),
    warehouseSkeletonDir: join(warehouse, 'skeleton'),
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
