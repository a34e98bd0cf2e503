import { isNumber, type RowType } from '../columns/rowTypes';
import { valueProblem } from '../columns/valueText';
import { columnField, valueField } from '../fieldKinds';
import { boundsProblem, boundsWords } from './bounds';
import { all, columnValues, numeral } from './dqdl';
import { expectResultColumn } from './expect';
import { ofEachRow, qualityKind, ruleFields } from './QualityKind';

const ORDERED = {
  of: ['int', 'bigint', 'double', 'decimal', 'date', 'timestamp'],
  words: 'a number, a date or a timestamp',
} as const;

const bound = (title: string, description: string) =>
  valueField(
    `${description} A text of the type of the column: 0, 2024-01-31, 2024-01-31T12:00:00Z.`,
    { title, examples: ['0'] },
  ).optional();

/** Whether one bound is greater than the other, of what compares as texts do or as numbers. */
const isGreater = (min: string, max: string, type: RowType | undefined) =>
  isNumber(type) ? Number(min) > Number(max) : type === 'date' && min > max;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A bound in DQDL: a number, or a day in quotes. Timestamps it does not know. */
const dqdlOf = (text: string) => (DAY.test(text) ? `"${text}"` : numeral(text));

/** Values lie within bounds. */
export const range = qualityKind({
  title: 'Values within bounds',
  fields: ruleFields(
    'range',
    {
      column: columnField('A column of the result.', {
        title: 'Column',
        examples: ['new_cases'],
      }),
      min: bound('At least', 'The least value.'),
      max: bound('At most', 'The greatest value.'),
    },
    ofEachRow,
  ).describe('The values of a column lie within bounds; missing ones do.'),
  check(rule, report) {
    const problem = boundsProblem(rule);
    if (problem) {
      report([], problem);
    }
  },
  columns({ column, min, max }, context) {
    const { rows, report } = context;
    if (!expectResultColumn(['column'], column, context, ORDERED)) {
      return;
    }
    const type = rows.get(column);
    const problems = Object.entries({ min, max }).flatMap(([field, value]) => {
      const problem =
        value === undefined ? undefined : valueProblem(value, type);
      return problem ? [{ field, problem }] : [];
    });
    problems.forEach(({ field, problem }) => report([field], problem));
    if (
      problems.length === 0 &&
      min !== undefined &&
      max !== undefined &&
      isGreater(min, max, type)
    ) {
      report(['max'], `is less than min, ${min}: exchange them`);
    }
  },
  words: rule => `${rule.column} is ${boundsWords(rule)}`,
  dqdl({ column, min, max }, stored) {
    const conditions = [
      ['>=', min],
      ['<=', max],
    ].flatMap(([operator, value]) =>
      value === undefined ? [] : [{ operator, value: dqdlOf(value) }],
    );
    return conditions.some(({ value }) => value === undefined)
      ? undefined
      : all(
          conditions.map(({ operator, value }) =>
            columnValues(stored(column).name, `${operator} ${value}`),
          ),
        );
  },
});
