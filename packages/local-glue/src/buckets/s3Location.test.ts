import { isS3Uri, s3Location, splitS3Uri } from './s3Location';

describe('s3Location', () => {
  it.each([
    ['s3://shop/raw/orders.csv', 'shop', 'raw/orders.csv'],
    ['s3://shop/raw/', 'shop', 'raw/'],
    ['s3://shop/', 'shop', ''],
    ['s3://shop', 'shop', ''],
    ['s3://shop//a', 'shop', '/a'],
    ['s3://shop/two\nlines', 'shop', 'two\nlines'],
    ['s3a://shop/a', 'shop', 'a'],
    ['s3n://shop/a', 'shop', 'a'],
  ])('%j is %s and %j', (uri, bucket, key) => {
    expect(isS3Uri(uri)).toBe(true);
    expect(s3Location(uri)).toEqual({ bucket, key });
    expect(splitS3Uri(uri)).toEqual({ bucket, key });
  });

  it.each([
    '',
    '/a/b',
    's3:/shop/a',
    's3://',
    's3:///a',
    'S3://shop/a',
    'gs://shop/a',
  ])('%j is none', uri => {
    expect(() => s3Location(uri)).toThrow(
      `"${uri}" is not s3://<bucket>/<key>`,
    );
    expect(splitS3Uri(uri).bucket).toBe('');
  });
});
