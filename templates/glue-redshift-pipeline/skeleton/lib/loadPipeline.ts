import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { parse } from 'yaml';
import type { Pipeline } from './pipeline';
import { pipelineProblems } from './pipelineProblems';

const schema = JSON.parse(
  readFileSync(new URL('../pipeline.schema.json', import.meta.url), 'utf8'),
);

/** `/sources/0/uri` as `sources[0].uri`. */
const fieldOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map(part => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

function schemaProblem({
  instancePath,
  keyword,
  params,
  message,
}: ErrorObject): string {
  const field = fieldOf(instancePath) || 'pipeline';
  switch (keyword) {
    case 'additionalProperties':
      return `${field}: ${params.additionalProperty} is not a field of pipeline.yaml: remove it or correct its name`;
    case 'enum':
      return `${field}: must be one of ${params.allowedValues.join(', ')}`;
    default:
      return `${field}: ${message}`;
  }
}

/**
 * Checks a pipeline and fills in its defaults.
 *
 * @param input - the content of `pipeline.yaml`, parsed; it is not changed
 * @throws Error that lists every problem, each with its field
 */
export function checkPipeline(input: unknown): Pipeline {
  const pipeline = structuredClone(input);
  const validate = new Ajv({ allErrors: true, useDefaults: true }).compile(
    schema,
  );
  const problems = validate(pipeline)
    ? pipelineProblems(pipeline as Pipeline)
    : (validate.errors ?? []).map(schemaProblem);
  if (problems.length > 0) {
    throw new Error(`pipeline.yaml is not valid\n  ${problems.join('\n  ')}`);
  }
  return pipeline as Pipeline;
}

/** Reads and checks a `pipeline.yaml`. */
export function loadPipeline(file: string): Pipeline {
  return checkPipeline(parse(readFileSync(file, 'utf8')));
}
