import type { ColumnType } from '../columns/columnFields';
import { expectColumn, RESULTING_ROWS } from '../columns/Columns';
import { plainType } from '../columns/rowTypes';
import type { RuleContext } from './QualityKind';

/**
 * Says where the result has no such column, or one of another type.
 *
 * @param types - what it may be; anything unless given
 */
export function expectResultColumn(
  path: (string | number)[],
  name: string,
  { rows, report }: Pick<RuleContext, 'rows' | 'report'>,
  types?: { of: readonly ColumnType[]; words: string },
): boolean {
  if (!expectColumn(path, name, rows, report, RESULTING_ROWS)) {
    return false;
  }
  const type = plainType(rows.get(name));
  if (!types || type === undefined || types.of.includes(type)) {
    return true;
  }
  report(path, `"${name}" is ${type}: name ${types.words}`);
  return false;
}
