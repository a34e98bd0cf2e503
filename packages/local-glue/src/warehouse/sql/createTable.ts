import {
  ColumnDefinition,
  Identity,
  TextLength,
} from '../catalog/TableDefinition';
import { closing, splitAtCommas } from './tokenPlaces';
import { isText, joinTokens, nameOf, significant, Token } from './tokenize';
import { sqlName } from '../../base/sqlText';

/** CREATE TABLE, understood. */
export interface CreateTable {
  isTemporary: boolean;
  ifNotExists: boolean;
  /** Lower case: table; schema and table; or database, schema and table. */
  name: string[];
  content:
    | { kind: 'columns'; columns: ColumnDefinition[] }
    | { kind: 'like'; source: string[]; includesDefaults: boolean }
    /** A query, with the names of its columns if they are given. */
    | { kind: 'query'; sql: string; names: string[] };
}

const ignoredHere = 'has no effect here';

/**
 * Reads CREATE TABLE in Redshift's dialect: how rows are distributed, sorted
 * and encoded is named in `warnings`, and so are keys, which Redshift does
 * not enforce either (Amazon Redshift Database Developer Guide, "CREATE TABLE",
 * "CREATE TABLE AS" and "Table constraints"). Undefined when the statement is
 * another one. Throws Error for what it does not understand.
 */
export function parseCreateTable(
  tokens: readonly Token[],
  warnings: string[],
): CreateTable | undefined {
  const words = significant(tokens);
  let index = 1;
  let isTemporary = false;
  while (isText(words[index], 'local', 'temp', 'temporary')) {
    isTemporary = true;
    index++;
  }
  if (!isText(words[0], 'create') || !isText(words[index], 'table')) {
    return undefined;
  }
  index++;
  const ifNotExists = isText(words[index], 'if');
  if (ifNotExists) index += 3;
  const name = [nameOf(words[index])];
  while (isText(words[index + 1], '.')) {
    index += 2;
    name.push(nameOf(words[index]));
  }
  // Redshift's other way of writing TEMP.
  const hash = name[name.length - 1].startsWith('#');
  if (hash) name[name.length - 1] = name[name.length - 1].slice(1);
  let rest = words.slice(index + 1);
  let elements: Token[][] | undefined;
  if (isText(rest[0], '(')) {
    const close = closing(rest, 0);
    if (close === -1) throw new Error('syntax error: a "(" is not closed');
    elements = splitAtCommas(rest.slice(1, close));
    rest = rest.slice(close + 1);
  }
  rest = dropTableAttributes(rest, warnings);
  const base = { isTemporary: isTemporary || hash, ifNotExists, name };
  if (isText(rest[0], 'as')) {
    const at = tokens.indexOf(rest[0]);
    return {
      ...base,
      content: {
        kind: 'query',
        sql: joinTokens(tokens.slice(at + 1)),
        names: (elements ?? []).map(([token]) => nameOf(token)),
      },
    };
  }
  if (rest.length > 0 || !elements) {
    throw new Error(
      `syntax error in CREATE TABLE at or near "${rest[0]?.text ?? 'the end'}"`,
    );
  }
  if (isText(elements[0][0], 'like')) {
    return { ...base, content: readLike(elements[0]) };
  }
  const columns = elements.flatMap(element => {
    if (!isText(element[0], 'primary', 'unique', 'foreign', 'constraint')) {
      return [parseColumn(element, warnings)];
    }
    warnings.push(
      `${element.map(({ text }) => text).join(' ')}: keys are not enforced, as on Redshift`,
    );
    return [];
  });
  return { ...base, content: { kind: 'columns', columns } };
}

function readLike([, ...words]: readonly Token[]): CreateTable['content'] {
  const option = words.findIndex(word =>
    isText(word, 'including', 'excluding'),
  );
  const name = option === -1 ? words : words.slice(0, option);
  return {
    kind: 'like',
    source: name.filter(word => !isText(word, '.')).map(nameOf),
    includesDefaults: isText(words[option], 'including'),
  };
}

