import { maxRecordBytes, RawRecord } from './delimitedRecords';
import { RowError } from './LoadError';

/** Cuts a file's text into JSON values, whatever white space is between them. Throws RowError for one that is too long. */
export async function* jsonRecords(
  chunks: AsyncIterable<string>,
): AsyncGenerator<RawRecord[]> {
  let text = '';
  let line = 1;
  let at = 0;
  let depth = 0;
  let inString = false;
  for await (const chunk of chunks) {
    text += chunk;
    const records: RawRecord[] = [];
    let start = 0;
    for (; at < text.length; at++) {
      const character = text[at];
      if (inString) {
        if (character === '\\') at++;
        else if (character === '"') inString = false;
      } else if (character === '"') {
        inString = true;
      } else if (character === '{' || character === '[') {
        depth++;
      } else if ((character === '}' || character === ']') && --depth === 0) {
        records.push(cut(text, start, at + 1, line));
        line += linesOf(text, start, at + 1);
        start = at + 1;
      }
    }
    text = text.slice(start);
    at -= start;
    if (text.length > maxRecordBytes) {
      throw new RowError(
        1216,
        'Input line is not valid: it is longer than 4 MB',
      );
    }
    yield records;
  }
  if (text.trim() !== '') yield [cut(text, 0, text.length, line)];
}

function cut(
  text: string,
  start: number,
  end: number,
  line: number,
): RawRecord {
  const value = text.slice(start, end);
  const blanks = value.length - value.trimStart().length;
  return {
    line: line + linesOf(value, 0, blanks),
    text: value.trim(),
  };
}

function linesOf(text: string, start: number, end: number): number {
  let count = 0;
  for (
    let at = text.indexOf('\n', start);
    at !== -1 && at < end;
    at = text.indexOf('\n', at + 1)
  ) {
    count++;
  }
  return count;
}
