import { chain, plain } from './__testUtils__/runs';
import { formatRunSummary } from './runSummary';

it('puts what failed and what was not reached below, and how to go on', () => {
  expect(
    plain(formatRunSummary(chain('SUCCEEDED', undefined, 'FAILED'))),
  ).toEqual([
    'covid-hiring COMPLETED after 28 s: 1 of 3 jobs and crawlers succeeded',
    '  crawl: not reached',
    '  load: FAILED: KeyError: x',
    '    local-glue logs jr_load',
    '  once it is mended: local-glue resume covid-hiring wr_1',
  ]);
});

it('is one line when all is well', () => {
  expect(
    plain(formatRunSummary(chain('SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED'))),
  ).toEqual([
    'covid-hiring COMPLETED after 28 s: 3 of 3 jobs and crawlers succeeded',
  ]);
});
