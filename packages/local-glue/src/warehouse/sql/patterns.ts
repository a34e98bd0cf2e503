import { next } from './tokenPlaces';
import { isText, stringValue, Token, tokenize } from './tokenize';
import { sqlString } from '../../base/sqlText';

/**
 * SIMILAR TO has SQL's wildcards beside regular expressions, and `~` finds
 * its pattern anywhere (Amazon Redshift Database Developer Guide,
 * "Pattern-matching conditions"); DuckDB matches the whole text against a
 * regular expression in both. Throws Error for a pattern that is no literal.
 */
export function rewritePatterns(tokens: Token[], index: number): void {
  if (isText(tokens[index], 'similar')) {
    const to = next(tokens, index);
    const pattern = next(tokens, to);
    if (!isText(tokens[to], 'to')) return;
    const text = literal(tokens[pattern], 'SIMILAR TO');
    tokens[pattern] = stringToken(similarToRegExp(text));
  } else if (isText(tokens[index], '~')) {
    const star = isText(tokens[index + 1], '*') ? index + 1 : index;
    const pattern = next(tokens, star);
    const text = literal(tokens[pattern], '~');
    const flags = star === index ? 's' : 'is';
    tokens[pattern] = stringToken(`(?${flags}).*(?:${text}).*`);
    tokens.splice(index, star - index + 1, ...tokenize('~'));
  }
}

function literal(token: Token | undefined, operator: string): string {
  if (token?.kind === 'string') return stringValue(token);
  throw new Error(
    `the warehouse of local-glue takes only a text in quotes as the pattern of ${operator}`,
  );
}

function stringToken(text: string): Token {
  return { kind: 'string', text: sqlString(text) };
}

function similarToRegExp(pattern: string): string {
  const regExp = pattern.replace(
    /\\[^]|\[[^\]]*\]|[%_.^$]/g,
    part =>
      ({ '%': '.*', _: '.', '.': '\\.', '^': '\\^', $: '\\$' })[part] ?? part,
  );
  return `(?s)${regExp}`;
}
