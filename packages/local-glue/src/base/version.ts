import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of this package: two levels up, from the sources and from what is built alike. */
// eslint-disable-next-line no-restricted-syntax -- what is built keeps its folders, so the way up is the same
export const packageRoot = join(__dirname, '..', '..');

/** This package's version. */
export const version: string = JSON.parse(
  readFileSync(join(packageRoot, 'package.json'), 'utf8'),
).version;
