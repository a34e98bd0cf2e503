import { firstProblem } from './rule';
import { parseS3Uri, s3UriRules } from './s3Uri';

describe('parseS3Uri', () => {
  it.each([
    ['s3://bucket/a/b.csv', { bucket: 'bucket', key: 'a/b.csv' }],
    ['s3://bucket/a/', { bucket: 'bucket', key: 'a/' }],
    ['s3://bucket', { bucket: 'bucket', key: '' }],
  ])('%s', (uri, expected) => expect(parseS3Uri(uri)).toEqual(expected));
});

describe('s3UriRules', () => {
  it.each([
    's3://greenwichhr-covidjobimpacts/overall.csv.part_00000',
    's3://my.bucket/year=2026/month=01/',
    's3://bucket/Données 2026/a+b@c,d~e:f.json',
  ])('accepts %s', uri =>
    expect(firstProblem(uri, s3UriRules)).toBeUndefined(),
  );

  it.each([
    ['https://bucket/key', 'not an S3 URI'],
    ['bucket/key', 'not an S3 URI'],
    ['s3a://bucket/key', 'Hadoop scheme'],
    ['s3://', 'the bucket ""'],
    ['s3://ab/key', 'the bucket "ab"'],
    ['s3://Bucket/key', 'the bucket "Bucket"'],
    ['s3://a..b/key', 'a dot in it'],
    ['s3://10.0.0.1/key', 'like an IP address'],
    ['s3://xn--abc/key', 'keeps for itself'],
    ['s3://abc--ol-s3/key', 'keeps for itself'],
    ['s3://bucket', 'whole bucket'],
    ['s3://bucket/', 'whole bucket'],
    ['s3://bucket/../other/key', '".." segment'],
    ['s3://bucket/a/..', '".." segment'],
    ['s3://bucket/./a', '".." segment'],
    ['s3://bucket/a//b', 'empty path segment'],
    ['s3://bucket//', 'empty path segment'],
    [`s3://bucket/${'a'.repeat(1025)}`, 'more than 1024 bytes'],
    ['s3://bucket/a\nb', 'U+000A'],
    ['s3://bucket/a"b', `contains """`],
    ["s3://bucket/a'b", `contains "'"`],
    ['s3://bucket/`ls`', 'contains "`"'],
    ['s3://bucket/$(ls)', 'contains "$"'],
    ['s3://bucket/${{ x }}', 'contains "$"'],
    ['s3://bucket/a;b', 'contains ";"'],
    ['s3://bucket/*.csv', 'contains "*"'],
    ['s3://bucket/a?b', 'contains "?"'],
    ['s3://bucket/%2e%2e/b', 'contains "%"'],
    ['s3://bucket/a\\b', 'contains "\\"'],
    ['s3://bucket/a /b', 'begins or ends with a space'],
  ])('rejects %j', (uri, expected) =>
    expect(firstProblem(uri, s3UriRules)).toContain(expected),
  );
});
