import { expectColumn } from '../columns/Columns';
import { comparable } from '../columns/rowTypes';
import { columnField, sourceField } from '../fieldKinds';
import { expectResultColumn } from './expect';
import { ofEachRow, qualityKind, ruleFields } from './QualityKind';

/** Values occur in a source. DQDL would need a table of that source. */
export const referential = qualityKind({
  title: 'Values that occur in a source',
  fields: ruleFields(
    'referential',
    {
      column: columnField('A column of the result.', {
        title: 'Column',
        examples: ['country_id'],
      }),
      source: sourceField('The source in which they occur, by its name.', {
        title: 'Source',
        examples: ['countries'],
      }),
      sourceColumn: columnField('The column of the source.', {
        title: 'Column of the source',
        examples: ['id'],
      }),
    },
    ofEachRow,
  ).describe('The values of a column occur in a source; missing ones do.'),
  source: ({ source }) => source,
  columns({ column, source, sourceColumn }, context) {
    const other = context.source(source);
    const known =
      expectResultColumn(['column'], column, context) &&
      expectColumn(
        ['sourceColumn'],
        sourceColumn,
        other,
        context.report,
        `the rows of ${source}`,
      );
    const types = [context.rows.get(column), other?.get(sourceColumn)] as const;
    if (known && !comparable(...types)) {
      context.report(
        ['sourceColumn'],
        `compares "${column}", a ${types[0]}, with "${sourceColumn}", a ${types[1]}: give both columns one type`,
      );
    }
  },
  words: ({ column, source, sourceColumn }) =>
    `${column} occurs in ${sourceColumn} of ${source}`,
});
