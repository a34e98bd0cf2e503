import { english, german } from '../__testUtils__/texts';
import { stateWords } from './stateWords';

it.each([
  [{ loading: true, count: 0, search: '' }, 'Reading…'],
  [{ loading: false, count: 0, search: 'x' }, 'No line contains “x”.'],
  [{ loading: false, count: 0, search: '' }, 'Nothing has been written yet.'],
  [
    {
      loading: false,
      count: 0,
      search: '',
      emptyBecause: { reason: 'never-began' as const, text: '' },
    },
    'It never began, so that it wrote nothing.',
  ],
  [{ loading: false, count: 1, search: 'x' }, '1 line with “x”.'],
  [
    { loading: false, count: 1_200, search: '', complete: true },
    '1,200 lines.',
  ],
  [
    { loading: true, count: 2, search: '' },
    '2 lines. New ones follow by themselves.',
  ],
  [
    { loading: false, count: 100_000, search: '' },
    '100,000 lines, which is as many as are shown at once.',
  ],
])('says of %j "%s"', (state, words) => {
  expect(stateWords(english, state)).toBe(words);
});

it('says it in German', () => {
  expect(
    stateWords(german, { loading: false, count: 1_200, search: 'x' }),
  ).toBe('1.200 Zeilen mit „x“.');
  expect(
    stateWords(german, {
      loading: false,
      count: 0,
      search: '',
      emptyBecause: {
        reason: 'no-log',
        groups: ['/aws-glue/jobs/output', '/aws-glue/jobs/error'],
        text: '',
      },
    }),
  ).toMatch(/in \/aws-glue\/jobs\/output, \/aws-glue\/jobs\/error\. Entweder/);
});
