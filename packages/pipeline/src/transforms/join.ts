import { z } from 'zod';
import { expectColumn, ROWS_SO_FAR, type Columns } from '../columns/Columns';
import { comparable, wider } from '../columns/rowTypes';
import { ENGINES } from '../engines/Engine';
import { columnField, sourceField } from '../fieldKinds';
import { transformKind } from './TransformKind';

const TYPES = ['inner', 'left', 'right', 'full', 'semi', 'anti'] as const;

interface Join {
  source: string;
  type: (typeof TYPES)[number];
  keys: { left: string; right: string }[];
}

/**
 * The columns after a join: a key of the joined source that has its partner's
 * name is one column with it, any other column whose name is taken becomes
 * `<source>_<column>`. `semi` and `anti` bring none.
 *
 * @returns the columns and, if the join makes a name twice, that name
 */
export function joinedColumns(
  rows: Columns,
  other: Columns,
  { source, type, keys }: Join,
): { columns: Columns; clash?: string } {
  if (type === 'semi' || type === 'anti') {
    return { columns: rows };
  }
  const redundant = new Set(
    keys.filter(({ left, right }) => left === right).map(key => key.right),
  );
  const columns = new Map(rows);
  let clash: string | undefined;
  for (const [name, kind] of other) {
    if (!redundant.has(name)) {
      const renamed = rows.has(name) ? `${source}_${name}` : name;
      clash ??= columns.has(renamed) ? renamed : undefined;
      columns.set(renamed, kind);
    } else if (type === 'right' || type === 'full') {
      // Its values are those of either side.
      columns.set(name, wider(rows.get(name), kind));
    }
  }
  return { columns, ...(clash === undefined ? {} : { clash }) };
}

/** Brings another source's columns to the rows so far. */
export const join = transformKind({
  title: 'Join a source',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('join'),
      source: sourceField('The source to join, by its name.', {
        title: 'Source to join',
        examples: ['hiring'],
      }),
      type: z
        .enum(TYPES)
        .default('inner')
        .meta({
          title: 'Rows that stay',
          description:
            'inner: rows that match on both sides; left, right, full: also those without a match of the rows so far, of the source, of both; semi, anti: the rows so far with, without a match, and no column of the source.',
          enumNames: [
            'rows with a match',
            'all rows so far',
            'all rows of this source',
            'all rows of both',
            'rows so far with a match, without columns of this source',
            'rows so far without a match',
          ],
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
    .describe('Joins one source onto the rows so far.'),
  sources: ({ source }) => [{ source, path: ['source'] }],
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
  words({ source, type, keys }) {
    const where = keys
      .map(({ left, right }) => `${left} = ${right}`)
      .join(' and ');
    return {
      inner: `Join ${source} where ${where}`,
      left: `Join ${source} where ${where}; rows without a match stay`,
      right: `Join ${source} where ${where}; rows of ${source} without a match stay`,
      full: `Join ${source} where ${where}; rows of both without a match stay`,
      semi: `Keep the rows with a match in ${source} where ${where}`,
      anti: `Keep the rows without a match in ${source} where ${where}`,
    }[type];
  },
});
