import { sqlString } from '../../base/sqlText';

/** A path as DuckDB's readers take it, quoted: what would be a pattern stands for itself. */
export function literalPath(path: string): string {
  return sqlString(path.replace(/[*?[]/g, character => `[${character}]`));
}
