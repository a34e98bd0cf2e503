import type { Environment } from './environments';
import { checkPipeline } from './loadPipeline';
import { mergePatch } from './mergePatch';
import type { Pipeline } from './pipeline';

/** Identifiers of Redshift have at most 127 bytes (Amazon Redshift Database Developer Guide, "Names and identifiers"). */
const SCHEMA_LENGTH = 127;

/**
 * The pipeline of an environment as its owner wrote it: `pipeline.yaml` with the
 * environment's changes. Nothing starts where the environment lets nothing
 * start, and then it promises nothing either, and tells nobody.
 *
 * @param input - the content of `pipeline.yaml`, parsed
 * @throws Error that lists every problem, each with its field
 */
export function pipelineIn(
  { changes, starts }: Environment,
  input: unknown,
): Pipeline {
  const checked = checkPipeline(mergePatch(input, changes));
  if (starts) {
    return checked;
  }
  const { start, promises, alerts, ...others } = checked;
  return others;
}

/**
 * A pipeline under the names of an environment, so that several of them fit
 * into one account and one warehouse.
 */
export function named(pipeline: Pipeline, { prefix }: Environment): Pipeline {
  if (!prefix) {
    return pipeline;
  }
  const { name, start, warehouse } = pipeline;
  const isOwn = !warehouse.shared && !warehouse.existing;
  const schema = isOwn
    ? warehouse.schema
    : `${prefix.replaceAll('-', '_')}${warehouse.schema}`;
  if (schema.length > SCHEMA_LENGTH) {
    throw new Error(
      `The schema ${schema} has more than ${SCHEMA_LENGTH} characters: shorten warehouse.schema of pipeline.yaml, or prefix in environments.yaml`,
    );
  }
  return {
    ...pipeline,
    name: `${prefix}${name}`,
    ...(start && {
      start: {
        ...start,
        ...(start.after && { after: `${prefix}${start.after}` }),
      },
    }),
    warehouse: { ...warehouse, schema },
  };
}
