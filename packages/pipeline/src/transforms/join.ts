import { z } from 'zod';
import {
  comparable,
  expectColumn,
  ROWS_SO_FAR,
  type Columns,
} from '../columns/Columns';
import { columnField, sourceField } from '../fieldKinds';
import { transformKind } from './TransformKind';

interface Keys {
  source: string;
  keys: { left: string; right: string }[];
}

/**
 * The columns after a join: a key of the joined source that has its partner's
 * name is dropped, any other column whose name is taken becomes
 * `<source>_<column>`.
 *
 * @returns the columns and, if the join makes a name twice, that name
 */
export function joinedColumns(
  rows: Columns,
  other: Columns,
  { source, keys }: Keys,
): { columns: Columns; clash?: string } {
  const redundant = new Set(
    keys.filter(({ left, right }) => left === right).map(key => key.right),
  );
  const columns = new Map(rows);
  let clash: string | undefined;
  for (const [name, type] of other) {
    if (!redundant.has(name)) {
      const renamed = rows.has(name) ? `${source}_${name}` : name;
      clash ??= columns.has(renamed) ? renamed : undefined;
      columns.set(renamed, type);
    }
  }
  return { columns, ...(clash === undefined ? {} : { clash }) };
}

/** Brings another source's columns to the rows so far. */
export const join = transformKind({
  title: 'Join a source',
  fields: z
    .strictObject({
      kind: z.literal('join'),
      source: sourceField('The source to join, by its name.', {
        title: 'Source to join',
        examples: ['hiring'],
      }),
      type: z
        .enum(['inner', 'left'])
        .default('inner')
        .meta({
          title: 'Rows without a match',
          description:
            'inner keeps rows that match on both sides; left keeps all rows so far.',
          enumNames: ['are dropped', 'stay without values of this source'],
        }),
      keys: z
        .array(
          z
            .strictObject({
              left: columnField('A column of the rows so far.', {
                title: 'Column of the rows so far',
                examples: ['date'],
              }),
              right: columnField(
                'The column of the joined source that equals it.',
                { title: 'Column of this source', examples: ['post_date'] },
              ),
            })
            .describe('A pair of columns that must be equal.'),
        )
        .min(1, 'needs at least one pair of columns: add a key')
        .max(8, 'has more than 8 pairs of columns: remove some')
        .meta({
          title: 'Keys',
          description: 'Columns that must be equal, all of them.',
        }),
    })
    .describe(
      'Joins one source onto the rows so far. Each source after the first is joined once.',
    ),
  source: ({ source }) => source,
  columns(step, { rows, source, report }) {
    const other = source(step.source);
    step.keys.forEach(({ left, right }, index) => {
      const known = [
        expectColumn(['keys', index, 'left'], left, rows, report, ROWS_SO_FAR),
        expectColumn(
          ['keys', index, 'right'],
          right,
          other,
          report,
          `the rows of ${step.source}`,
        ),
      ];
      const types = [rows?.get(left), other?.get(right)] as const;
      if (known.every(Boolean) && !comparable(...types)) {
        report(
          ['keys', index],
          `compares "${left}", a ${types[0]}, with "${right}", a ${types[1]}: give both columns one type in sources`,
        );
      }
    });
    if (!rows || !other) {
      return undefined;
    }
    const { columns, clash } = joinedColumns(rows, other, step);
    if (clash !== undefined) {
      report(
        ['source'],
        `"${step.source}" brings a second column "${clash}": name the source otherwise`,
      );
    }
    return columns;
  },
  words: ({ source, type, keys }) =>
    `Join ${source} where ${keys
      .map(({ left, right }) => `${left} = ${right}`)
      .join(' and ')}${type === 'left' ? '; rows without a match stay' : ''}`,
});
