import { BookmarkResponse } from '@glue-pipelines/backstage-plugin-common';
import { english } from '../__testUtils__/texts';
import { isResettable, nextReadWords } from './bookmarkWords';

const EVERYTHING = 'The next run reads everything.';

it.each<[BookmarkResponse['option'], number | undefined, string, boolean]>([
  ['enabled', 12, 'The next run reads what came after the last one.', true],
  ['enabled', 0, EVERYTHING, false],
  ['enabled', undefined, EVERYTHING, false],
  [
    'paused',
    12,
    'Each run reads what came after the bookmark, which stays where it is.',
    true,
  ],
  ['paused', undefined, EVERYTHING, false],
  [
    'unknown',
    12,
    'Whether the job uses its bookmark shows once it has run.',
    true,
  ],
  [
    'disabled',
    12,
    'Bookmarks are off for this job: each run reads everything.',
    false,
  ],
])(
  'says of %s bookmarks after run %p: %s',
  (option, run, words, resettable) => {
    const answer: BookmarkResponse = {
      jobName: 'load',
      option,
      bookmark: run === undefined ? undefined : { version: 1, run, attempt: 0 },
      readAt: '2026-11-28T12:00:00.000Z',
    };
    expect(nextReadWords(english, answer)).toBe(words);
    expect(isResettable(answer)).toBe(resettable);
  },
);
