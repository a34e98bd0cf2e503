// Copies what repositories are made from into the package before it is published.
// npm leaves .gitignore out of packages, so it travels without its dot.
import { cp, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const LEFTOVERS =
  /^(node_modules|cdk\.out|__pycache__|\..*_cache|\.venv|spark-warehouse)$/;

const folders = {
  skeleton: '../../../templates/glue-redshift-pipeline/skeleton',
  'warehouse-skeleton': '../../../templates/glue-redshift-warehouse/skeleton',
  'etl-scripts': '../../../etl-scripts',
};

await rm(here('../assets'), { recursive: true, force: true });
if (process.argv[2] !== 'clean') {
  for (const [name, source] of Object.entries(folders)) {
    await cp(here(source), here(`../assets/${name}`), {
      recursive: true,
      filter: path => !LEFTOVERS.test(basename(path)),
    });
  }
  await rename(
    here('../assets/skeleton/.gitignore'),
    here('../assets/skeleton/gitignore'),
  );
}
