import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { InvalidPipelineError, parsePipeline } from './language.mjs';
import type { Pipeline } from './pipeline';

/**
 * Checks a pipeline and fills in its defaults.
 *
 * @param input - the content of `pipeline.yaml`, parsed; it is not changed
 * @throws Error that lists every problem, each with its field
 */
export function checkPipeline(input: unknown): Pipeline {
  try {
    return parsePipeline(input);
  } catch (error) {
    if (error instanceof InvalidPipelineError) {
      throw new Error(
        `pipeline.yaml is not valid\n  ${error.message.replaceAll('\n', '\n  ')}`,
      );
    }
    throw error;
  }
}

export const readYaml = (file: string): unknown =>
  parse(readFileSync(file, 'utf8'));

/** Reads and checks a `pipeline.yaml`. */
export const loadPipeline = (file: string): Pipeline =>
  checkPipeline(readYaml(file));
