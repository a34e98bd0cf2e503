import { explainFailure } from '@glue-pipelines/backstage-plugin-common';
import { english, german } from '../__testUtils__/texts';
import { causeWords } from './causeWords';

const missing = explainFailure(
  'KeyError: \'{{locale}} $t(cancel) <b>"x"</b>\'',
)!;

describe('causeWords', () => {
  it('says a cause in the language of the reader', () => {
    expect(causeWords(german, missing).title).toBe(
      'Es gibt keine Spalte {{locale}} $t(cancel) <b>"x"</b>.',
    );
    expect(causeWords(german, missing).remedy).toMatch(
      /^Eine Quelle hat sie verloren/,
    );
  });

  it('says in English what the back end says', () => {
    const { title, remedy } = missing;
    expect(causeWords(english, missing)).toEqual({ title, remedy });
  });

  const told = { title: 'The shop has not sent it.', remedy: 'Ask the shop.' };
  it.each([
    ['a module of the portal adds', undefined],
    ['a newer back end knows', { title: 'news', remedy: 'secret', values: {} }],
    [
      'is a name that every object has',
      { title: 'toString', remedy: 'secret', values: {} },
    ],
  ])('repeats what %s', (_, text) => {
    expect(causeWords(german, { id: 'late', ...told, text })).toEqual(told);
  });
});
