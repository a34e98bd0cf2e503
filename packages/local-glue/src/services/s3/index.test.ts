import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { md5, mebibyte, TestS3 } from './__testUtils__/TestS3';

describe('S3', () => {
  let s3: TestS3;

  beforeAll(async () => {
    s3 = await TestS3.start();
  });
  afterEach(() => s3.reset());
  afterAll(() => s3.close());

  describe('buckets', () => {
    it('are made, found, located and removed', async () => {
      await s3.client.send(new CreateBucketCommand({ Bucket: 'made.here' }));
      const { Buckets } = await s3.client.send(new ListBucketsCommand({}));
      expect(Buckets?.map(({ Name }) => Name)).toEqual(['data', 'made.here']);
      expect(Buckets?.[0].CreationDate).toBeInstanceOf(Date);
      const head = await s3.client.send(
        new HeadBucketCommand({ Bucket: 'made.here' }),
      );
      expect(head.BucketRegion).toBe('us-east-1');
      const location = await s3.client.send(
        new GetBucketLocationCommand({ Bucket: 'made.here' }),
      );
      expect(location.LocationConstraint || undefined).toBeUndefined();
      await s3.client.send(new DeleteBucketCommand({ Bucket: 'made.here' }));
      expect(s3.store.list()).toEqual(['data']);
    });

    it('with objects are not removed', async () => {
      await s3.put('a');
      await expect(
        s3.client.send(new DeleteBucketCommand({ Bucket: 'data' })),
      ).rejects.toMatchObject({ name: 'BucketNotEmpty' });
    });

    it('with invalid or unknown names are refused', async () => {
      await expect(
        s3.client.send(new CreateBucketCommand({ Bucket: 'Not_Valid' })),
      ).rejects.toMatchObject({ name: 'InvalidBucketName' });
      await expect(
        s3.client.send(new HeadBucketCommand({ Bucket: 'unknown' })),
      ).rejects.toMatchObject({ name: 'NotFound' });
      await expect(
        s3.client.send(new ListObjectsV2Command({ Bucket: 'unknown' })),
      ).rejects.toMatchObject({ name: 'NoSuchBucket' });
    });
  });

  describe('an object', () => {
    it.each([0, 1, 65_536, 3 * mebibyte + 7])(
      'of %d bytes arrives intact by a default upload',
      async size => {
        const bytes = randomBytes(size);
        const answer = await s3.put('raw/covid/cases.csv', bytes);
        expect(answer.ETag).toBe(`"${md5(bytes)}"`);
        expect(answer.ChecksumCRC32).toBeDefined();
        const path = join(s3.store.root, 'data/raw/covid/cases.csv');
        expect(readFileSync(path).equals(bytes)).toBe(true);
        expect((await s3.get('raw/covid/cases.csv')).equals(bytes)).toBe(true);
      },
    );

    it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
      'streamed with a trailing %s arrives intact',
      async algorithm => {
        const bytes = randomBytes(300_000);
        await s3.client.send(
          new PutObjectCommand({
            Bucket: 'data',
            Key: 'streamed',
            Body: Readable.from([
              bytes.subarray(0, 7),
              bytes.subarray(7, 200_000),
              bytes.subarray(200_000),
            ]),
            ContentLength: bytes.length,
            ChecksumAlgorithm: algorithm,
          }),
        );
        expect((await s3.get('streamed')).equals(bytes)).toBe(true);
        const head = await s3.client.send(
          new HeadObjectCommand({
            Bucket: 'data',
            Key: 'streamed',
            ChecksumMode: 'ENABLED',
          }),
        );
        expect(head[`Checksum${algorithm}`]).toBeDefined();
        expect(head.ContentEncoding).toBeUndefined();
      },
    );

    it('keeps its attributes', async () => {
      await s3.client.send(
        new PutObjectCommand({
          Bucket: 'data',
          Key: 'a.json.gz',
          Body: '{}',
          ContentType: 'application/json',
          ContentEncoding: 'gzip',
          CacheControl: 'no-store',
          Metadata: { owner: 'data-engineering' },
        }),
      );
      expect(
        await s3.client.send(
          new HeadObjectCommand({ Bucket: 'data', Key: 'a.json.gz' }),
        ),
      ).toMatchObject({
        ContentLength: 2,
        ContentType: 'application/json',
        ContentEncoding: 'gzip',
        CacheControl: 'no-store',
        Metadata: { owner: 'data-engineering' },
      });
    });

    it('that a job wrote as a file is served, with a changing ETag', async () => {
      mkdirSync(join(s3.store.root, 'data/processed'));
      const path = join(s3.store.root, 'data/processed/part-0.parquet');
      writeFileSync(path, 'one');
      const head = () =>
        s3.client.send(
          new HeadObjectCommand({
            Bucket: 'data',
            Key: 'processed/part-0.parquet',
          }),
        );
      const first = await head();
      expect(first.ETag).toMatch(/^"[0-9a-f]{32}-1"$/);
      appendFileSync(path, 'two');
      expect((await head()).ETag).not.toBe(first.ETag);
      expect((await s3.get('processed/part-0.parquet')).toString()).toBe(
        'onetwo',
      );
    });

    it('written over by a job loses what was kept of the old one', async () => {
      const { ETag } = await s3.put('a', 'one');
      writeFileSync(join(s3.store.root, 'data/a'), 'another');
      const head = await s3.client.send(
        new HeadObjectCommand({ Bucket: 'data', Key: 'a' }),
      );
      expect(head.ETag).not.toBe(ETag);
      expect((await s3.get('a')).toString()).toBe('another');
    });

    it.each([
      ['bytes=2-4', '234'],
      ['bytes=7-', '789'],
      ['bytes=-2', '89'],
    ])('is read in the range %s', async (range, expected) => {
      await s3.put('digits', '0123456789');
      expect((await s3.get('digits', range)).toString()).toBe(expected);
    });

    it('refuses a range after its end', async () => {
      await s3.put('digits', '0123456789');
      await expect(s3.get('digits', 'bytes=10-')).rejects.toMatchObject({
        name: 'InvalidRange',
      });
    });

    it('honours conditions', async () => {
      const { ETag } = await s3.put('a', 'one');
      const read = (condition: object) =>
        s3.client.send(
          new GetObjectCommand({ Bucket: 'data', Key: 'a', ...condition }),
        );
      await expect(read({ IfNoneMatch: ETag })).rejects.toMatchObject({
        $metadata: { httpStatusCode: 304 },
      });
      await expect(read({ IfMatch: '"other"' })).rejects.toMatchObject({
        name: 'PreconditionFailed',
      });
      await expect(
        s3.client.send(
          new PutObjectCommand({
            Bucket: 'data',
            Key: 'a',
            Body: 'two',
            IfNoneMatch: '*',
          }),
        ),
      ).rejects.toMatchObject({ name: 'PreconditionFailed' });
      expect((await s3.get('a')).toString()).toBe('one');
    });

    it('that does not exist is told', async () => {
      await expect(s3.get('nothing')).rejects.toMatchObject({
        name: 'NoSuchKey',
      });
      await expect(
        s3.client.send(
          new HeadObjectCommand({ Bucket: 'data', Key: 'nothing' }),
        ),
      ).rejects.toMatchObject({ name: 'NotFound' });
    });

    it('as a folder placeholder is listed and removed', async () => {
      await s3.put('folder/', '');
      await s3.put('folder/a');
      const { Contents } = await s3.client.send(
        new ListObjectsV2Command({ Bucket: 'data' }),
      );
      expect(Contents?.map(({ Key }) => Key)).toEqual(['folder/', 'folder/a']);
      await s3.client.send(
        new DeleteObjectCommand({ Bucket: 'data', Key: 'folder/a' }),
      );
      expect(await s3.get('folder/')).toEqual(Buffer.alloc(0));
      await s3.client.send(
        new DeleteObjectCommand({ Bucket: 'data', Key: 'folder/' }),
      );
      expect(existsSync(join(s3.store.root, 'data/folder'))).toBe(false);
      await expect(s3.put('folder/', 'bytes')).rejects.toThrow(
        'holds no bytes',
      );
    });

    it('cannot be a file and a folder', async () => {
      await s3.put('a');
      await expect(s3.put('a/b')).rejects.toThrow(
        'a file and a folder at once',
      );
      await s3.put('c/d');
      await expect(s3.put('c')).rejects.toThrow('a file and a folder at once');
      await expect(s3.get('c')).rejects.toMatchObject({ name: 'NoSuchKey' });
    });
  });

  describe('a key', () => {
    it.each(['with space +&%.csv', 'ünï/日本😀.txt', 'quote\'"<>.json'])(
      '%p is kept as it is',
      async key => {
        await s3.put(key);
        expect((await s3.get(key)).toString()).toBe('content');
        for (const EncodingType of [undefined, 'url'] as const) {
          const { Contents } = await s3.client.send(
            new ListObjectsV2Command({ Bucket: 'data', EncodingType }),
          );
          const listed = Contents?.[0].Key ?? '';
          expect(EncodingType ? decodeURIComponent(listed) : listed).toBe(key);
        }
      },
    );

    it.each([
      '/data/../other/a',
      '/data/%2e%2e/%2e%2e/state.db',
      '/data/a/../../../b',
      '/data//etc/passwd',
      '/data/%2Fetc%2Fpasswd',
      '/data/a%00b',
    ])('%p does not leave its bucket', async path => {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const { status, text } = await s3.raw(method, path, {}, '');
        expect(status).toBe(400);
        expect(text).toContain('<Code>InvalidArgument</Code>');
      }
      expect(s3.store.list()).toEqual(['data']);
    });

    it('whose path crosses a symbolic link is refused and never listed', async () => {
      symlinkSync(s3.dataDir, join(s3.store.root, 'data/link'));
      await expect(s3.get('link/state.db')).rejects.toMatchObject({
        name: 'AccessDenied',
      });
      await expect(s3.put('link/x')).rejects.toThrow('crosses a symbolic link');
      await expect(s3.put('link')).rejects.toThrow('crosses a symbolic link');
      expect([...s3.store.keys('data')]).toEqual([]);
    });
  });

  it('is reached by host name too', async () => {
    const { status } = await s3.raw(
      'PUT',
      '/a/b',
      { host: 'data.localhost:4566' },
      'x',
    );
    expect(status).toBe(200);
    expect((await s3.get('a/b')).toString()).toBe('x');
  });

  it.each([
    ['DELETE', '/data?metadataTable', 'NotImplemented'],
    ['PUT', '/data/a?renameObject', 'NotImplemented'],
    ['GET', '/data?acl', 'NotImplemented'],
    ['GET', '/data/a?tagging', 'NotImplemented'],
    ['GET', '/data/a?versionId=7', 'NotImplemented'],
    ['POST', '/data', 'MethodNotAllowed'],
    ['PATCH', '/data/a', 'MethodNotAllowed'],
  ])('says of %s %s that it is %s', async (method, path, code) => {
    expect((await s3.raw(method, path)).text).toContain(`<Code>${code}</Code>`);
  });

  it('has met no internal error and left no body behind, whatever was asked', () => {
    expect(s3.logged).toEqual([]);
    expect(s3.temporaryFiles).toEqual([]);
  });
});
