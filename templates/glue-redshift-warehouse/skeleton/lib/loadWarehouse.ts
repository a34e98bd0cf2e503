import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  InvalidPipelineError,
  parseSharedWarehouse,
  type SharedWarehouse,
} from './language.mjs';
import { mergePatch } from './mergePatch';

/**
 * Reads and checks a `warehouse.yaml`, with the changes of an environment.
 *
 * @throws Error that lists every problem, each with its field
 */
export function loadWarehouse(
  file: string,
  changes: object = {},
): SharedWarehouse {
  try {
    return parseSharedWarehouse(
      mergePatch(parse(readFileSync(file, 'utf8')), changes),
    );
  } catch (error) {
    if (error instanceof InvalidPipelineError) {
      throw new Error(
        `warehouse.yaml is not valid\n  ${error.message.replaceAll('\n', '\n  ')}`,
      );
    }
    throw error;
  }
}
