import { readName } from './alterTable';
import { closing, next } from './tokenPlaces';
import { isText, joinTokens, Token } from './tokenize';

/** MERGE, understood. Its texts are SQL. */
export interface Merge {
  target: string[];
  source: string[];
  /** What the source is called in the condition. */
  alias: string;
  condition: string;
  /** WHEN MATCHED ... WHEN NOT MATCHED ...; undefined for REMOVE DUPLICATES. */
  branches?: string;
}

const syntax =
  'MERGE is MERGE INTO <table> USING <table> [alias] ON <condition> followed by WHEN MATCHED THEN ... WHEN NOT MATCHED THEN INSERT ..., or by REMOVE DUPLICATES';

/**
 * Reads MERGE (Amazon Redshift Database Developer Guide, "MERGE"): both
 * branches are there, or REMOVE DUPLICATES instead of them, and the source is
 * a table. Throws Error for what Redshift would not take.
 */
export function parseMerge(tokens: readonly Token[]): Merge {
  const words = tokens.filter(({ kind }) => kind !== 'space');
  if (!isText(words[1], 'into')) throw new Error(`syntax error: ${syntax}`);
  const { name: target, end: using } = readName(words, 2);
  if (!isText(words[using], 'using')) {
    throw new Error(
      isText(words[using], 'as') || words[using]?.kind === 'word'
        ? 'syntax error: the target of MERGE has no alias in Redshift'
        : `syntax error: ${syntax}`,
    );
  }
  if (isText(words[using + 1], '(')) {
    throw new Error(
      'syntax error: the source of MERGE is a table in Redshift, not a query',
    );
  }
  const { name: source, end } = readName(words, using + 1);
  let at = end;
  if (isText(words[at], 'as')) at++;
  const hasAlias = !isText(words[at], 'on');
  const alias = hasAlias ? words[at].text : source[source.length - 1];
  if (hasAlias) at++;
  if (!isText(words[at], 'on')) throw new Error(`syntax error: ${syntax}`);
  const on = tokens.indexOf(words[at]);
  const stop = endOfCondition(tokens, on + 1);
  const condition = joinTokens(tokens.slice(on + 1, stop)).trim();
  const rest = tokens.slice(stop).filter(({ kind }) => kind !== 'space');
  const base = { target, source, alias, condition };
  if (isText(rest[0], 'remove') && isText(rest[1], 'duplicates')) return base;
  const branches = joinTokens(tokens.slice(stop)).trim();
  const isComplete =
    /^when\s+matched\s+then\s+(update|delete)\b/i.test(branches) &&
    /\bwhen\s+not\s+matched\s+then\s+insert\b/i.test(branches);
  if (!isComplete) throw new Error(`syntax error: ${syntax}`);
  return { ...base, branches };
}

function endOfCondition(tokens: readonly Token[], from: number): number {
  for (let index = from; index < tokens.length; index++) {
    if (isText(tokens[index], '(')) index = closing(tokens, index);
    if (index === -1) break;
    const following = tokens[next(tokens, index)];
    // CASE WHEN within the condition is followed by something else.
    if (isText(tokens[index], 'when') && isText(following, 'matched', 'not')) {
      return index;
    }
    if (isText(tokens[index], 'remove') && isText(following, 'duplicates')) {
      return index;
    }
  }
  throw new Error(`syntax error: ${syntax}`);
}
