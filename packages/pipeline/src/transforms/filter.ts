import { z } from 'zod';
import { expectCondition } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { expressionField } from '../fieldKinds';
import { transformKind } from './TransformKind';

/** Keeps some of the rows. */
export const filter = transformKind({
  title: 'Filter rows',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('filter'),
      condition: expressionField(
        "Rows for which this Spark SQL condition holds are kept, for example iso_code = 'USA'.",
        { title: 'Condition', examples: ["iso_code = 'USA'"] },
      ),
    })
    .describe('Keeps the rows for which a condition holds.'),
  expressions: ({ condition }) => [
    { expression: condition, path: ['condition'] },
  ],
  columns({ condition }, { rows, report }) {
    expectCondition(['condition'], condition, rows, report);
    return rows;
  },
  words: ({ condition }) => `Keep the rows where ${condition}`,
});
