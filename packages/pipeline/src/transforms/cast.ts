import { z } from 'zod';
import { expectColumn } from '../columns/Columns';
import { castable, declaredType } from '../columns/rowTypes';
import { checkSourceColumn, sourceColumn } from '../columns/columnFields';
import { ENGINES } from '../engines/Engine';
import { columnField } from '../fieldKinds';
import { repeated } from '../repeated';
import { transformKind } from './TransformKind';

const { type, precision, scale, format, zone } = sourceColumn.shape;

const castColumn = z
  .strictObject({
    column: columnField('A column of the rows so far.', {
      title: 'Column',
      examples: ['price'],
    }),
    type: type.meta({ title: 'Type', description: 'What the values become.' }),
    precision: precision.meta({ title: 'Digits' }),
    scale: scale.meta({ title: 'Decimals' }),
    format: format.meta({ title: 'Format' }),
    zone: zone.meta({ title: 'Time zone' }),
  })
  .describe('One column and its new type.');

/** Gives columns other types. */
export const cast = transformKind({
  title: 'Change types',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('cast'),
      columns: z
        .array(castColumn)
        .min(1, 'is empty: add a column, or remove the step')
        .max(1600)
        .meta({
          title: 'Columns to change',
          description: 'All others keep their types.',
        }),
      onInvalid: z
        .enum(['fail', 'setNull'])
        .default('fail')
        .meta({
          title: 'Values that do not fit',
          description:
            'What happens to a value that the new type does not hold exactly: the run fails, or the value is missing from then on.',
          enumNames: ['fail the run', 'become missing'],
        }),
    })
    .describe('Gives columns other types. No value is rounded or cut.'),
  check({ columns }, report) {
    for (const { value, index } of repeated(
      columns.map(({ column }) => column),
    )) {
      report(
        ['columns', index, 'column'],
        `"${value}" occurs twice: remove one`,
      );
    }
    columns.forEach(({ column, ...rest }, index) =>
      checkSourceColumn(
        { name: column, nullable: true, ...rest },
        (path, message) => report(['columns', index, ...path], message),
      ),
    );
  },
  columns({ columns }, { rows, report }) {
    const after = new Map(rows);
    columns.forEach((one, index) => {
      const path = ['columns', index];
      if (!expectColumn([...path, 'column'], one.column, rows, report)) {
        return;
      }
      const before = rows?.get(one.column);
      if (!castable(before, one.type)) {
        report(
          [...path, 'type'],
          `"${one.column}" is a ${before}, of which no ${one.type} can be made: choose another type, or compute it by the step derive`,
        );
      }
      for (const field of ['format', 'zone'] as const) {
        if (one[field] !== undefined && before && before !== 'string') {
          report(
            [...path, field],
            `is only for texts, and "${one.column}" is a ${before}: remove it`,
          );
        }
      }
      after.set(one.column, declaredType(one));
    });
    return rows && after;
  },
  words: ({ columns, onInvalid }) =>
    `Make ${columns
      .map(one => `${one.column} a ${declaredType(one)}`)
      .join(', ')}${
      onInvalid === 'setNull' ? '; values that do not fit become missing' : ''
    }`,
});
