import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { FormBeginning } from '@glue-pipelines/backstage-plugin-common';
import {
  InvalidPipelineError,
  parsePipelineDraft,
} from '@glue-pipelines/pipeline';
import { parse } from 'yaml';

/** The parts of a pipeline that the form has pages for. */
const PARTS = [
  'name',
  'description',
  'owner',
  'tags',
  'sources',
  'transform',
  'quality',
  'output',
  'catalog',
  'warehouse',
  'start',
  'compute',
];

function parsed(yaml: string): unknown {
  try {
    return parse(yaml, { maxAliasCount: 0 });
  } catch (error) {
    throw new InputError(
      `The file is no YAML: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/**
 * The values of a form that describes the same pipeline.
 *
 * @param yaml - the content of a `pipeline.yaml`
 * @throws InputError for what is none, with everything that is wrong
 */
export function formOfPipeline(yaml: string): FormBeginning {
  const document = parsed(yaml);
  try {
    const pipeline = parsePipelineDraft(document) as unknown as JsonObject;
    const given = Object.keys(document as JsonObject);
    return {
      form: Object.fromEntries(
        PARTS.filter(part => pipeline[part] !== undefined).map(part => [
          part,
          pipeline[part],
        ]),
      ),
      leftOut: Object.keys(pipeline).filter(
        part =>
          part !== 'apiVersion' &&
          given.includes(part) &&
          !PARTS.includes(part),
      ),
    };
  } catch (error) {
    if (error instanceof InvalidPipelineError) {
      throw new InputError(`The file is no pipeline:\n${error.message}`);
    }
    throw error;
  }
}
