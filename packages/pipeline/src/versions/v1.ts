import type { Reading } from './Reading';

type Path = readonly PropertyKey[];

/** A field of `transform` as it was, and what became of its value. */
interface Field {
  kind: string;
  /** The field of the step that has the value; absent where the value is the step. */
  member?: string;
  /** Whether the field was a list of steps. */
  list?: boolean;
}

/** In the order in which they took effect, whatever their order in the file. */
const FIELDS: Record<string, Field> = {
  joins: { kind: 'join', list: true },
  filter: { kind: 'filter', member: 'condition' },
  required: { kind: 'dropIncomplete', member: 'columns' },
  deduplicateBy: { kind: 'deduplicate', member: 'columns' },
  aggregate: { kind: 'aggregate' },
  select: { kind: 'select', member: 'columns' },
};

/** Lists that said nothing when they were empty. */
const MAY_BE_EMPTY = ['required', 'deduplicateBy'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmptyList = (value: unknown) =>
  Array.isArray(value) && value.length === 0;

interface OldStep {
  step: unknown;
  /** Where it stood. */
  path: Path;
  member?: string;
}

function stepsOf(transform: Record<string, unknown>): OldStep[] {
  return Object.entries(FIELDS).flatMap(([name, { kind, member, list }]) => {
    const value = transform[name];
    if (
      value === undefined ||
      (MAY_BE_EMPTY.includes(name) && isEmptyList(value))
    ) {
      return [];
    }
    const stepOf = (one: unknown) => (isObject(one) ? { kind, ...one } : one);
    const path = ['transform', name];
    if (list) {
      return [value]
        .flat()
        .map((one, index) => ({ step: stepOf(one), path: [...path, index] }));
    }
    return member
      ? [{ step: { kind, [member]: value }, path, member }]
      : [{ step: stepOf(value), path }];
  });
}

/**
 * Reads `glue-pipelines.io/v1`, in which `transform` was an object whose
 * fields took effect in one fixed order, instead of a list of steps.
 */
export function readV1(
  document: Record<string, unknown>,
  apiVersion: string,
): Reading {
  const { transform = {} } = document;
  if (!isObject(transform)) {
    return {
      document: { ...document, apiVersion, transform: [] },
      problems: [
        {
          path: ['transform'],
          message: `must be an object in this version of the format: write apiVersion: ${apiVersion} where it is a list of steps`,
        },
      ],
      placeOf: path => path,
    };
  }
  const steps = stepsOf(transform);
  return {
    document: {
      ...document,
      apiVersion,
      transform: steps.map(({ step }) => step),
    },
    problems: Object.keys(transform)
      .filter(key => !Object.hasOwn(FIELDS, key))
      .map(key => ({
        path: ['transform', key],
        message:
          'is not a field of pipeline.yaml: remove it or correct its name',
      })),
    placeOf: path => {
      const [first, index, ...rest] = path;
      const old =
        first === 'transform' && typeof index === 'number'
          ? steps[index]
          : undefined;
      if (!old) {
        return path;
      }
      return [...old.path, ...(rest[0] === old.member ? rest.slice(1) : rest)];
    },
  };
}
