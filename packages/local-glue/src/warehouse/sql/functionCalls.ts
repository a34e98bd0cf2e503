import { datePart } from './dateParts';
import { closing, isMember, next, splitAtCommas } from './tokenPlaces';
import { isText, joinTokens, stringValue, Token, tokenize } from './tokenize';
import { sqlString } from '../../base/sqlText';

/** What a call becomes; undefined leaves it as it is. */
type Rewrite = (
  args: readonly string[],
  tokens: readonly Token[][],
) => string | undefined;

const calls: Readonly<Record<string, Rewrite>> = {
  nvl: args => `coalesce(${args.join(', ')})`,
  decode: decodeToCase,
  dateadd: withDatePart('redshift_dateadd', 3),
  date_add: withDatePart('redshift_dateadd', 3),
  datediff: withDatePart('redshift_datediff', 3),
  date_diff: withDatePart('redshift_datediff', 3),
  date_part: withDatePart('date_part', 2),
  date_trunc: withDatePart('date_trunc', 2),
  json_extract_path_text: jsonPath,
};

/** Calls whose arguments DuckDB wants in another way (Amazon Redshift Database Developer Guide, "SQL functions reference"). */
export function rewriteCall(tokens: Token[], index: number): void {
  const name = tokens[index].text.toLowerCase();
  const open = next(tokens, index);
  if (!Object.hasOwn(calls, name) || !isText(tokens[open], '(')) return;
  const close = closing(tokens, open);
  if (close === -1 || isMember(tokens, index)) return;
  const args = splitAtCommas(tokens.slice(open + 1, close));
  const texts = args.map(arg => joinTokens(arg).trim());
  const sql = calls[name](texts, args);
  if (sql !== undefined) {
    tokens.splice(index, close - index + 1, ...tokenize(sql));
  }
}

/** DECODE takes NULL for equal to NULL (Amazon Redshift Database Developer Guide, "DECODE"). */
function decodeToCase(args: readonly string[]): string | undefined {
  const [value, ...rest] = args;
  if (rest.length < 2) return undefined;
  const isOdd = rest.length % 2 === 1;
  const otherwise = isOdd ? ` ELSE ${rest[rest.length - 1]}` : '';
  const branches: string[] = [];
  for (let index = 0; index + 1 < rest.length; index += 2) {
    branches.push(
      `WHEN (${value}) IS NOT DISTINCT FROM (${rest[index]}) THEN ${rest[index + 1]}`,
    );
  }
  return `CASE ${branches.join(' ')}${otherwise} END`;
}

/** DATEADD(mon, 1, d) and DATEADD('mon', 1, d) to redshift_dateadd('month', 1, d). */
function withDatePart(name: string, count: number): Rewrite {
  return (args, tokens) => {
    if (args.length !== count) return undefined;
    const [first, ...others] = tokens[0].filter(({ kind }) => kind !== 'space');
    if (others.length > 0) return undefined;
    const given =
      first?.kind === 'string' ? stringValue(first) : (first?.text ?? '');
    const part = datePart(given);
    if (!part) return undefined;
    return `${name}(${[sqlString(part), ...args.slice(1)].join(', ')})`;
  };
}

/** JSON_EXTRACT_PATH_TEXT(j, 'a', 'b', true) to redshift_json_path(j, ['a', 'b'], true). */
function jsonPath(args: readonly string[]): string | undefined {
  if (args.length < 2) return undefined;
  const last = args[args.length - 1].toLowerCase();
  const hasFlag = ['true', 'false'].includes(last);
  const path = args.slice(1, hasFlag ? -1 : undefined);
  return `redshift_json_path(${args[0]}, [${path.join(', ')}], ${hasFlag ? last : 'false'})`;
}

