import { AwsError } from '../base/AwsError';
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
 * The errors are those of the layer in front of AWS's JSON services, which
 * checks a request before Glue itself sees it. AWS documents only their names
 * ("Common Error Types", AWS General Reference); the wording is what its
 * answers say: `1 validation error detected: Value '...' at 'Name' failed to
 * satisfy constraint: Member must not be null`.
 *
 * @param code - what the service calls a broken constraint
 * @throws AwsError SerializationException for a value of another type, `code`
 *   for values that break a constraint. Both name the member, the second names
 *   every such member.
 */
export function validate<Input>(
  shape: StructureShape,
  input: unknown,
  code: string = 'ValidationException',
): Validated<Input> {
  const violations: string[] = [];
  const result = read(shape, input ?? {}, '', violations);
  if (violations.length > 0) {
    const count = violations.length;
    throw new AwsError(
      code,
      `${count} validation error${count === 1 ? '' : 's'} detected: ${violations.join('; ')}`,
    );
  }
  return result as Validated<Input>;
}

function wrongType(path: string, value: unknown, wanted: string): never {
  throw new AwsError(
    'SerializationException',
    `${path === '' ? 'The request' : `The value at '${path}'`} is ${kindOf(value)}, which cannot be read as ${wanted}.`,
  );
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a structure' : `a ${typeof value}`;
}

/** Longer values are cut in messages. */
const SHOWN_CHARACTERS = 200;

function violation(path: string, value: unknown, constraint: string): string {
  const shown =
    typeof value === 'string' || typeof value === 'number'
      ? ` '${String(value).slice(0, SHOWN_CHARACTERS)}'`
      : '';
  return `Value${shown} at '${path}' failed to satisfy constraint: Member must ${constraint}`;
}

const notNull = (path: string) =>
  `Value null at '${path}' failed to satisfy constraint: Member must not be null`;

function read(
  shape: Shape,
  value: unknown,
  path: string,
  violations: string[],
): unknown {
  switch (shape.kind) {
    case 'string':
      return readString(shape, value, path, violations);
    case 'integer':
    case 'double':
      return readNumber(shape, value, path, violations);
    case 'boolean':
      if (typeof value !== 'boolean') wrongType(path, value, 'true or false');
      return value;
    case 'timestamp':
      return readTimestamp(value, path);
    case 'list':
      return readList(shape, value, path, violations);
    case 'map':
      return readMap(shape, value, path, violations);
    case 'structure':
      return readStructure(shape, value, path, violations);
    default:
      return value;
  }
}

function readString(
  shape: Extract<Shape, { kind: 'string' }>,
  value: unknown,
  path: string,
  violations: string[],
): string {
  if (typeof value !== 'string') wrongType(path, value, 'a string');
  const { values, pattern } = shape;
  const shown = shape.sensitive ? undefined : value;
  if (values && !values.includes(value)) {
    const constraint = `satisfy enum value set: [${values.join(', ')}]`;
    violations.push(violation(path, shown, constraint));
  }
  checkLength(shape, [...value].length, path, shown, violations);
  if (pattern && !pattern.expression.test(value)) {
    const constraint = `satisfy regular expression pattern: ${pattern.expression.source} (it ${pattern.says})`;
    violations.push(violation(path, shown, constraint));
  }
  return value;
}

function readNumber(
  shape: Extract<Shape, { kind: 'integer' | 'double' }>,
  value: unknown,
  path: string,
  violations: string[],
): number {
  const { kind, min, max } = shape;
  if (typeof value !== 'number') wrongType(path, value, 'a number');
  if (kind === 'integer' && !Number.isSafeInteger(value)) {
    wrongType(path, value, 'a whole number');
  }
  const outside = (bound: string) =>
    violations.push(violation(path, value, `have value ${bound}`));
  if (min !== undefined && value < min)
    outside(`greater than or equal to ${min}`);
  if (max !== undefined && value > max) outside(`less than or equal to ${max}`);
  return value;
}

function readTimestamp(value: unknown, path: string): Date {
  const date =
    typeof value === 'number' ? new Date(value * 1000) : (value as Date);
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) {
    wrongType(path, value, 'a timestamp in seconds since 1970');
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

function readList(
  shape: Extract<Shape, { kind: 'list' }>,
  value: unknown,
  path: string,
  violations: string[],
): unknown[] {
  if (!Array.isArray(value)) wrongType(path, value, 'a list');
  checkLength(shape, value.length, path, value, violations);
  return value.map((element, index) => {
    const below = `${path}[${index}]`;
    if (element !== null) return read(shape.of, element, below, violations);
    violations.push(notNull(below));
    return element;
  });
}

function readMap(
  shape: Extract<Shape, { kind: 'map' }>,
  value: unknown,
  path: string,
  violations: string[],
): Record<string, unknown> {
  if (!isObject(value)) wrongType(path, value, 'a map');
  const entries = Object.entries(value);
  checkLength(shape, entries.length, path, value, violations);
  return Object.fromEntries(
    entries.map(([key, entry]) => {
      const below = `${path}.${key}`;
      read(shape.key, key, `${path} key`, violations);
      if (entry !== null) {
        return [key, read(shape.value, entry, below, violations)];
      }
      violations.push(notNull(below));
      return [key, entry];
    }),
  );
}

function readStructure(
  shape: StructureShape,
  value: unknown,
  path: string,
  violations: string[],
): Record<string, unknown> {
  if (!isObject(value)) wrongType(path, value, 'a structure');
  const below = (member: string) => (path ? `${path}.${member}` : member);
  const isMissing = (member: string) =>
    value[member] === undefined || value[member] === null;
  for (const member of Object.keys(shape.required)) {
    if (isMissing(member)) violations.push(notNull(below(member)));
  }
  const result: Record<string, unknown> = {};
  for (const [member, memberShape] of [
    ...Object.entries(shape.required),
    ...Object.entries(shape.optional),
  ]) {
    if (isMissing(member)) continue;
    result[member] = read(
      memberShape,
      value[member],
      below(member),
      violations,
    );
  }
  return result;
}

/** Lengths are numbers of characters, elements or entries. */
function checkLength(
  { min, max }: { min?: number; max?: number },
  length: number,
  path: string,
  value: unknown,
  violations: string[],
): void {
  const outside = (bound: string) =>
    violations.push(violation(path, value, `have length ${bound}`));
  if (min !== undefined && length < min) {
    outside(`greater than or equal to ${min}`);
  }
  if (max !== undefined && length > max)
    outside(`less than or equal to ${max}`);
}
