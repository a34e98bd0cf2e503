import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  InvalidPipelineError,
  parseSharedWarehouse,
  type SharedWarehouse,
} from './language.mjs';

/**
 * Reads and checks a `warehouse.yaml`.
 *
 * @throws Error that lists every problem, each with its field
 */
export function loadWarehouse(file: string): SharedWarehouse {
  try {
    return parseSharedWarehouse(parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof InvalidPipelineError) {
      throw new Error(
        `warehouse.yaml is not valid\n  ${error.message.replaceAll('\n', '\n  ')}`,
      );
    }
    throw error;
  }
}
