import { crawlerConfiguration } from './crawlerConfiguration';

const defaults = {
  mergeNewColumns: false,
  inheritFromTable: false,
  tableThreshold: undefined,
  combineCompatibleSchemas: false,
  tableLevel: undefined,
  createPartitionIndex: true,
};

/** "Customizing crawler behavior" (AWS Glue Developer Guide): its examples, and what differs from them. */
describe('crawlerConfiguration', () => {
  it.each<[string | undefined, object]>([
    [undefined, {}],
    ['', {}],
    ['{"Version": 1.0}', {}],
    [
      '{"Version": 1.0, "CrawlerOutput": {"Partitions": {"AddOrUpdateBehavior": "InheritFromTable"}, "Tables": {"AddOrUpdateBehavior": "MergeNewColumns"}}}',
      { inheritFromTable: true, mergeNewColumns: true },
    ],
    [
      '{"Version":1.0, "Grouping": {"TableGroupingPolicy": "CombineCompatibleSchemas"}}',
      { combineCompatibleSchemas: true },
    ],
    [
      '{"Version":1.0, "Grouping": {"TableLevelConfiguration": 2}}',
      { tableLevel: 2 },
    ],
    [
      '{"Version":1.0, "CrawlerOutput": {"Tables": {"TableThreshold": 5}}}',
      { tableThreshold: 5 },
    ],
    [
      '{"Version": 1.0, "CreatePartitionIndex": false}',
      { createPartitionIndex: false },
    ],
  ])('reads %s', (text, expected) => {
    expect(crawlerConfiguration(text)).toEqual({ ...defaults, ...expected });
  });

  it.each([
    ['{', "'Configuration' is not valid"],
    ['7', "'Configuration' is not valid"],
    ['[]', "'Configuration' is not valid"],
    ['{}', "'Configuration.Version' is not valid"],
    ['{"Version": 2}', 'must be 1, not 2'],
    ['{"Version": 1, "Colour": 1}', 'contains unsupported keys: Colour'],
    [
      '{"Version": 1, "CrawlerOutput": {"Partitions": {"UpdateBehavior": "LOG"}}}',
      'CrawlerOutput.Partitions contains unsupported keys: UpdateBehavior.',
    ],
    [
      '{"Version": 1, "CrawlerOutput": {"Tables": {"AddOrUpdateBehavior": "InheritFromTable"}}}',
      'CrawlerOutput.Tables.AddOrUpdateBehavior',
    ],
    [
      '{"Version": 1, "CrawlerOutput": {"Tables": {"TableThreshold": 0}}}',
      'greater than 0',
    ],
    ['{"Version": 1, "Grouping": {"TableLevelConfiguration": "2"}}', 'whole'],
    ['{"Version": 1, "Grouping": []}', 'must be an object'],
    ['{"Version": 1, "CreatePartitionIndex": "no"}', 'true or false'],
    ['{"Version": 1, "constructor": 1}', 'unsupported keys: constructor'],
  ])('refuses %s', (text, message) => {
    expect(() => crawlerConfiguration(text)).toThrow(
      expect.objectContaining({
        code: 'InvalidInputException',
        message: expect.stringContaining(message),
      }),
    );
  });
});
