import { readEventPattern } from './eventPattern';

/** The example of "EventBridge event message structure", Amazon S3 User Guide, and some values more. */
const event = {
  version: '0',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  resources: ['arn:aws:s3:::a', 'arn:aws:s3:::b'],
  detail: {
    bucket: { name: 'raw' },
    object: { key: 'sales/2026/11.csv', size: 5 },
    reason: 'PutObject',
    'source-ip-address': '10.0.0.33',
    empty: '',
    nothing: null,
    flag: true,
    owners: [
      { name: 'ada', age: 36 },
      { name: 'bob', age: 20 },
    ],
  },
};

const key = (...wanted: unknown[]) => ({
  detail: { object: { key: wanted } },
});
const size = (...wanted: unknown[]) => ({
  detail: { object: { size: wanted } },
});
const detail = (name: string, ...wanted: unknown[]) => ({
  detail: { [name]: wanted },
});

describe('event patterns', () => {
  // "Comparison operators for use in event patterns", Amazon EventBridge User Guide.
  it.each<[string, object, boolean]>([
    ['equal', { source: ['aws.s3'] }, true],
    ['not equal', { source: ['aws.glue'] }, false],
    ['one of a list', { source: ['aws.glue', 'aws.s3'] }, true],
    [
      'all fields',
      { source: ['aws.s3'], 'detail-type': ['Object Deleted'] },
      false,
    ],
    ['text is no number', size('5'), false],
    ['a number', size(5), true],
    ['null', detail('nothing', null), true],
    ['null is not missing', detail('missing', null), false],
    ['empty text', detail('empty', ''), true],
    ['true', detail('flag', true), true],
    ['a field that is missing', detail('missing', 'x'), false],
    ['one element of an array', { resources: ['arn:aws:s3:::b'] }, true],
    ['no element of an array', { resources: ['arn:aws:s3:::c'] }, false],
    [
      'fields of one element',
      { detail: { owners: { name: ['ada'], age: [36] } } },
      true,
    ],
    [
      'fields of two elements',
      { detail: { owners: { name: ['ada'], age: [20] } } },
      false,
    ],
    ['prefix', key({ prefix: 'sales/' }), true],
    ['another prefix', key({ prefix: 'Sales/' }), false],
    [
      'prefix, ignoring case',
      key({ prefix: { 'equals-ignore-case': 'SALES/' } }),
      true,
    ],
    ['suffix', key({ suffix: '.csv' }), true],
    ['another suffix', key({ suffix: '.json' }), false],
    [
      'suffix, ignoring case',
      key({ suffix: { 'equals-ignore-case': '.CSV' } }),
      true,
    ],
    [
      'ignoring case',
      detail('reason', { 'equals-ignore-case': 'putobject' }),
      true,
    ],
    ['wildcard', key({ wildcard: 'sales/*/11.csv' }), true],
    ['wildcard for all of it', key({ wildcard: '*2026*' }), true],
    ['another wildcard', key({ wildcard: 'sales/*.json' }), false],
    ['dots of a wildcard', key({ wildcard: 'sales/2026/11?csv' }), false],
    [
      'a wildcard whose ends overlap',
      key({ wildcard: 'sales/2026/11.csv*csv' }),
      false,
    ],
    ['a wildcard in order', key({ wildcard: '*11*2026*' }), false],
    ['an escaped asterisk', key({ wildcard: 'sales/\\*' }), false],
    ['anything but', detail('reason', { 'anything-but': 'CopyObject' }), true],
    [
      'anything but this',
      detail('reason', { 'anything-but': 'PutObject' }),
      false,
    ],
    ['anything but these', size({ 'anything-but': [5, 6] }), false],
    [
      'anything but a missing field',
      detail('x', { 'anything-but': 'a' }),
      false,
    ],
    [
      'anything but a prefix',
      key({ 'anything-but': { prefix: 'sales/' } }),
      false,
    ],
    [
      'anything but suffixes',
      key({ 'anything-but': { suffix: ['.json', '.txt'] } }),
      true,
    ],
    [
      'anything but, ignoring case',
      detail('reason', {
        'anything-but': { 'equals-ignore-case': 'PUTOBJECT' },
      }),
      false,
    ],
    [
      'anything but a wildcard',
      key({ 'anything-but': { wildcard: '*/tmp/*' } }),
      true,
    ],
    ['numeric', size({ numeric: ['=', 5] }), true],
    ['a range', size({ numeric: ['>', 0, '<=', 5] }), true],
    ['out of a range', size({ numeric: ['>', 5, '<', 9] }), false],
    ['numeric of text', key({ numeric: ['=', 5] }), false],
    ['exists', detail('reason', { exists: true }), true],
    ['does not exist', detail('missing', { exists: false }), true],
    ['exists after all', detail('reason', { exists: false }), false],
    [
      'a structure is no leaf',
      { detail: { bucket: [{ exists: true }] } },
      false,
    ],
    ['an address', detail('source-ip-address', { cidr: '10.0.0.0/24' }), true],
    [
      'another address',
      detail('source-ip-address', { cidr: '10.1.0.0/24' }),
      false,
    ],
    [
      'either',
      { $or: [{ source: ['x'] }, { 'detail-type': [{ prefix: 'Object' }] }] },
      true,
    ],
    ['neither', { $or: [{ source: ['x'] }, { version: ['1'] }] }, false],
    [
      'either, below',
      { detail: { $or: [{ reason: ['x'] }, { bucket: { name: ['raw'] } }] } },
      true,
    ],
    ['what is inherited is missing', { toString: [{ exists: true }] }, false],
  ])('%s', (_, pattern, expected) => {
    expect(readEventPattern(JSON.stringify(pattern))(event)).toBe(expected);
  });

  it.each<[string, string]>([
    ['source', 'not JSON'],
    ['["aws.s3"]', 'not an object'],
    ['{}', 'Empty objects'],
    ['{"source": []}', 'Empty arrays'],
    ['{"source": "aws.s3"}', 'must be an object or an array'],
    ['{"source": [["a"]]}', 'structures with one comparison'],
    ['{"source": [{}]}', 'structures with one comparison'],
    ['{"source": [{"prefix": "a", "suffix": "b"}]}', 'one comparison'],
    ['{"source": [{"contains": "a"}]}', 'Unrecognized match type contains'],
    ['{"source": [{"toString": "a"}]}', 'Unrecognized match type toString'],
    ['{"source": [{"prefix": 1}]}', 'must be a string'],
    ['{"source": [{"prefix": {"wildcard": "a"}}]}', 'prefix takes text'],
    ['{"source": [{"wildcard": "a**"}]}', 'Consecutive'],
    ['{"source": [{"wildcard": "a\\\\b"}]}', 'Invalid escape'],
    ['{"source": [{"exists": "yes"}]}', 'true or false'],
    ['{"source": [{"numeric": [">"]}]}', 'numeric takes'],
    ['{"source": [{"numeric": ["~", 1]}]}', 'numeric takes'],
    ['{"source": [{"numeric": [">", 1, "<", 2, "=", 3]}]}', 'numeric takes'],
    ['{"source": [{"anything-but": []}]}', 'has no value'],
    ['{"source": [{"anything-but": [true]}]}', 'text and numbers'],
    ['{"source": [{"anything-but": {"numeric": [">", 1]}}]}', 'takes one of'],
    ['{"source": [{"cidr": "10.0.0.0"}]}', 'not a CIDR block'],
    ['{"$or": [{"source": ["a"]}]}', 'two or more'],
  ])('refuses %s', (pattern, reason) => {
    expect(() => readEventPattern(pattern)).toThrow(
      expect.objectContaining({
        code: 'InvalidEventPatternException',
        message: expect.stringContaining(reason),
      }),
    );
  });
});
