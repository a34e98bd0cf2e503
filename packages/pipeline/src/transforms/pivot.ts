import { z } from 'zod';
import { expectColumn, expectColumns } from '../columns/Columns';
import { valueProblem } from '../columns/valueText';
import { ENGINES } from '../engines/Engine';
import {
  columnField,
  columnsField,
  resultColumnField,
  valueField,
} from '../fieldKinds';
import { repeated } from '../repeated';
import { checkRepetitions } from './checkRepetitions';
import {
  checkMeasure,
  expectMeasure,
  MEASURE_NAMES,
  MEASURES,
  measureType,
} from './measures';
import { transformKind } from './TransformKind';

/** Makes columns of the values of a column. */
export const pivot = transformKind({
  title: 'Turn values into columns',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('pivot'),
      columns: columnsField(
        'Group by',
        'Rows that are equal in all these columns become one.',
        16,
      ),
      column: columnField('The column whose values become columns.', {
        title: 'Column whose values become columns',
        examples: ['quarter'],
      }),
      values: z
        .array(
          z
            .strictObject({
              value: valueField(
                'A text of the type of the column, as a file would have it.',
                { title: 'Value', examples: ['Q1'] },
              ),
              as: resultColumnField('The name of its column.', {
                title: 'Name of its column',
                examples: ['revenue_q1'],
              }),
            })
            .describe('One value and its column.'),
        )
        .min(1, 'is empty: add a value')
        .max(256, 'has more than 256 values: leave some out')
        .meta({
          title: 'Values',
          description: 'Rows with other values have no part in the measure.',
        }),
      measure: z
        .strictObject({
          function: z.enum(MEASURES).meta({
            title: 'Function',
            description: 'count without a column counts rows.',
            enumNames: MEASURE_NAMES,
          }),
          column: columnField('The column to aggregate.', {
            title: 'Column',
            examples: ['revenue'],
          }).optional(),
        })
        .meta({
          title: 'Measure',
          description: 'What is computed for each group and value.',
        }),
    })
    .describe(
      'Makes one row of each group, with a column for each of the values.',
    ),
  check({ columns, column, values, measure }, report) {
    checkRepetitions(columns, report);
    checkMeasure(['measure'], measure, report);
    if (columns.includes(column)) {
      report(
        ['column'],
        `"${column}" is one of those that make the groups: choose another column, or leave it out there`,
      );
    }
    for (const { value, index } of repeated(values.map(one => one.value))) {
      report(
        ['values', index, 'value'],
        `${JSON.stringify(value)} occurs twice: remove one`,
      );
    }
    for (const { value, index } of repeated([
      ...columns,
      ...values.map(({ as }) => as),
    ])) {
      if (index >= columns.length) {
        report(
          ['values', index - columns.length, 'as'],
          `makes a second column named "${value}": give each its own name`,
        );
      }
    }
  },
  measures: ({ measure }) => [{ measure, path: ['measure'] }],
  columns({ columns, column, values, measure }, { rows, report }) {
    expectColumns('columns', columns, rows, report);
    if (expectColumn(['column'], column, rows, report)) {
      values.forEach(({ value }, index) => {
        const problem = valueProblem(value, rows?.get(column));
        if (problem) {
          report(['values', index, 'value'], problem);
        }
      });
    }
    expectMeasure(['measure'], measure, rows, report);
    const type = measureType(measure, rows);
    return new Map([
      ...columns.map(name => [name, rows?.get(name)] as const),
      ...values.map(({ as }) => [as, type] as const),
    ]);
  },
  words: ({ columns, column, values, measure }) =>
    `Compute ${measure.function}(${measure.column ?? '*'}) for each ${columns.join(
      ', ',
    )} in columns ${values
      .map(({ value, as }) => `${as} (${column} = ${JSON.stringify(value)})`)
      .join(', ')}`,
});
