import { expectCondition, RESULTING_ROWS } from '../columns/Columns';
import { parseExpression } from '../expressions/parseExpression';
import { expressionField } from '../fieldKinds';
import { violations } from './dqdl';
import { ofEachRow, qualityKind, ruleFields } from './QualityKind';

/** A condition of one's own. */
export const sql = qualityKind({
  title: 'A condition',
  fields: ruleFields(
    'sql',
    {
      condition: expressionField(
        'A Spark SQL condition that is true for every row, for example new_cases >= 0 OR corrected.',
        { title: 'Condition', examples: ['new_cases >= 0 OR corrected'] },
      ),
    },
    ofEachRow,
  ).describe('A condition is true for every row.'),
  columns: ({ condition }, { rows, report }) =>
    expectCondition(['condition'], condition, rows, report, RESULTING_ROWS),
  words: ({ condition }) => condition,
  dqdl({ condition }, stored) {
    const { columns } = parseExpression(condition);
    // Names within the expression stay as they are.
    return columns.every(
      column => stored(column.toLowerCase()).name === column.toLowerCase(),
    )
      ? violations(`not coalesce((${condition}), false)`)
      : undefined;
  },
});
