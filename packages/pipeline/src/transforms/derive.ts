import { z } from 'zod';
import { expectExpression, type Columns } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { expressionField, resultColumnField } from '../fieldKinds';
import { repeated } from '../repeated';
import { transformKind } from './TransformKind';

/** Computes columns of each row. */
export const derive = transformKind({
  title: 'Compute columns',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('derive'),
      columns: z
        .array(
          z
            .strictObject({
              as: resultColumnField(
                'A new column, or one that there is, whose values are replaced.',
                { title: 'Name of the column', examples: ['revenue'] },
              ),
              expression: expressionField(
                'A Spark SQL expression of the columns there are, those before it in this list included.',
                { title: 'Expression', examples: ['price * quantity'] },
              ),
            })
            .describe('One column and how it is computed.'),
        )
        .min(1, 'is empty: add a column, or remove the step')
        .max(64)
        .meta({
          title: 'Columns to compute',
          description: 'They are computed one after the other.',
        }),
    })
    .describe('Computes columns of each row by Spark SQL expressions.'),
  check({ columns }, report) {
    for (const { value, index } of repeated(columns.map(({ as }) => as))) {
      report(
        ['columns', index, 'as'],
        `makes a second column named "${value}": give each its own name`,
      );
    }
  },
  expressions: ({ columns }) =>
    columns.map(({ expression }, index) => ({
      expression,
      path: ['columns', index, 'expression'],
    })),
  columns: ({ columns }, { rows, report }) =>
    columns.reduce<Columns | undefined>((before, { as, expression }, index) => {
      const path = ['columns', index, 'expression'];
      const type = expectExpression(path, expression, before, report);
      return before && new Map([...before, [as, type]]);
    }, rows),
  words: ({ columns }) =>
    `Compute ${columns
      .map(({ as, expression }) => `${as} = ${expression}`)
      .join(', ')}`,
});
