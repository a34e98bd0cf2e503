import { z } from 'zod';
import { isNumber } from '../columns/rowTypes';
import { valueProblem } from '../columns/valueText';
import { columnField, valueField } from '../fieldKinds';
import { repeated } from '../repeated';
import { columnValues, numeral, quoted } from './dqdl';
import { expectResultColumn } from './expect';
import {
  ofEachRow,
  qualityKind,
  ruleFields,
  type StoredColumn,
} from './QualityKind';

/** A value in DQDL, which has numbers, texts and days. */
function dqdlOf(value: string, type: StoredColumn['type']): string | undefined {
  if (isNumber(type)) {
    return numeral(value);
  }
  return type === 'string' || type === 'date' ? quoted(value) : undefined;
}

/** Values are some of a list. */
export const values = qualityKind({
  title: 'Values of a list',
  fields: ruleFields(
    'values',
    {
      column: columnField('A column of the result.', {
        title: 'Column',
        examples: ['iso_code'],
      }),
      values: z
        .array(
          valueField(
            'A text of the type of the column, as a file would have it.',
            { title: 'Value', examples: ['USA'] },
          ),
        )
        .min(1, 'is empty: name the values that there may be')
        .max(256, 'has more than 256 values: use referential with a source')
        .meta({
          title: 'Values',
          description: 'The values that there may be.',
        }),
    },
    ofEachRow,
  ).describe('The values of a column are some of a list; missing ones are.'),
  check(rule, report) {
    for (const { value, index } of repeated(rule.values)) {
      report(
        ['values', index],
        `${JSON.stringify(value)} occurs twice: remove one`,
      );
    }
  },
  columns(rule, context) {
    if (expectResultColumn(['column'], rule.column, context)) {
      const type = context.rows.get(rule.column);
      rule.values.forEach((value, index) => {
        const problem = valueProblem(value, type);
        if (problem) {
          context.report(['values', index], problem);
        }
      });
    }
  },
  words: rule =>
    `${rule.column} is one of ${rule.values.map(value => JSON.stringify(value)).join(', ')}`,
  dqdl(rule, stored) {
    const { name, type } = stored(rule.column);
    const written = rule.values.map(value => dqdlOf(value, type));
    return written.includes(undefined)
      ? undefined
      : columnValues(name, `in [${written.join(', ')}]`);
  },
});