/** EXTRACT(mon FROM d) to EXTRACT(month FROM d). */
export function rewriteExtract(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'extract')) return;
  const open = next(tokens, index);
  const part = next(tokens, open);
  if (
    !isText(tokens[open], '(') ||
    !isText(tokens[next(tokens, part)], 'from')
  ) {
    return;
  }
  const token = tokens[part];
  const given = token.kind === 'string' ? stringValue(token) : token.text;
  const known = datePart(given);
  if (known) tokens[part] = { kind: 'word', text: known };
}

/** LISTAGG(x, ',') WITHIN GROUP (ORDER BY y) to LISTAGG(x, ',' ORDER BY y). */
export function orderListagg(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'listagg')) return;
  const group = withinGroup(tokens, index);
  if (!group) return;
  const order = tokens.slice(group.orderOpen + 1, group.orderClose);
  const { close, orderClose } = group;
  // Redshift's separator is empty unless given.
  const hasSeparator =
    splitAtCommas(tokens.slice(group.open + 1, close)).length > 1;
  tokens.splice(
    close,
    orderClose - close + 1,
    ...tokenize(hasSeparator ? ' ' : ", '' "),
    ...order,
    { kind: 'symbol', text: ')' },
  );
}

/** PERCENTILE_CONT(p) WITHIN GROUP (ORDER BY x) OVER (...) to QUANTILE_CONT(x, p) OVER (...), which DuckDB has as a window function. */
export function rewritePercentile(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'percentile_cont', 'percentile_disc')) return;
  const group = withinGroup(tokens, index);
  if (!group) return;
  if (!isText(tokens[next(tokens, group.orderClose)], 'over')) return;
  const fraction = joinTokens(tokens.slice(group.open + 1, group.close));
  const [, , ...order] = tokens
    .slice(group.orderOpen + 1, group.orderClose)
    .filter(({ kind }) => kind !== 'space');
  const direction = order[order.length - 1];
  const isDescending = isText(direction, 'desc');
  if (isText(direction, 'asc', 'desc')) order.pop();
  const name = tokens[index].text
    .toLowerCase()
    .replace('percentile', 'quantile');
  const value = order.map(({ text }) => text).join(' ');
  tokens.splice(
    index,
    group.orderClose - index + 1,
    ...tokenize(
      `${name}(${value}, ${isDescending ? `1 - (${fraction})` : fraction})`,
    ),
  );
}

/** RATIO_TO_REPORT(x) OVER (...) to (x)::DOUBLE / SUM(x) OVER (...). */
export function rewriteRatioToReport(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'ratio_to_report')) return;
  const open = next(tokens, index);
  const close = closing(tokens, open);
  const over = next(tokens, close);
  const windowOpen = next(tokens, over);
  const windowClose = closing(tokens, windowOpen);
  if (close === -1 || !isText(tokens[over], 'over') || windowClose === -1) {
    return;
  }
  const value = joinTokens(tokens.slice(open + 1, close));
  const frame = joinTokens(tokens.slice(windowOpen, windowClose + 1));
  tokens.splice(
    index,
    windowClose - index + 1,
    ...tokenize(`((${value})::DOUBLE / SUM(${value}) OVER ${frame})`),
  );
}

/** APPROXIMATE COUNT(DISTINCT x) to APPROX_COUNT_DISTINCT(x). */
export function rewriteApproximate(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'approximate')) return;
  const name = next(tokens, index);
  const open = next(tokens, name);
  const distinct = next(tokens, open);
  if (isText(tokens[name], 'count') && isText(tokens[distinct], 'distinct')) {
    tokens.splice(
      index,
      distinct - index + 1,
      ...tokenize('approx_count_distinct('),
    );
  } else if (isText(tokens[name], 'percentile_disc')) {
    tokens.splice(index, name - index);
  }
}

/** The places of `f(...) WITHIN GROUP (...)`. */
function withinGroup(tokens: readonly Token[], index: number) {
  const open = next(tokens, index);
  if (!isText(tokens[open], '(')) return undefined;
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
    return undefined;
  }
  const orderClose = closing(tokens, orderOpen);
  return orderClose === -1 ? undefined : { open, close, orderOpen, orderClose };
}
