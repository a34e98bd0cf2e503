import { fileURLToPath } from 'node:url';
import { isAbsolute, resolve } from 'node:path';

/** The repository's root. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** Where everything that this machine accumulates lives; `GLUE_PIPELINES_DATA` moves it. */
export const dataDir = process.env.GLUE_PIPELINES_DATA
  ? isAbsolute(process.env.GLUE_PIPELINES_DATA)
    ? process.env.GLUE_PIPELINES_DATA
    : resolve(root, process.env.GLUE_PIPELINES_DATA)
  : resolve(root, '.local-glue');

/** Yarn as the repository carries it: none needs to be installed. */
export const yarnPath = resolve(root, '.yarn/releases/yarn-4.13.0.cjs');
