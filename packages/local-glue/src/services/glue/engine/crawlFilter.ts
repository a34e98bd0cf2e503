import type { CrawlerHistory, CrawlsFilter } from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';

type Value = string | number;

const COMPARISONS: Record<string, (a: Value, b: Value) => boolean> = {
  EQ: (a, b) => a === b,
  NE: (a, b) => a !== b,
  GT: (a, b) => a > b,
  GE: (a, b) => a >= b,
  LT: (a, b) => a < b,
  LE: (a, b) => a <= b,
};

/**
 * Whether a crawl satisfies a filter of ListCrawls. Times are epoch
 * milliseconds, as CrawlsFilter.FieldValue says.
 *
 * @throws AwsError InvalidInputException
 */
export function matchesFilter(
  crawl: CrawlerHistory,
  { FieldName, FilterOperator, FieldValue }: CrawlsFilter,
): boolean {
  if (!FieldName || !FilterOperator || FieldValue === undefined) {
    throw invalidInput(
      'Each filter needs FieldName, FilterOperator and FieldValue.',
    );
  }
  const compare = COMPARISONS[FilterOperator];
  switch (FieldName) {
    case 'CRAWL_ID':
      return compare(crawl.CrawlId ?? '', FieldValue);
    case 'STATE':
      return compare(crawl.State ?? '', FieldValue);
    case 'DPU_HOUR':
      return compare(crawl.DPUHour ?? 0, numberOf(FieldValue, FieldName));
    case 'START_TIME':
      return compare(
        crawl.StartTime?.getTime() ?? 0,
        numberOf(FieldValue, FieldName),
      );
    default:
      return (
        crawl.EndTime !== undefined &&
        compare(crawl.EndTime.getTime(), numberOf(FieldValue, FieldName))
      );
  }
}

function numberOf(text: string, fieldName: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) {
    throw invalidInput(
      `The FieldValue of the filter on ${fieldName} must be a number, not ${text}.`,
    );
  }
  return number;
}
