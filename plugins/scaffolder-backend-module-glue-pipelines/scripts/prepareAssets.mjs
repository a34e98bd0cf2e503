// Copies the templates, and what repositories are made from, into the package before it is published,
// laid out as in the monorepo. npm leaves .gitignore out of packages, so it travels without its dot.
import { cp, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const monorepo = path =>
  fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const assets = path =>
  fileURLToPath(new URL(`../assets/${path}`, import.meta.url));
const LEFTOVERS =
  /^(node_modules|cdk\.out|__pycache__|\..*_cache|\.venv|spark-warehouse)$/;

const COPIED = [
  'templates/glue-redshift-pipeline/template.yaml',
  'templates/glue-redshift-pipeline/skeleton',
  'templates/glue-redshift-warehouse/template.yaml',
  'templates/glue-redshift-warehouse/skeleton',
  'etl-scripts',
];

await rm(assets(''), { recursive: true, force: true });
if (process.argv[2] !== 'clean') {
  for (const path of COPIED) {
    await cp(monorepo(path), assets(path), {
      recursive: true,
      filter: source => !LEFTOVERS.test(basename(source)),
    });
  }
  const skeleton = 'templates/glue-redshift-pipeline/skeleton';
  await rename(
    assets(`${skeleton}/.gitignore`),
    assets(`${skeleton}/gitignore`),
  );
}
