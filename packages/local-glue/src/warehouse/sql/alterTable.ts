import { ColumnDefinition, TextLength } from '../catalog/TableDefinition';
import { parseColumn, parseType } from './createTable';
import { isText, joinTokens, nameOf, Token } from './tokenize';

/** ALTER TABLE, understood. */
export interface AlterTable {
  /** Lower case: table; schema and table; or database, schema and table. */
  table: string[];
  change:
    | { kind: 'add-column'; column: ColumnDefinition }
    | { kind: 'drop-column'; column: string }
    | { kind: 'rename-column'; column: string; to: string }
    | { kind: 'rename-table'; to: string }
    | { kind: 'change-length'; column: string; length: TextLength }
    /** Moves all rows of another table. */
    | {
        kind: 'append';
        source: string[];
        extra: 'refuse' | 'ignore' | 'fill';
      }
    /** What is physical, or a key, or of users. */
    | { kind: 'nothing' };
}

/** Reads a name of up to three parts at `from`. */
export function readName(
  words: readonly Token[],
  from: number,
): { name: string[]; end: number } {
  const name = [nameOf(words[from])];
  let end = from + 1;
  while (isText(words[end], '.')) {
    name.push(nameOf(words[end + 1]));
    end += 2;
  }
  return { name, end };
}

/**
 * Reads ALTER TABLE (Amazon Redshift Database Developer Guide, "ALTER TABLE"
 * and "ALTER TABLE APPEND"). `words` are without white space. Throws Error
 * for what is not supported, naming it.
 */
export function parseAlterTable(
  words: readonly Token[],
  warnings: string[],
): AlterTable {
  const { name: table, end } = readName(words, 2);
  return { table, change: readChange(words, end, warnings) };
}

function readChange(
  words: readonly Token[],
  start: number,
  warnings: string[],
): AlterTable['change'] {
  const first = words[start];
  const second = words[start + 1];
  const text = joinTokens(
    words.slice(start).flatMap(word => [word, { kind: 'space', text: ' ' }]),
  ).trim();
  const ignore = (): AlterTable['change'] => {
    warnings.push(`ALTER TABLE ... ${text} has no effect here`);
    return { kind: 'nothing' };
  };

  if (isText(first, 'rename')) {
    if (isText(second, 'to')) {
      return { kind: 'rename-table', to: nameOf(words[start + 2]) };
    }
    const at = start + (isText(second, 'column') ? 2 : 1);
    if (isText(words[at + 1], 'to')) {
      return {
        kind: 'rename-column',
        column: nameOf(words[at]),
        to: nameOf(words[at + 2]),
      };
    }
  }
  if (isText(first, 'append')) return readAppend(words, start);
  if (isText(first, 'owner')) return ignore();
  if (isText(first, 'add', 'drop')) {
    const keys = ['constraint', 'primary', 'unique', 'foreign'];
    if (isText(second, ...keys)) return ignore();
    const at = start + (isText(second, 'column') ? 2 : 1);
    if (isText(first, 'drop')) {
      return { kind: 'drop-column', column: nameOf(words[at]) };
    }
    return {
      kind: 'add-column',
      column: parseColumn(words.slice(at), warnings),
    };
  }
  if (isText(first, 'alter')) {
    if (
      isText(second, 'sortkey', 'distkey', 'diststyle', 'compound', 'encode')
    ) {
      return ignore();
    }
    const at = start + (isText(second, 'column') ? 2 : 1);
    if (isText(words[at + 1], 'encode')) return ignore();
    if (isText(words[at + 1], 'type')) {
      const { length } = parseType(words, at + 2);
      if (length) {
        return { kind: 'change-length', column: nameOf(words[at]), length };
      }
      throw new Error(
        'ALTER COLUMN ... TYPE changes the size of VARCHAR columns only',
      );
    }
  }
  throw new Error(
    `the warehouse of local-glue does not support ALTER TABLE ... ${text}`,
  );
}

function readAppend(
  words: readonly Token[],
  start: number,
): AlterTable['change'] {
  const { name: source, end } = readName(words, start + 2);
  const isIgnoring = isText(words[end], 'ignoreextra');
  const isFilling = isText(words[end], 'filltarget');
  if (isIgnoring) return { kind: 'append', source, extra: 'ignore' };
  return { kind: 'append', source, extra: isFilling ? 'fill' : 'refuse' };
}
