import * as sdk from '@aws-sdk/client-glue';

/**
 * Schemas of the AWS SDK's own model are numbers for simple types, arrays
 * `[kind, namespace, name, traits, ...]`, or functions that return one.
 */
const SIMPLE_WITH_TRAITS = 0;
const LIST = 1;
const MAP = 2;
const STRUCTURE = 3;
const LIST_OF_SIMPLE = 64;
const MAP_OF_SIMPLE = 128;

/** Simple schemas by their numbers. */
const SIMPLE: Record<number, string> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  15: 'document',
};

export interface ModelStructure {
  kind: 'structure';
  name: string;
  members: Record<string, ModelType>;
  required: string[];
}

export type ModelType =
  | ModelStructure
  | { kind: 'list' | 'map'; of: ModelType }
  | { kind: 'simple'; type: string };

/** What the SDK knows of an operation; undefined when there is none of that name. */
export function operationModel(
  name: string,
): { input: ModelStructure; output: ModelStructure } | undefined {
  const schemas: Record<string, unknown> = { ...sdk };
  const operation = schemas[`${name}$`];
  if (!Array.isArray(operation) || !schemas[`${name}Command`]) return undefined;
  return {
    input: read(operation[4]) as ModelStructure,
    output: read(operation[5]) as ModelStructure,
  };
}

function read(lazy: unknown): ModelType {
  const schema: unknown = typeof lazy === 'function' ? lazy() : lazy;
  if (typeof schema === 'number') return readSimple(schema);
  if (!Array.isArray(schema)) throw new Error('The SDK has an unknown schema');
  // A member with traits of its own is written `[schema, traits]`.
  if (schema.length === 2) return read(schema[0]);
  const [kind, , name, , third, fourth, fifth] = schema;
  switch (kind) {
    case LIST:
      return { kind: 'list', of: read(third) };
    case MAP:
      return { kind: 'map', of: read(fourth) };
    case STRUCTURE:
      return readStructure(name, third, fourth, fifth ?? 0);
    case SIMPLE_WITH_TRAITS:
      return read(schema[4]);
    default:
      throw new Error(`The SDK has a schema of unknown kind ${kind}: ${name}`);
  }
}

function readSimple(schema: number): ModelType {
  if (schema >= MAP_OF_SIMPLE) {
    return { kind: 'map', of: readSimple(schema - MAP_OF_SIMPLE) };
  }
  if (schema >= LIST_OF_SIMPLE) {
    return { kind: 'list', of: readSimple(schema - LIST_OF_SIMPLE) };
  }
  return { kind: 'simple', type: SIMPLE[schema] ?? `simple ${schema}` };
}

function readStructure(
  name: string,
  memberNames: string[],
  memberSchemas: unknown[],
  requiredCount: number,
): ModelStructure {
  const members: Record<string, ModelType> = {};
  memberNames.forEach((member, index) => {
    // Read on demand: some structures contain themselves.
    Object.defineProperty(members, member, {
      enumerable: true,
      get: () => read(memberSchemas[index]),
    });
  });
  return {
    kind: 'structure',
    name,
    members,
    required: memberNames.slice(0, requiredCount),
  };
}

/** What in a value the model does not allow, as `path: problem`. */
export function deviations(
  model: ModelType,
  value: unknown,
  path: string = '',
): string[] {
  if (value === undefined) return [];
  switch (model.kind) {
    case 'structure':
      return Object.entries(value as object).flatMap(([member, each]) =>
        model.members[member]
          ? deviations(model.members[member], each, `${path}.${member}`)
          : [`${path}.${member}: ${model.name} has no such member`],
      );
    case 'list':
      if (!Array.isArray(value)) return [`${path}: not a list`];
      return value.flatMap((each, index) =>
        deviations(model.of, each, `${path}[${index}]`),
      );
    case 'map':
      return Object.entries(value as object).flatMap(([key, each]) =>
        deviations(model.of, each, `${path}.${key}`),
      );
    default: {
      const type = value instanceof Date ? 'timestamp' : typeof value;
      return type === model.type
        ? []
        : [`${path}: is a ${type}, not a ${model.type}`];
    }
  }
}
