import { dropLength, scaleDecimal } from './casts';
import { rewriteCatalogName } from './catalogNames';
import { cutCasts } from './cutCasts';
import {
  orderListagg,
  rewriteApproximate,
  rewriteCall,
  rewriteExtract,
  rewritePercentile,
  rewriteRatioToReport,
} from './functionCalls';
import { rewritePatterns } from './patterns';
import { rewriteInterval, rewriteMinus, rewriteTop } from './selects';
import { isMember } from './tokenPlaces';
import { isText, Token, tokenize } from './tokenize';

/** Each looks at one word and changes the tokens around it, or not. */
const rewrites = [
  rewriteCatalogName,
  rewriteTop,
  rewriteMinus,
  rewriteInterval,
  rewriteExtract,
  orderListagg,
  rewritePercentile,
  rewriteRatioToReport,
  rewriteApproximate,
  dropLength,
  scaleDecimal,
];

/**
 * Redshift's own ways of writing expressions and types in DuckDB's. Functions
 * with ordinary arguments are macros instead (see `macros.ts`).
 */
export function rewriteExpressions(tokens: readonly Token[]): Token[] {
  const result = tokens.map(token => ({ ...token }));
  // From behind, so that what stands inside is rewritten before what is around it.
  for (let index = result.length - 1; index >= 0; index--) {
    rewritePatterns(result, index);
    if (result[index]?.kind !== 'word' || isMember(result, index)) continue;
    for (const rewrite of rewrites) rewrite(result, index);
    if (index < result.length) rewriteCall(result, index);
    if (isText(result[index], 'sysdate')) {
      result.splice(index, 1, ...tokenize('redshift_sysdate()'));
    }
  }
  return cutCasts(result);
}
