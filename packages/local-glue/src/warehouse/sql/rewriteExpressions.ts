import { isText, Token, tokenize } from './tokenize';

/** Functions whose first argument Redshift takes as a bare word. */
const datePartFunctions = ['dateadd', 'datediff', 'date_part'];

/** Types that take no length in DuckDB, or `max` instead of one in Redshift. */
const lengthTypes = [
  'varchar',
  'varying',
  'nvarchar',
  'char',
  'character',
  'bpchar',
  'text',
  'varbyte',
  'super',
];

/**
 * Redshift's own ways of writing expressions and types in DuckDB's. Functions
 * with ordinary arguments are macros instead (see `macros.ts`).
 */
export function rewriteExpressions(tokens: readonly Token[]): Token[] {
  const result = [...tokens];
  for (let index = 0; index < result.length; index++) {
    if (result[index].kind !== 'word' || isMember(result, index)) continue;
    quoteDatePart(result, index);
    orderListagg(result, index);
    dropLength(result, index);
    scaleDecimal(result, index);
    if (isText(result[index], 'sysdate')) {
      result.splice(index, 1, ...tokenize('getdate()'));
    }
  }
  return result;
}

/** The index of the next token that is no white space, or the array's length. */
export function next(tokens: readonly Token[], from: number): number {
  let index = from + 1;
  while (index < tokens.length && tokens[index].kind === 'space') index++;
  return index;
}

function previous(tokens: readonly Token[], from: number): number {
  let index = from - 1;
  while (index >= 0 && tokens[index].kind === 'space') index--;
  return index;
}

/** The index of the parenthesis that closes the one at `open`, or -1. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    if (isText(tokens[index], '(')) depth++;
    if (isText(tokens[index], ')') && --depth === 0) return index;
  }
  return -1;
}

/** Whether the word names something of a table or schema: `t.sysdate`. */
function isMember(tokens: readonly Token[], index: number): boolean {
  return isText(tokens[previous(tokens, index)], '.');
}

/** DATEADD(day, 1, d) to DATEADD('day', 1, d). */
function quoteDatePart(tokens: Token[], index: number): void {
  if (!isText(tokens[index], ...datePartFunctions)) return;
  const open = next(tokens, index);
  const part = next(tokens, open);
  if (!isText(tokens[open], '(') || tokens[part]?.kind !== 'word') return;
  if (!isText(tokens[next(tokens, part)], ',')) return;
  tokens[part] = {
    kind: 'string',
    text: `'${tokens[part].text.toLowerCase()}'`,
  };
}

/** LISTAGG(x, ',') WITHIN GROUP (ORDER BY y) to LISTAGG(x, ',' ORDER BY y). */
function orderListagg(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'listagg')) return;
  const open = next(tokens, index);
  if (!isText(tokens[open], '(')) return;
  const close = closing(tokens, open);
  const within = next(tokens, close);
  const group = next(tokens, within);
  const orderOpen = next(tokens, group);
  if (
    close === -1 ||
    !isText(tokens[within], 'within') ||
    !isText(tokens[group], 'group') ||
    !isText(tokens[orderOpen], '(')
  ) {
    return;
  }
  const orderClose = closing(tokens, orderOpen);
  if (orderClose === -1) return;
  const order = tokens.slice(orderOpen + 1, orderClose);
  tokens.splice(close, orderClose - close + 1, ...tokenize(' '), ...order, {
    kind: 'symbol',
    text: ')',
  });
}

/** VARCHAR(MAX) to VARCHAR, VARBYTE(100) to VARBYTE. */
function dropLength(tokens: Token[], index: number): void {
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
function scaleDecimal(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'decimal', 'numeric')) return;
  const before = tokens[previous(tokens, index)];
  const after = tokens[next(tokens, index)];
  const isCast =
    (isText(before, '::') && !isText(after, '(')) ||
    (isText(before, 'as') && isText(after, ')'));
  if (isCast) tokens.splice(index + 1, 0, ...tokenize('(18,0)'));
}
