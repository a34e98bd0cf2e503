import { EmptySourceError, SourceError } from './SourceError';

/**
 * The columns of a JSON lines file from its beginning: the keys of all objects
 * in it, in the order in which they first occur.
 *
 * @param text - the beginning of the file
 * @param complete - whether `text` is the whole file
 * @returns `undefined` where more text is needed to tell
 * @throws SourceError for a file that holds no object a line
 */
export function jsonColumns(
  text: string,
  complete: boolean,
): string[] | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!complete) {
    // The last line may be cut in two.
    lines.pop();
  }
  const columns = new Set<string>();
  let objects = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      continue;
    }
    for (const key of Object.keys(parseLine(line, index + 1))) {
      columns.add(key);
    }
    objects += 1;
  }
  if (objects === 0) {
    if (!complete) {
      return undefined;
    }
    throw new EmptySourceError('has no rows: name a file with data');
  }
  return [...columns];
}

function parseLine(line: string, number: number): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new SourceError(
      `is json, and line ${number} of the file is not one whole JSON object: write one object a line, or choose the file's format`,
      'format',
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SourceError(
      `is json, and line ${number} of the file is ${
        Array.isArray(value) ? 'an array' : 'not an object'
      }: write one object a line`,
      'format',
    );
  }
  return value;
}
