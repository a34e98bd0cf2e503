import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of this package: two levels up, from the sources and from what is built alike. */
export const packageRoot = join(__dirname, '..', '..');

/** This package's version. */
export const version: string = JSON.parse(
  readFileSync(join(packageRoot, 'package.json'), 'utf8'),
).version;
