import { english as t } from '../__testUtils__/texts';
import german from './de';
import { gluePipelinesTranslationRef } from './ref';
import { flat } from './flat';
import { messages } from './messages';

const english: Record<string, string> = flat<typeof messages>(messages);
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

describe('translations', () => {
  it('have the keys that the portal asks for', () => {
    expect(gluePipelinesTranslationRef.id).toBe('glue-pipelines');
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  // A key such as `valueOf` is found in every object.
  it.each(Object.entries(english).filter(([, text]) => !text.includes('{{')))(
    '%s is found by its key',
    (key, text) => expect(t(key as 'locale')).toBe(text),
  );

  it.each(Object.entries(german))(
    '%s is said with what belongs into it',
    (key, text) => {
      expect(text.trim()).not.toBe('');
      expect(placeholders(text)).toEqual(placeholders(english[key]));
    },
  );
});
