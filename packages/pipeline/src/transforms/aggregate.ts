import { z } from 'zod';
import { expectColumn, expectExpression } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { columnField, expressionField, resultColumnField } from '../fieldKinds';
import { repeated } from '../repeated';
import {
  checkMeasure,
  expectMeasure,
  MEASURE_NAMES,
  MEASURES,
  measureType,
} from './measures';
import { transformKind } from './TransformKind';

const grouping = z
  .strictObject({
    column: columnField('A column to group by.', {
      title: 'Column',
      examples: ['origin'],
    }).optional(),
    expression: expressionField(
      "A Spark SQL expression to group by, for example date_format(day, 'yyyy-MM').",
      {
        title: 'or expression',
        examples: ["date_format(date, 'yyyy-MM')"],
      },
    ).optional(),
    as: resultColumnField(
      'The name of the resulting column. Needed with an expression.',
      { title: 'Name of the resulting column', examples: ['month'] },
    ).optional(),
  })
  .describe('Either a column, or an expression and its name.');

const measure = z
  .strictObject({
    function: z.enum(MEASURES).meta({
      title: 'Function',
      description: 'count without a column counts rows.',
      enumNames: MEASURE_NAMES,
    }),
    column: columnField('The column to aggregate.', {
      title: 'Column',
      examples: ['delay'],
    }).optional(),
    as: resultColumnField('The name of the resulting column.', {
      title: 'Name of the resulting column',
      examples: ['average_delay'],
    }),
  })
  .describe('One aggregated column.');

const nameOf = ({ column, as }: z.output<typeof grouping>) =>
  as ?? column ?? '';

/** Makes one row of each group of rows. */
export const aggregate = transformKind({
  title: 'Aggregate',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('aggregate'),
      groupBy: z
        .array(grouping)
        .min(1, 'needs at least one column to group by: add one')
        .max(16)
        .meta({ title: 'Group by', description: 'What makes a group.' }),
      measures: z
        .array(measure)
        .min(1, 'needs at least one measure: add one')
        .max(64)
        .meta({
          title: 'Measures',
          description: 'What is computed for each group.',
        }),
    })
    .describe('Groups the rows and computes measures for each group.'),
  check({ groupBy, measures }, report) {
    groupBy.forEach(({ column, expression, as }, index) => {
      if ((column === undefined) === (expression === undefined)) {
        report(
          ['groupBy', index],
          'needs either a column or an expression: give one of them',
        );
      } else if (expression !== undefined && as === undefined) {
        report(
          ['groupBy', index, 'as'],
          'is missing: name the column that the expression makes',
        );
      }
    });
    measures.forEach((one, index) =>
      checkMeasure(['measures', index], one, report),
    );
    const names = [...groupBy.map(nameOf), ...measures.map(({ as }) => as)];
    for (const { value, index } of repeated(names)) {
      report(
        index < groupBy.length
          ? ['groupBy', index]
          : ['measures', index - groupBy.length, 'as'],
        `makes a second column named "${value}": give each its own name`,
      );
    }
  },
  expressions: ({ groupBy }) =>
    groupBy.flatMap(({ expression }, index) =>
      expression === undefined
        ? []
        : [{ expression, path: ['groupBy', index, 'expression'] }],
    ),
  measures: ({ measures }) =>
    measures.map((one, index) => ({
      measure: one,
      path: ['measures', index],
    })),
  columns({ groupBy, measures }, { rows, report }) {
    const groups = groupBy.map((group, index) => {
      const path = ['groupBy', index];
      const { column, expression } = group;
      if (column !== undefined) {
        expectColumn([...path, 'column'], column, rows, report);
        return [nameOf(group), rows?.get(column)] as const;
      }
      const type = expectExpression(
        [...path, 'expression'],
        expression ?? '',
        rows,
        report,
      );
      return [nameOf(group), type] as const;
    });
    measures.forEach((one, index) =>
      expectMeasure(['measures', index], one, rows, report),
    );
    return new Map([
      ...groups,
      ...measures.map(one => [one.as, measureType(one, rows)] as const),
    ]);
  },
  words: ({ groupBy, measures }) =>
    `Group by ${groupBy
      .map(group => group.expression ?? nameOf(group))
      .join(', ')} and compute ${measures
      .map(
        ({ function: name, column, as }) => `${as} = ${name}(${column ?? '*'})`,
      )
      .join(', ')}`,
});
