import { z } from 'zod';
import { columnField } from '../fieldKinds';
import { repeated } from '../repeated';
import { expectResultColumn } from './expect';
import { ofTheWhole, qualityKind, ruleFields } from './QualityKind';

/** No two rows have the same values. */
export const unique = qualityKind({
  title: 'No repeated rows',
  fields: ruleFields(
    'unique',
    {
      columns: z
        .array(columnField('A column.'))
        .min(1, 'is empty: name what tells rows apart')
        .max(16, 'names more than 16 columns: leave some out')
        .meta({
          title: 'Columns',
          description:
            'No two rows have the same values in all of them. Rows that lack one of them are not judged.',
        }),
    },
    ofTheWhole,
  ).describe('No two rows have the same values in some columns.'),
  check({ columns }, report) {
    for (const { value, index } of repeated(columns)) {
      report(['columns', index], `"${value}" occurs twice: remove one`);
    }
  },
  columns: ({ columns }, context) =>
    columns.forEach((column, index) =>
      expectResultColumn(['columns', index], column, context),
    ),
  words: ({ columns }) => `No two rows have the same ${columns.join(', ')}`,
  dqdl({ columns }, stored) {
    const names = columns.map(column => stored(column).name);
    if (names.length === 1) {
      return `IsUnique "${names[0]}"`;
    }
    // IsUnique takes one column, and IsPrimaryKey lets no value be missing.
    const present = names.map(column => `${column} is not null`).join(' and ');
    const list = names.join(', ');
    return `CustomSql "select count(*) from (select ${list} from primary where ${present} group by ${list} having count(*) > 1)" = 0`;
  },
});
