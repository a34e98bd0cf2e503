import { catalogViews } from '../catalog/SystemTables';
import { next } from './tokenPlaces';
import { isText, nameOf, Token, tokenize } from './tokenize';

/** `pg_catalog.pg_class`: the view that stands for it here is not in DuckDB's schema of that name. */
export function rewriteCatalogName(tokens: Token[], index: number): void {
  if (!isText(tokens[index], 'pg_catalog')) return;
  const dot = next(tokens, index);
  const name = tokens[next(tokens, dot)];
  if (!isText(tokens[dot], '.')) return;
  if (name?.kind !== 'word' && name?.kind !== 'quoted') return;
  if (!catalogViews.includes(nameOf(name))) return;
  tokens.splice(index, 1, ...tokenize('memory.main'));
}