const defaultLengths: Readonly<Record<string, TextLength>> = {
  varchar: { type: 'character varying', bytes: 256 },
  nvarchar: { type: 'character varying', bytes: 256 },
  'character varying': { type: 'character varying', bytes: 256 },
  text: { type: 'character varying', bytes: 256 },
  char: { type: 'character', bytes: 1 },
  character: { type: 'character', bytes: 1 },
  nchar: { type: 'character', bytes: 1 },
  bpchar: { type: 'character', bytes: 256 },
};

const largest = 65535;

/**
 * One column as CREATE TABLE and ALTER TABLE ADD COLUMN write it. `words`
 * are without white space.
 */
export function parseColumn(
  words: readonly Token[],
  warnings: string[],
): ColumnDefinition {
  const { type, length, end } = parseType(words, 1);
  const column: ColumnDefinition = {
    name: nameOf(words[0]),
    type,
    length,
    isNullable: true,
  };
  for (let index = end; index < words.length; index++) {
    const word = words[index];
    const following = words[index + 1];
    if (isText(word, 'encode')) {
      warnings.push(`ENCODE ${following?.text} ${ignoredHere}`);
      index++;
    } else if (isText(word, 'distkey', 'sortkey')) {
      warnings.push(`${word.text.toUpperCase()} ${ignoredHere}`);
    } else if (isText(word, 'collate')) {
      warnings.push(`COLLATE ${following?.text} ${ignoredHere}`);
      index++;
    } else if (isText(word, 'primary') && isText(following, 'key')) {
      warnings.push('PRIMARY KEY: keys are not enforced, as on Redshift');
      column.isNullable = false;
      index++;
    } else if (isText(word, 'unique')) {
      warnings.push('UNIQUE: keys are not enforced, as on Redshift');
    } else if (isText(word, 'references')) {
      warnings.push('REFERENCES: keys are not enforced, as on Redshift');
      index++;
      while (isText(words[index + 1], '.')) index += 2;
      if (isText(words[index + 1], '(')) index = closing(words, index + 1);
    } else if (isText(word, 'not') && isText(following, 'null')) {
      column.isNullable = false;
      index++;
    } else if (isText(word, 'default')) {
      const last = endOfDefault(words, index + 1);
      column.defaultSql = words
        .slice(index + 1, last)
        .map(({ text }) => text)
        .join(' ');
      index = last - 1;
    } else if (isText(word, 'identity', 'generated')) {
      const isAlways = isText(word, 'identity');
      // GENERATED BY DEFAULT AS IDENTITY
      const at = isAlways ? index : index + 4;
      if (!isText(words[at], 'identity')) {
        throw new Error(`syntax error at or near "${word.text}"`);
      }
      column.identity = readIdentity(words, at, isAlways);
      column.isNullable = false;
      if (isText(words[at + 1], '(')) index = closing(words, at + 1);
      else index = at;
    } else if (!isText(word, 'null')) {
      throw new Error(
        `the warehouse of local-glue does not understand "${word.text}" of the column ${column.name}`,
      );
    }
  }
  if (
    column.identity &&
    !['INT', 'INTEGER', 'INT4', 'BIGINT', 'INT8'].includes(type)
  ) {
    throw new Error(
      `identity column "${column.name}" must be INTEGER or BIGINT, not ${type}`,
    );
  }
  return column;
}

