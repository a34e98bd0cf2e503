import { z } from 'zod';
import { expectColumn } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { columnField, valueField } from '../fieldKinds';
import { repeated } from '../repeated';
import { transformKind } from './TransformKind';

const masked = z
  .strictObject({
    column: columnField('A column of the rows so far.', {
      title: 'Column',
      examples: ['email'],
    }),
    method: z.enum(['hash', 'redact', 'keepLast']).meta({
      title: 'Method',
      description:
        'hash: the SHA-256 of the value, the same for equal values; redact: *** for every value; keepLast: * for all but the last characters.',
      enumNames: ['hash', 'redact', 'keep the last characters'],
    }),
    salt: valueField(
      'Of hash: a text that is put before each value, so that hashes differ from those made elsewhere. It is no secret.',
      { title: 'Salt', examples: ['orders-2024'] },
    ).optional(),
    keep: z
      .int('must be a whole number')
      .min(1, 'must be at least 1: choose redact to keep none')
      .max(64, 'must be at most 64')
      .optional()
      .meta({
        title: 'Characters to keep',
        description:
          'Of keepLast; by default 4. A value that is not longer is masked whole.',
      }),
  })
  .describe('One column and how its values are masked.');

const METHOD_OF = { salt: 'hash', keep: 'keepLast' } as const;

const maskedWords = ({ column, method, keep = 4 }: z.output<typeof masked>) =>
  ({
    hash: `${column} by its hash`,
    redact: `${column} by ***`,
    keepLast: `${column} but for its last ${keep} characters`,
  })[method];

/** Hides values of columns. */
export const mask = transformKind({
  title: 'Mask values',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('mask'),
      columns: z
        .array(masked)
        .min(1, 'is empty: add a column, or remove the step')
        .max(1600)
        .meta({
          title: 'Columns to mask',
          description: 'They become texts. Missing values stay missing.',
        }),
    })
    .describe('Replaces the values of columns by texts that hide them.'),
  check({ columns }, report) {
    for (const { value, index } of repeated(
      columns.map(({ column }) => column),
    )) {
      report(
        ['columns', index, 'column'],
        `"${value}" occurs twice: remove one`,
      );
    }
    columns.forEach((one, index) => {
      for (const field of ['salt', 'keep'] as const) {
        if (one[field] !== undefined && one.method !== METHOD_OF[field]) {
          report(
            ['columns', index, field],
            `is only for the method ${METHOD_OF[field]}, and the method is ${one.method}: remove it`,
          );
        }
      }
    });
  },
  columns({ columns }, { rows, report }) {
    columns.forEach(({ column }, index) =>
      expectColumn(['columns', index, 'column'], column, rows, report),
    );
    const names = columns.map(({ column }) => column);
    return (
      rows &&
      new Map(
        [...rows].map(([name, type]) => [
          name,
          names.includes(name) ? 'string' : type,
        ]),
      )
    );
  },
  words: ({ columns }) => `Mask ${columns.map(maskedWords).join(', ')}`,
});
