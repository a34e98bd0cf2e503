import type { CrawlerHistory, CrawlsFilter } from '@aws-sdk/client-glue';
import { matchesFilter } from './crawlFilter';

const crawl: CrawlerHistory = {
  CrawlId: 'c1',
  State: 'COMPLETED',
  StartTime: new Date(1000),
  EndTime: new Date(3000),
  DPUHour: 0,
};

const filter = (
  FieldName: string,
  FilterOperator: string,
  FieldValue: string,
) => ({ FieldName, FilterOperator, FieldValue }) as CrawlsFilter;

describe('matchesFilter', () => {
  it.each([
    ['CRAWL_ID', 'EQ', 'c1', true],
    ['CRAWL_ID', 'EQ', 'c2', false],
    ['STATE', 'EQ', 'COMPLETED', true],
    ['STATE', 'NE', 'COMPLETED', false],
    ['START_TIME', 'GT', '999', true],
    ['START_TIME', 'GT', '1000', false],
    ['START_TIME', 'GE', '1000', true],
    ['END_TIME', 'LT', '3000', false],
    ['END_TIME', 'LE', '3000', true],
    ['DPU_HOUR', 'EQ', '0', true],
  ])('%s %s %s is %s', (name, operator, value, expected) => {
    expect(matchesFilter(crawl, filter(name, operator, value))).toBe(expected);
  });

  it('has no end time to compare while the crawl runs', () => {
    const running = { ...crawl, EndTime: undefined };
    expect(matchesFilter(running, filter('END_TIME', 'LE', '9'))).toBe(false);
  });

  it.each([
    filter('START_TIME', 'GT', 'yesterday'),
    { FieldName: 'STATE' } as CrawlsFilter,
  ])('refuses %j', refused => {
    expect(() => matchesFilter(crawl, refused)).toThrow(
      expect.objectContaining({ code: 'InvalidInputException' }),
    );
  });
});
