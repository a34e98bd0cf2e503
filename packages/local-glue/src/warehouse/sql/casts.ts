import { next, previous } from './tokenPlaces';
import { isText, Token, tokenize } from './tokenize';

/** Types whose values have a length; where none is given to a cast nothing is cut off. */
export const textTypes = [
  'varchar',
  'nvarchar',
  'char',
  'character',
  'bpchar',
  'nchar',
];

/** Types of text or bytes for which `MAX` is a length. */
const lengthTypes = [...textTypes, 'varying', 'text', 'varbyte', 'super'];

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
