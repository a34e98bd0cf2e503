import type { StoredCrawler } from '../store/definitions';
import { crawlTargets } from './crawlTargets';

const crawler = (members: Partial<StoredCrawler>): StoredCrawler => ({
  Name: 'c',
  Targets: { S3Targets: [{ Path: 's3://data/raw/' }] },
  ...members,
});

describe('crawlTargets', () => {
  it('are the S3 targets with their exclusions', () => {
    const Targets = {
      S3Targets: [
        { Path: 's3://data/a/', Exclusions: ['*.tmp'] },
        { Path: 's3://data/b/' },
      ],
      JdbcTargets: [],
    };
    expect(crawlTargets(crawler({ Targets }))).toEqual([
      { path: 's3://data/a/', exclusions: ['*.tmp'] },
      { path: 's3://data/b/', exclusions: [] },
    ]);
  });

  it.each<[Partial<StoredCrawler>, string]>([
    [{ Targets: {} }, 'has no targets'],
    [{ Targets: { JdbcTargets: [{ Path: 'db/%' }] } }, 'has JdbcTargets'],
    [
      { RecrawlPolicy: { RecrawlBehavior: 'CRAWL_EVENT_MODE' } },
      'CRAWL_EVENT_MODE',
    ],
    [{ Classifiers: ['mine'] }, 'the classifier mine'],
  ])('refuse %j', (members, message) => {
    expect(() => crawlTargets(crawler(members))).toThrow(message);
  });
});
