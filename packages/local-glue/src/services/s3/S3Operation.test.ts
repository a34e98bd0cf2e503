import { IncomingMessage } from 'node:http';
import { bucketOfHost, readS3Request } from './S3Operation';

describe('bucketOfHost', () => {
  it.each([
    ['127.0.0.1:4566', undefined],
    ['localhost', undefined],
    ['data.localhost:4566', 'data'],
    ['my.data.localhost:4566', 'my.data'],
    ['data.127.0.0.1:4566', 'data'],
    ['data.s3.localhost:4566', 'data'],
    ['data.s3.us-east-1.localhost', 'data'],
    [undefined, undefined],
  ])('%p addresses %p', (host, bucket) => {
    expect(bucketOfHost(host)).toBe(bucket);
  });
});

describe('readS3Request', () => {
  const read = (url: string, host = '127.0.0.1:4566') => {
    const { bucket, key, query } = readS3Request(
      { url, method: 'GET', headers: { host } } as IncomingMessage,
      'id',
    );
    return { bucket, key, query: query.toString() };
  };

  it.each([
    ['/', '', '', ''],
    ['/data', 'data', '', ''],
    ['/data/', 'data', '', ''],
    ['/data?list-type=2', 'data', '', 'list-type=2'],
    ['/data/a/b.csv', 'data', 'a/b.csv', ''],
    ['/data/a%20b%2Bc+d%2Fe', 'data', 'a b+c+d/e', ''],
    ['/data/folder/', 'data', 'folder/', ''],
    ['/data/../x', 'data', '../x', ''],
    ['/data/%2e%2e/x', 'data', '../x', ''],
    ['/data//a', 'data', '/a', ''],
    ['/data/%E2%82%AC?x-id=GetObject', 'data', '€', 'x-id=GetObject'],
    ['/data/line%0Abreak', 'data', 'line\nbreak', ''],
  ])('%p is bucket %p, key %p, query %p', (url, bucket, key, query) => {
    expect(read(url)).toEqual({ bucket, key, query });
  });

  it('reads the bucket from the host name', () => {
    expect(read('/a/b', 'data.localhost:1')).toMatchObject({
      bucket: 'data',
      key: 'a/b',
    });
  });

  it('refuses a broken encoding', () => {
    expect(() => read('/data/%E0%A4%A')).toThrow('not valid URL encoding');
  });
});
