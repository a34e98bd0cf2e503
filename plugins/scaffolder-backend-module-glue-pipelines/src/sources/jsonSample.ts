import { EmptySourceError, SourceError } from './SourceError';

/** A value of JSON as the jobs see it. Numbers keep every digit that was written. */
export type JsonValue =
  { kind: 'number' | 'string'; text: string } | { kind: 'boolean' | 'nested' };

/** The values of each key, in the order in which the keys first occur. */
export type JsonSample = Map<string, JsonValue[]>;

/** A number by its own text: a double would not hold all digits. */
export class NumberText {
  constructor(readonly text: string) {}

  toJSON() {
    return Number(this.text);
  }
}

type Reviver = (
  this: unknown,
  key: string,
  value: unknown,
  context: { source?: string },
) => unknown;

const keepDigits: Reviver = (_, value, { source }) =>
  typeof value === 'number' ? new NumberText(source ?? String(value)) : value;

function parseLine(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    // The reviver's third argument is newer than the library's types.
    value = JSON.parse(
      line,
      keepDigits as (key: string, value: unknown) => unknown,
    );
  } catch {
    throw new SourceError(
      line.trimStart().startsWith('[')
        ? 'is json, and the file is one array: write one object a line, or set json.path to $[*]'
        : `is json, and line ${number} of the file is not one whole JSON object: write one object a line, or choose the file's format`,
      'format',
    );
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    value instanceof NumberText
  ) {
    throw new SourceError(
      `is json, and line ${number} of the file is ${
        Array.isArray(value) ? 'an array' : 'not an object'
      }: write one object a line`,
      'format',
    );
  }
  return value as Record<string, unknown>;
}

function valueOf(value: unknown): JsonValue {
  if (value instanceof NumberText) {
    return { kind: 'number', text: value.text };
  }
  if (typeof value === 'string') {
    return { kind: 'string', text: value };
  }
  return { kind: typeof value === 'boolean' ? 'boolean' : 'nested' };
}

/**
 * The values of a JSON lines file from its beginning.
 *
 * @param text - the beginning of the file
 * @param complete - whether `text` is the whole file
 * @returns `undefined` where more text is needed to tell
 * @throws SourceError for a file that holds no object a line
 */
export function jsonSample(
  text: string,
  complete: boolean,
): JsonSample | undefined {
  const lines = text.split(/\r?\n/);
  if (!complete) {
    // The last line may be cut in two.
    lines.pop();
  }
  const sample: JsonSample = new Map();
  let objects = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      continue;
    }
    for (const [key, value] of Object.entries(parseLine(line, index + 1))) {
      const values = sample.get(key) ?? [];
      sample.set(key, values);
      if (value !== null) {
        values.push(valueOf(value));
      }
    }
    objects += 1;
  }
  if (objects === 0) {
    if (!complete) {
      return undefined;
    }
    throw new EmptySourceError('has no rows: name a file with data');
  }
  return sample;
}

/** The first objects of a JSON lines file, as they are written. */
export function firstObjects(
  text: string,
  most: number,
): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (objects.length === most) {
      break;
    }
    if (line.trim() !== '') {
      objects.push(parseLine(line, index + 1));
    }
  }
  return objects;
}
