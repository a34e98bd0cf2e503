import { boundsProblem, boundsWords, rowsField } from './bounds';
import { all } from './dqdl';
import { ofTheWhole, qualityKind, ruleFields } from './QualityKind';

/** How many rows there are. */
export const rowCount = qualityKind({
  title: 'Number of rows',
  fields: ruleFields(
    'rowCount',
    {
      min: rowsField('At least', 'The fewest rows that the result may have.'),
      max: rowsField('At most', 'The most rows that the result may have.'),
    },
    ofTheWhole,
  ).describe('The result has so many rows.'),
  check(rule, report) {
    const problem = boundsProblem(rule);
    if (problem) {
      report([], problem);
    } else if ((rule.min ?? 0) > (rule.max ?? Infinity)) {
      report(['max'], `is less than min, ${rule.min}: exchange them`);
    }
  },
  words: rule => `The result has ${boundsWords(rule)} rows`,
  dqdl: ({ min, max }) =>
    all([
      ...(min === undefined ? [] : [`RowCount >= ${min}`]),
      ...(max === undefined ? [] : [`RowCount <= ${max}`]),
    ]),
});
