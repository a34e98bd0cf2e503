import { columnField } from '../fieldKinds';
import { text } from '../text';
import { regexRules } from '../textRules';
import { columnValues, quoted } from './dqdl';
import { expectResultColumn } from './expect';
import { ofEachRow, qualityKind, ruleFields } from './QualityKind';

const TEXTS = { of: ['string'], words: 'a text' } as const;

/** Texts are written in one way. */
export const pattern = qualityKind({
  title: 'Texts of a pattern',
  fields: ruleFields(
    'pattern',
    {
      column: columnField('A column of the result.', {
        title: 'Column',
        examples: ['iso_code'],
      }),
      regex: text(
        'A regular expression of Java that matches the whole text, for example [A-Z]{3}.',
        regexRules,
        {
          title: 'Regular expression',
          minLength: 1,
          maxLength: 256,
          errorMessage: 'Write a regular expression of at most 256 characters.',
          examples: ['[A-Z]{3}'],
        },
      ),
    },
    ofEachRow,
  ).describe('The texts of a column match a pattern; missing ones do.'),
  columns: ({ column }, context) =>
    expectResultColumn(['column'], column, context, TEXTS),
  words: ({ column, regex }) => `${column} matches ${regex}`,
  dqdl({ column, regex }, stored) {
    const written = quoted(regex);
    return written && columnValues(stored(column).name, `matches ${written}`);
  },
});
