import { invalidInput } from '../errors';
import { Shape, StructureShape } from './shape';

/**
 * An SDK request type after validation: members that the API requires (the SDK
 * types them `T | undefined` without a question mark) are there.
 */
export type Validated<T> = T extends
  string | number | boolean | undefined | null | Date
  ? T
  : T extends (infer Element)[]
    ? Validated<Element>[]
    : T extends object
      ? {
          [Member in keyof T]: {} extends Pick<T, Member>
            ? Validated<T[Member]>
            : Validated<Exclude<T[Member], undefined>>;
        }
      : T;

/**
 * Checks a request against its shape and returns it without members that the
 * API does not know, as Glue ignores these too.
 *
 * @throws AwsError InvalidInputException that names the member and the
 *   constraint.
 */
export function validate<Input>(
  shape: StructureShape,
  input: unknown,
): Validated<Input> {
  return read(shape, input ?? {}, '') as Validated<Input>;
}

function fail(path: string, rule: string): never {
  throw invalidInput(
    path
      ? `Value at '${path}' is not valid: it ${rule}.`
      : `The request is not valid: it ${rule}.`,
  );
}

function read(shape: Shape, value: unknown, path: string): unknown {
  switch (shape.kind) {
    case 'string':
      return readString(shape, value, path);
    case 'integer':
    case 'double':
      return readNumber(shape, value, path);
    case 'boolean':
      if (typeof value !== 'boolean') fail(path, 'must be true or false');
      return value;
    case 'timestamp':
      return readTimestamp(value, path);
    case 'list':
      if (!Array.isArray(value)) fail(path, 'must be a list');
      checkBounds(shape, value.length, path, 'element');
      return value.map((element, index) => {
        if (element === null) fail(`${path}[${index}]`, 'must not be null');
        return read(shape.of, element, `${path}[${index}]`);
      });
    case 'map':
      return readMap(shape, value, path);
    case 'structure':
      return readStructure(shape, value, path);
    default:
      return value;
  }
}

function readString(
  shape: Extract<Shape, { kind: 'string' }>,
  value: unknown,
  path: string,
): string {
  if (typeof value !== 'string') fail(path, 'must be a string');
  if (shape.values && !shape.values.includes(value)) {
    fail(path, `must be one of ${shape.values.join(', ')}`);
  }
  checkBounds(shape, value.length, path, 'character');
  if (shape.pattern && !shape.pattern.expression.test(value)) {
    fail(path, shape.pattern.says);
  }
  return value;
}

function readNumber(
  shape: Extract<Shape, { kind: 'integer' | 'double' }>,
  value: unknown,
  path: string,
): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    fail(path, 'must be a number');
  }
  if (shape.kind === 'integer' && !Number.isInteger(value)) {
    fail(path, 'must be a whole number');
  }
  if (shape.min !== undefined && value < shape.min) {
    fail(path, `must be at least ${shape.min}`);
  }
  if (shape.max !== undefined && value > shape.max) {
    fail(path, `must be at most ${shape.max}`);
  }
  return value;
}

function readTimestamp(value: unknown, path: string): Date {
  const date =
    typeof value === 'number' ? new Date(value * 1000) : (value as Date);
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) {
    fail(path, 'must be a timestamp in seconds since 1970');
  }
  return date;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date)
  );
}

function readMap(
  shape: Extract<Shape, { kind: 'map' }>,
  value: unknown,
  path: string,
): Record<string, unknown> {
  if (!isObject(value)) fail(path, 'must be a map');
  const entries = Object.entries(value);
  checkBounds(shape, entries.length, path, 'entry');
  return Object.fromEntries(
    entries.map(([key, entry]) => {
      read(shape.key, key, `${path} key`);
      if (entry === null) fail(`${path}.${key}`, 'must not be null');
      return [key, read(shape.value, entry, `${path}.${key}`)];
    }),
  );
}

function readStructure(
  shape: StructureShape,
  value: unknown,
  path: string,
): Record<string, unknown> {
  if (!isObject(value)) fail(path, 'must be a structure');
  const below = (member: string) => (path ? `${path}.${member}` : member);
  for (const member of Object.keys(shape.required)) {
    if (value[member] === undefined || value[member] === null) {
      fail(below(member), 'is required');
    }
  }
  const result: Record<string, unknown> = {};
  for (const [member, memberShape] of [
    ...Object.entries(shape.required),
    ...Object.entries(shape.optional),
  ]) {
    const given = value[member];
    if (given === undefined || given === null) continue;
    result[member] = read(memberShape, given, below(member));
  }
  return result;
}

function checkBounds(
  bounds: { min?: number; max?: number },
  size: number,
  path: string,
  unit: 'character' | 'element' | 'entry',
): void {
  const count = (n: number) => {
    const plural = unit === 'entry' ? 'entries' : `${unit}s`;
    return `${n} ${n === 1 ? unit : plural}`;
  };
  if (bounds.min !== undefined && size < bounds.min) {
    fail(path, `must have at least ${count(bounds.min)}`);
  }
  if (bounds.max !== undefined && size > bounds.max) {
    fail(path, `must have at most ${count(bounds.max)}, and has ${size}`);
  }
}
