import { readCopySource } from './copySource';

describe('readCopySource', () => {
  it.each([
    ['data/a/b.csv', 'data', 'a/b.csv'],
    ['/data/a/b.csv', 'data', 'a/b.csv'],
    ['data/a%20b%2Bc', 'data', 'a b+c'],
    ['data%2Fa', 'data', 'a'],
    ['data/a?versionId=null', 'data', 'a'],
  ])('%p is bucket %p, key %p', (value, bucket, key) => {
    expect(readCopySource(value)).toEqual({ bucket, key });
  });

  it.each([
    ['data', 'not <bucket>/<key>'],
    ['data/', 'not <bucket>/<key>'],
    ['', 'not <bucket>/<key>'],
    ['data/%E0%A4%A', 'not valid URL encoding'],
    ['data/a?versionId=3', 'versions of objects'],
  ])('refuses %p', (value, reason) => {
    expect(() => readCopySource(value)).toThrow(reason);
  });
});
