import { next, previous } from './tokenPlaces';
import { isText, Token, tokenize } from './tokenize';

const setOperators = ['union', 'except', 'intersect', 'minus'];

/** SELECT TOP 10 ... to SELECT ... LIMIT 10. Throws Error where a set operator follows. */
export function rewriteTop(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'top')) return;
  const before = tokens[previous(tokens, index)];
  const count = next(tokens, index);
  if (!isText(before, 'select', 'distinct', 'all')) return;
  if (tokens[count]?.kind !== 'number') return;
  const end = endOfSelect(tokens, count);
  if (isText(tokens[end], ...setOperators)) {
    throw new Error(
      `TOP before ${tokens[end].text.toUpperCase()} is not supported by the warehouse of local-glue: put the query into parentheses`,
    );
  }
  const limit = tokenize(` LIMIT ${tokens[count].text}`);
  tokens.splice(end, 0, ...limit);
  tokens.splice(index, count - index + 1);
}

/** The index behind the query that has the token: a parenthesis, a set operator or the array's length. */
function endOfSelect(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let index = from; index < tokens.length; index++) {
    if (isText(tokens[index], '(')) depth++;
    if (isText(tokens[index], ')') && --depth < 0) return index;
    if (depth === 0 && isText(tokens[index], ...setOperators)) return index;
  }
  return tokens.length;
}

/** MINUS to EXCEPT, where a query follows it. */
export function rewriteMinus(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'minus')) return;
  const following = tokens[next(tokens, index)];
  if (isText(following, 'select', '(', 'all', 'distinct')) {
    tokens[index] = { kind: 'word', text: 'EXCEPT' };
  }
}

/** Commas part the units of an INTERVAL: '4 weeks, 3 days'. */
export function rewriteInterval(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'interval')) return;
  const text = tokens[next(tokens, index)];
  if (text?.kind === 'string') text.text = text.text.replaceAll(',', ' ');
}

/** SELECT a INTO t FROM b to CREATE TABLE t AS SELECT a FROM b. */
export function selectInto(tokens: readonly Token[]): Token[] {
  let depth = 0;
  for (let index = 0; index < tokens.length; index++) {
    if (isText(tokens[index], '(')) depth++;
    if (isText(tokens[index], ')')) depth--;
    if (depth > 0) continue;
    if (isText(tokens[index], 'from')) break;
    if (!isText(tokens[index], 'into')) continue;
    let at = next(tokens, index);
    const isTemporary = isText(tokens[at], 'temp', 'temporary');
    if (isTemporary) at = next(tokens, at);
    if (isText(tokens[at], 'table')) at = next(tokens, at);
    let end = at;
    while (isText(tokens[next(tokens, end)], '.')) {
      end = next(tokens, next(tokens, end));
    }
    return [
      ...tokenize(`CREATE ${isTemporary ? 'TEMP ' : ''}TABLE `),
      ...tokens.slice(at, end + 1),
      ...tokenize(' AS '),
      ...tokens.slice(0, index),
      ...tokens.slice(end + 1),
    ];
  }
  return [...tokens];
}
