import {
  checkCrawler,
  checkTargetChange,
  crawlerDefaults,
} from './crawlerRules';

const Targets = { S3Targets: [{ Path: 's3://data/raw/' }] };

const CatalogTargets = [{ DatabaseName: 'db', Tables: ['t'] }];
const incremental = {
  Name: 'c',
  Targets,
  RecrawlPolicy: { RecrawlBehavior: 'CRAWL_NEW_FOLDERS_ONLY' },
} as const;
const events = {
  Name: 'c',
  RecrawlPolicy: { RecrawlBehavior: 'CRAWL_EVENT_MODE' },
} as const;

describe('checkCrawler', () => {
  it.each<[Parameters<typeof checkCrawler>[0]]>([
    [incremental],
    [
      {
        ...incremental,
        SchemaChangePolicy: { UpdateBehavior: 'LOG', DeleteBehavior: 'LOG' },
      },
    ],
    [{ Name: 'c', Targets: { CatalogTargets } }],
    [
      {
        Name: 'c',
        Targets: { CatalogTargets },
        SchemaChangePolicy: {
          UpdateBehavior: 'UPDATE_IN_DATABASE',
          DeleteBehavior: 'LOG',
        },
      },
    ],
    [{ Name: 'c', Targets }],
    [{ Name: 'c', Targets: { S3Targets: [{ Path: 's3://data' }] } }],
    [{ Name: 'c', Targets, Schedule: 'cron(0 6 * * ? *)' }],
    [{ Name: 'c', Targets, Configuration: '{"Version": 1.0}' }],
  ])('accepts %j', crawler => {
    expect(() => checkCrawler(crawler)).not.toThrow();
  });

  it.each<[Parameters<typeof checkCrawler>[0], string]>([
    [
      {
        ...incremental,
        SchemaChangePolicy: { UpdateBehavior: 'UPDATE_IN_DATABASE' },
      },
      'The SchemaChangePolicy for "Crawl new folders only" Amazon S3 target can have only LOG DeleteBehavior value and LOG UpdateBehavior value.',
    ],
    [
      {
        ...incremental,
        SchemaChangePolicy: { DeleteBehavior: 'DEPRECATE_IN_DATABASE' },
      },
      'can have only LOG DeleteBehavior value',
    ],
    [
      { ...incremental, Targets: { DeltaTargets: [{}] } },
      'RecrawlBehavior "Crawl new folders only" can only apply to Amazon S3 target.',
    ],
    [{ ...events, Targets }, 'names no EventQueueArn'],
    [
      {
        ...events,
        Targets: {
          S3Targets: [{ Path: 's3://a/', EventQueueArn: 'arn:aws:sqs:::q' }],
        },
      },
      'local-glue has no SQS',
    ],
    [
      { Name: 'c', Targets: { ...Targets, CatalogTargets } },
      'CatalogTargets cannot be mixed with S3Targets',
    ],
    [
      {
        Name: 'c',
        Targets: { CatalogTargets },
        SchemaChangePolicy: { DeleteBehavior: 'DELETE_FROM_DATABASE' },
      },
      'can have only LOG DeleteBehavior value',
    ],
    [{ Name: 'c', Targets: {} }, 'Crawler c has no targets'],
    [{ Name: 'c', Targets: { S3Targets: [] } }, 'Crawler c has no targets'],
    [{ Name: 'c', Targets: { S3Targets: [{}] } }, 'S3Targets[0].Path'],
    [
      { Name: 'c', Targets: { S3Targets: [{ Path: '/data' }] } },
      'S3Targets[0].Path',
    ],
    [{ Name: 'c', Targets, Schedule: 'rate(1 day)' }, "'Schedule'"],
    [{ Name: 'c', Targets, Configuration: '{' }, "'Configuration'"],
    [{ Name: 'c', Targets, Configuration: '7' }, "'Configuration'"],
  ])('refuses %j', (crawler, message) => {
    expect(() => checkCrawler(crawler)).toThrow(
      expect.objectContaining({
        code: 'InvalidInputException',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('crawlerDefaults', () => {
  const of = (members: object) =>
    crawlerDefaults({ Name: 'c', Role: 'r', Targets, ...members });

  it.each([
    [{}, 'UPDATE_IN_DATABASE', 'DEPRECATE_IN_DATABASE'],
    [incremental, 'LOG', 'LOG'],
    [{ Targets: { CatalogTargets } }, 'UPDATE_IN_DATABASE', 'LOG'],
    [
      { SchemaChangePolicy: { UpdateBehavior: 'LOG' } },
      'LOG',
      'DEPRECATE_IN_DATABASE',
    ],
  ])('of %j are %s and %s', (members, UpdateBehavior, DeleteBehavior) => {
    expect(of(members).SchemaChangePolicy).toEqual({
      UpdateBehavior,
      DeleteBehavior,
    });
  });

  it('combine the schemas of catalog targets', () => {
    expect(of({ Targets: { CatalogTargets } }).Configuration).toContain(
      'CombineCompatibleSchemas',
    );
    expect(of({}).Configuration).toBeUndefined();
  });
});

describe('checkTargetChange', () => {
  const other = { S3Targets: [{ Path: 's3://data/other/' }] };
  const everything = {
    RecrawlPolicy: { RecrawlBehavior: 'CRAWL_EVERYTHING' },
  } as const;

  it.each([
    [incremental, incremental],
    [incremental, { ...incremental, ...everything, Targets: other }],
    [
      { ...incremental, ...everything },
      { ...incremental, Targets: other },
    ],
  ])('allows it from %j to %j', (before, after) => {
    expect(() => checkTargetChange(before, after)).not.toThrow();
  });

  it('refuses it while only new folders are crawled', () => {
    expect(() =>
      checkTargetChange(incremental, { ...incremental, Targets: other }),
    ).toThrow('cannot change while its RecrawlBehavior');
  });
});
