import { next, opening, previous } from './tokenPlaces';
import { isText, joinTokens, Token, tokenize } from './tokenize';

/** Types whose values have a length; where none is given to a cast nothing is cut off. */
const textTypes = [
  'varchar',
  'nvarchar',
  'char',
  'character',
  'bpchar',
  'nchar',
];

/** Types of text or bytes for which `MAX` is a length. */
const lengthTypes = [...textTypes, 'varying', 'text', 'varbyte', 'super'];

/**
 * A cast to a text with a length cuts off what is longer, in bytes (Amazon
 * Redshift Database Developer Guide, "Character types"); DuckDB's does not.
 * Returns whether there was one.
 */
export function cutCast(tokens: Token[], index: number): boolean {
  if (!isText(tokens[index], ...textTypes)) return false;
  let last = index;
  if (isText(tokens[next(tokens, index)], 'varying'))
    last = next(tokens, index);
  const open = next(tokens, last);
  const length = next(tokens, open);
  const close = next(tokens, length);
  const hasLength =
    isText(tokens[open], '(') &&
    tokens[length]?.kind === 'number' &&
    isText(tokens[close], ')');
  if (!hasLength) return false;
  const before = previous(tokens, index);
  const bytes = tokens[length].text;
  if (isText(tokens[before], '::')) {
    const start = operandStart(tokens, before);
    const operand = joinTokens(tokens.slice(start, before));
    tokens.splice(
      start,
      close - start + 1,
      ...tokenize(`redshift_left((${operand.trim()})::VARCHAR, ${bytes})`),
    );
    return true;
  }
  const end = next(tokens, close);
  const castOpen = isText(tokens[end], ')') ? opening(tokens, end) : -1;
  const cast = previous(tokens, castOpen);
  if (isText(tokens[before], 'as') && isText(tokens[cast], 'cast')) {
    const operand = joinTokens(tokens.slice(castOpen + 1, before));
    tokens.splice(
      cast,
      end - cast + 1,
      ...tokenize(`redshift_left((${operand.trim()})::VARCHAR, ${bytes})`),
    );
    return true;
  }
  return false;
}

/** Where the value begins that `::` at `colons` casts. */
function operandStart(tokens: readonly Token[], colons: number): number {
  let start = previous(tokens, colons);
  for (;;) {
    if (isText(tokens[start], ')')) {
      start = opening(tokens, start);
      const name = previous(tokens, start);
      const isCall =
        tokens[name]?.kind === 'quoted' ||
        (tokens[name]?.kind === 'word' &&
          !isText(
            tokens[name],
            'select',
            'in',
            'and',
            'or',
            'not',
            'when',
            'then',
            'else',
            'by',
            'where',
            'on',
            'having',
            'as',
            'distinct',
            'all',
            'case',
            'values',
            'like',
            'between',
            'return',
            'over',
          ));
      if (isCall) start = name;
    }
    if (isText(tokens[start], ']')) {
      while (start > 0 && !isText(tokens[start], '[')) start--;
      start = previous(tokens, start);
      continue;
    }
    if (isText(tokens[start], 'end')) {
      let depth = 0;
      for (; start >= 0; start--) {
        if (isText(tokens[start], 'end')) depth++;
        if (isText(tokens[start], 'case') && --depth === 0) break;
      }
    }
    const before = previous(tokens, start);
    if (!isText(tokens[before], '.', '::')) return start;
    start = previous(tokens, before);
  }
}

/** VARCHAR(MAX) to VARCHAR, VARBYTE(100) to VARBYTE. */
export function dropLength(tokens: Token[], index: number): void {
  if (!isText(tokens[index], ...lengthTypes)) return;
  const open = next(tokens, index);
  const length = next(tokens, open);
  const close = next(tokens, length);
  if (!isText(tokens[open], '(') || !isText(tokens[close], ')')) return;
  const isBinary =
    isText(tokens[index], 'varbyte') && tokens[length].kind === 'number';
  if (isText(tokens[length], 'max') || isBinary) {
    tokens.splice(open, close - open + 1);
  }
}

/** In a cast DECIMAL alone is DECIMAL(18,0); in DuckDB it would be DECIMAL(18,3). */
export function scaleDecimal(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'decimal', 'numeric')) return;
  const before = tokens[previous(tokens, index)];
  const after = tokens[next(tokens, index)];
  const isCast =
    (isText(before, '::') && !isText(after, '(')) ||
    (isText(before, 'as') && isText(after, ')'));
  if (isCast) tokens.splice(index + 1, 0, ...tokenize('(18,0)'));
}
