import { z } from 'zod';
import { checkSourceColumn, sourceColumn } from '../columns/columnFields';
import { declaredType } from '../columns/rowTypes';
import { resultColumnField, sourceField } from '../fieldKinds';
import { FUNCTION_PATTERN, functionRules } from '../nameRules';
import { repeated } from '../repeated';
import { text } from '../text';
import { transformKind } from './TransformKind';

const { type, precision, scale } = sourceColumn.shape;

const declared = z
  .strictObject({
    name: resultColumnField('A column that the function makes.', {
      title: 'Name of the column',
      examples: ['revenue'],
    }),
    type: type.meta({ title: 'Type', description: 'What its values are.' }),
    precision: precision.meta({ title: 'Digits' }),
    scale: scale.meta({ title: 'Decimals' }),
  })
  .describe('One column of the rows after the step.');

/** Calls a function of one's own. */
export const script = transformKind({
  title: 'Call a function of your own',
  engines: ['spark'],
  fields: z
    .strictObject({
      kind: z.literal('script'),
      function: text(
        'The PySpark function of jobs/scripts/<function>.py that is given the rows so far and gives the rows after the step.',
        functionRules,
        {
          title: 'Function',
          pattern: FUNCTION_PATTERN,
          errorMessage:
            'Use at most 63 lower-case letters, digits and underscores, beginning with a letter.',
          examples: ['clean_orders'],
        },
      ),
      sources: z
        .array(sourceField('A source.'))
        .max(7, 'names more than 7 sources')
        .default([])
        .meta({
          title: 'Sources to read',
          description:
            'The function is given their rows too, in this order after the rows so far.',
        }),
      columns: z
        .array(declared)
        .min(1, 'is empty: say which columns the function makes')
        .max(1600)
        .meta({
          title: 'Columns of the result',
          description:
            'The columns that the function makes, with their types. Steps after it know no others.',
        }),
    })
    .describe('Calls a PySpark function of the repository.'),
  check({ columns }, report) {
    for (const { value, index } of repeated(columns.map(({ name }) => name))) {
      report(
        ['columns', index, 'name'],
        `makes a second column named "${value}": give each its own name`,
      );
    }
    columns.forEach((column, index) =>
      checkSourceColumn({ nullable: true, ...column }, (path, message) =>
        report(['columns', index, ...path], message),
      ),
    );
  },
  sources: ({ sources }) =>
    sources.map((source, index) => ({ source, path: ['sources', index] })),
  columns: ({ columns }) =>
    new Map(columns.map(column => [column.name, declaredType(column)])),
  words: step =>
    `Call ${step.function} of jobs/scripts/${step.function}.py${
      step.sources.length > 0 ? ` with ${step.sources.join(', ')}` : ''
    }, which gives ${step.columns
      .map(column => `${column.name} ${declaredType(column)}`)
      .join(', ')}`,
});