/** `varchar(20)` to VARCHAR with a length; others stay as they are written. */
export function parseType(
  words: readonly Token[],
  from: number,
): { type: string; length?: TextLength; end: number } {
  if (!words[from]) throw new Error('syntax error: a column has no type');
  const known = words[from].text.toLowerCase();
  let end = from + 1;
  let name = known;
  if (isText(words[end], 'varying', 'precision')) {
    name = `${known} ${words[end++].text.toLowerCase()}`;
  }
  let size: Token[] = [];
  if (isText(words[end], '(')) {
    const close = closing(words, end);
    size = words.slice(end + 1, close);
    end = close + 1;
  }
  if (isText(words[end], 'with', 'without') && isText(words[end + 1], 'time')) {
    // WITH TIME ZONE, WITHOUT TIME ZONE
    name = `${name} ${words[end].text} time zone`;
    end += 3;
  }
  if (Object.hasOwn(defaultLengths, name)) {
    const { type, bytes } = defaultLengths[name];
    const written = isText(size[0], 'max') ? largest : Number(size[0]?.text);
    const given = size.length === 0 ? bytes : written;
    if (!(given >= 1 && given <= largest)) {
      throw new Error(`length for type ${type} cannot exceed ${largest}`);
    }
    return { type: 'VARCHAR', length: { type, bytes: given }, end };
  }
  if (['decimal', 'numeric'].includes(name) && size.length === 0) {
    return { type: 'DECIMAL(18,0)', end };
  }
  if (['varbyte', 'varbinary', 'binary varying', 'super'].includes(name)) {
    return { type: name === 'super' ? 'JSON' : 'BLOB', end };
  }
  if (['geometry', 'geography', 'hllsketch'].includes(name)) {
    throw new Error(
      `the warehouse of local-glue has no type ${name.toUpperCase()}`,
    );
  }
  const text =
    words[from].kind === 'quoted' ? sqlName(nameOf(words[from])) : name;
  const sizes = size.map(token => token.text).join('');
  return { type: `${text.toUpperCase()}${sizes && `(${sizes})`}`, end };
}

function readIdentity(
  words: readonly Token[],
  at: number,
  isAlways: boolean,
): Identity {
  const open = at + 1;
  if (!isText(words[open], '(')) return { seed: 1, step: 1, isAlways };
  const numbers = words
    .slice(open + 1, closing(words, open))
    .map(({ text }) => text)
    .join('')
    .split(',')
    .map(Number);
  const [seed, step = 1] = numbers;
  if (![seed, step].every(Number.isSafeInteger) || step === 0) {
    throw new Error(
      'IDENTITY takes a seed and a step, which are whole numbers',
    );
  }
  return { seed, step, isAlways };
}

const constraintWords = [
  'encode',
  'distkey',
  'sortkey',
  'collate',
  'primary',
  'unique',
  'references',
  'not',
  'null',
  'identity',
  'generated',
];

function endOfDefault(words: readonly Token[], from: number): number {
  let index = from;
  let depth = 0;
  for (; index < words.length; index++) {
    if (isText(words[index], '(')) depth++;
    if (isText(words[index], ')')) depth--;
    const isNext =
      depth === 0 && index > from && isText(words[index], ...constraintWords);
    if (isNext) break;
  }
  return index;
}

/** Drops what stands between a table's columns (or name) and `AS` or the end. */
function dropTableAttributes(
  words: readonly Token[],
  warnings: string[],
): Token[] {
  let index = 0;
  for (;;) {
    const start = index;
    if (isText(words[index], 'compound', 'interleaved')) index++;
    const word = words[index];
    if (isText(word, 'distkey', 'sortkey')) {
      index = isText(words[index + 1], '(')
        ? closing(words, index + 1) + 1
        : index + (isText(words[index + 1], 'auto') ? 2 : 1);
    } else if (isText(word, 'diststyle', 'encode', 'backup')) {
      index += 2;
    } else {
      return words.slice(start);
    }
    const text = joinTokens(spaced(words.slice(start, index)));
    warnings.push(`${text} ${ignoredHere}`);
  }
}

function spaced(words: readonly Token[]): Token[] {
  return words.flatMap((word, index) =>
    index === 0 || isText(word, '(', ')', ',') || isText(words[index - 1], '(')
      ? [word]
      : [{ kind: 'space', text: ' ' } as const, word],
  );
}
