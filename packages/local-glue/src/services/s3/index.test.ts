import {
  CopyObjectCommand,
  CompleteMultipartUploadCommand,
  AbortMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListPartsCommand,
  paginateListObjectsV2,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request as httpRequest, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ServerContext } from '../../server/context';
import { BucketStore } from './BucketStore';
import { handleS3 } from './index';

const mebibyte = 1024 ** 2;
const md5 = (bytes: Uint8Array | string) =>
  createHash('md5').update(bytes).digest('hex');

describe('S3', () => {
  let dataDir: string;
  let store: BucketStore;
  let server: Server;
  let port: number;
  let client: S3Client;
  const logged: string[] = [];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-glue-s3-'));
    store = new BucketStore(dataDir);
    const log = (message: string) => void logged.push(message);
    const context = {
      buckets: store,
      region: 'us-east-1',
      accountId: '000000000000',
      endpoint: 'http://127.0.0.1:4566',
      log: { info: log, warn: log, error: log },
    } as unknown as ServerContext;
    server = createServer((request, response) => {
      void handleS3(request, response, context);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
    client = new S3Client({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
      maxAttempts: 1,
    });
  });

  afterAll(async () => {
    client.destroy();
    server.closeAllConnections();
    await new Promise(done => server.close(done));
    rmSync(dataDir, { recursive: true });
  });

  beforeEach(() => {
    store.create('data');
  });

  afterEach(async () => {
    await store.remove('data', { force: true });
  });

  const put = (Key: string, Body: string | Uint8Array = 'content') =>
    client.send(new PutObjectCommand({ Bucket: 'data', Key, Body }));
  const get = async (Key: string, Range?: string) => {
    const answer = await client.send(
      new GetObjectCommand({ Bucket: 'data', Key, Range }),
    );
    return Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
  };
  /** A request as it stands, without an SDK that would tidy it up. */
  const raw = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body = '',
  ) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port, method, path, headers },
        response => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', piece => (text += piece));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text }),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });

  describe('buckets', () => {
    it('are made, found, located and removed', async () => {
      await client.send(new CreateBucketCommand({ Bucket: 'made.here' }));
      const { Buckets } = await client.send(new ListBucketsCommand({}));
      expect(Buckets?.map(({ Name }) => Name)).toEqual(['data', 'made.here']);
      expect(Buckets?.[0].CreationDate).toBeInstanceOf(Date);
      const head = await client.send(
        new HeadBucketCommand({ Bucket: 'made.here' }),
      );
      expect(head.BucketRegion).toBe('us-east-1');
      const location = await client.send(
        new GetBucketLocationCommand({ Bucket: 'made.here' }),
      );
      expect(location.LocationConstraint || undefined).toBeUndefined();
      await client.send(new DeleteBucketCommand({ Bucket: 'made.here' }));
      expect(store.list()).toEqual(['data']);
    });

    it('with objects are not removed', async () => {
      await put('a');
      await expect(
        client.send(new DeleteBucketCommand({ Bucket: 'data' })),
      ).rejects.toMatchObject({ name: 'BucketNotEmpty' });
    });

    it('with invalid or unknown names are refused', async () => {
      await expect(
        client.send(new CreateBucketCommand({ Bucket: 'Not_Valid' })),
      ).rejects.toMatchObject({ name: 'InvalidBucketName' });
      await expect(
        client.send(new HeadBucketCommand({ Bucket: 'unknown' })),
      ).rejects.toMatchObject({ name: 'NotFound' });
      await expect(
        client.send(new ListObjectsV2Command({ Bucket: 'unknown' })),
      ).rejects.toMatchObject({ name: 'NoSuchBucket' });
    });
  });

  describe('an object', () => {
    it.each([0, 1, 65_536, 3 * mebibyte + 7])(
      'of %d bytes arrives intact by a default upload',
      async size => {
        const bytes = randomBytes(size);
        const answer = await put('raw/covid/cases.csv', bytes);
        expect(answer.ETag).toBe(`"${md5(bytes)}"`);
        expect(answer.ChecksumCRC32).toBeDefined();
        const path = join(store.root, 'data/raw/covid/cases.csv');
        expect(readFileSync(path).equals(bytes)).toBe(true);
        expect((await get('raw/covid/cases.csv')).equals(bytes)).toBe(true);
      },
    );

    it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
      'streamed with a trailing %s arrives intact',
      async algorithm => {
        const bytes = randomBytes(300_000);
        await client.send(
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
        expect((await get('streamed')).equals(bytes)).toBe(true);
        const head = await client.send(
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
      await client.send(
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
        await client.send(
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
      mkdirSync(join(store.root, 'data/processed'));
      const path = join(store.root, 'data/processed/part-0.parquet');
      writeFileSync(path, 'one');
      const head = () =>
        client.send(
          new HeadObjectCommand({
            Bucket: 'data',
            Key: 'processed/part-0.parquet',
          }),
        );
      const first = await head();
      expect(first.ETag).toMatch(/^"[0-9a-f]{32}-1"$/);
      appendFileSync(path, 'two');
      expect((await head()).ETag).not.toBe(first.ETag);
      expect((await get('processed/part-0.parquet')).toString()).toBe('onetwo');
    });

    it('written over by a job loses what was kept of the old one', async () => {
      const { ETag } = await put('a', 'one');
      writeFileSync(join(store.root, 'data/a'), 'another');
      const head = await client.send(
        new HeadObjectCommand({ Bucket: 'data', Key: 'a' }),
      );
      expect(head.ETag).not.toBe(ETag);
      expect((await get('a')).toString()).toBe('another');
    });

    it.each([
      ['bytes=2-4', '234'],
      ['bytes=7-', '789'],
      ['bytes=-2', '89'],
    ])('is read in the range %s', async (range, expected) => {
      await put('digits', '0123456789');
      expect((await get('digits', range)).toString()).toBe(expected);
    });

    it('refuses a range after its end', async () => {
      await put('digits', '0123456789');
      await expect(get('digits', 'bytes=10-')).rejects.toMatchObject({
        name: 'InvalidRange',
      });
    });

    it('honours conditions', async () => {
      const { ETag } = await put('a', 'one');
      const read = (condition: object) =>
        client.send(
          new GetObjectCommand({ Bucket: 'data', Key: 'a', ...condition }),
        );
      await expect(read({ IfNoneMatch: ETag })).rejects.toMatchObject({
        $metadata: { httpStatusCode: 304 },
      });
      await expect(read({ IfMatch: '"other"' })).rejects.toMatchObject({
        name: 'PreconditionFailed',
      });
      await expect(
        client.send(
          new PutObjectCommand({
            Bucket: 'data',
            Key: 'a',
            Body: 'two',
            IfNoneMatch: '*',
          }),
        ),
      ).rejects.toMatchObject({ name: 'PreconditionFailed' });
      expect((await get('a')).toString()).toBe('one');
    });

    it('that does not exist is told', async () => {
      await expect(get('nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
      await expect(
        client.send(new HeadObjectCommand({ Bucket: 'data', Key: 'nothing' })),
      ).rejects.toMatchObject({ name: 'NotFound' });
    });

    it('as a folder placeholder is listed and removed', async () => {
      await put('folder/', '');
      await put('folder/a');
      const { Contents } = await client.send(
        new ListObjectsV2Command({ Bucket: 'data' }),
      );
      expect(Contents?.map(({ Key }) => Key)).toEqual(['folder/', 'folder/a']);
      await client.send(
        new DeleteObjectCommand({ Bucket: 'data', Key: 'folder/a' }),
      );
      expect(await get('folder/')).toEqual(Buffer.alloc(0));
      await client.send(
        new DeleteObjectCommand({ Bucket: 'data', Key: 'folder/' }),
      );
      expect(existsSync(join(store.root, 'data/folder'))).toBe(false);
      await expect(put('folder/', 'bytes')).rejects.toThrow('holds no bytes');
    });

    it('cannot be a file and a folder', async () => {
      await put('a');
      await expect(put('a/b')).rejects.toThrow('a file and a folder at once');
      await put('c/d');
      await expect(put('c')).rejects.toThrow('a file and a folder at once');
      await expect(get('c')).rejects.toMatchObject({ name: 'NoSuchKey' });
    });
  });

  describe('a damaged upload', () => {
    it.each([
      [{ 'content-md5': Buffer.alloc(16).toString('base64') }, 'BadDigest'],
      [{ 'x-amz-checksum-crc32': 'AAAAAA==' }, 'BadDigest'],
      [
        { 'x-amz-checksum-sha256': Buffer.alloc(32).toString('base64') },
        'BadDigest',
      ],
      [{ 'x-amz-content-sha256': '0'.repeat(64) }, 'XAmzContentSHA256Mismatch'],
    ])('with %j is refused as %s', async (headers, code) => {
      await put('a', 'before');
      const { status, text } = await raw('PUT', '/data/a', headers, 'hello');
      expect(status).toBe(400);
      expect(text).toContain(`<Code>${code}</Code>`);
      expect((await get('a')).toString()).toBe('before');
    });

    it.each([
      ['5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', 'BadDigest'],
      ['5\r\nhel', 'IncompleteBody'],
      ['3\r\nhel\r\n0\r\n\r\n', 'IncompleteBody'],
    ])('with the chunks %j is refused as %s', async (body, code) => {
      const { text } = await raw(
        'PUT',
        '/data/a',
        {
          'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
          'content-encoding': 'aws-chunked',
          'x-amz-decoded-content-length': '5',
          'x-amz-trailer': 'x-amz-checksum-crc32',
        },
        body,
      );
      expect(text).toContain(`<Code>${code}</Code>`);
      expect(store.keys('data').next().done).toBe(true);
    });

    it('whose client goes away leaves nothing', async () => {
      await new Promise<void>(done => {
        const request = httpRequest({
          host: '127.0.0.1',
          port,
          method: 'PUT',
          path: '/data/a',
          headers: { 'content-length': '1000' },
        });
        request.on('error', () => done());
        request.write('hello');
        setTimeout(() => request.destroy(), 50);
      });
      await new Promise(done => setTimeout(done, 50));
      expect(store.keys('data').next().done).toBe(true);
    });
  });

  describe('a key', () => {
    it.each(['with space +&%.csv', 'ünï/日本😀.txt', 'quote\'"<>.json'])(
      '%p is kept as it is',
      async key => {
        await put(key);
        expect((await get(key)).toString()).toBe('content');
        for (const EncodingType of [undefined, 'url'] as const) {
          const { Contents } = await client.send(
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
        const { status, text } = await raw(method, path, {}, '');
        expect(status).toBe(400);
        expect(text).toContain('<Code>InvalidArgument</Code>');
      }
      expect(store.list()).toEqual(['data']);
    });

    it('whose path crosses a symbolic link is refused and never listed', async () => {
      symlinkSync(dataDir, join(store.root, 'data/link'));
      await expect(get('link/state.db')).rejects.toMatchObject({
        name: 'AccessDenied',
      });
      await expect(put('link/x')).rejects.toThrow('crosses a symbolic link');
      await expect(put('link')).rejects.toThrow('crosses a symbolic link');
      expect([...store.keys('data')]).toEqual([]);
    });
  });

  describe('listing', () => {
    const keys = ['a-1', 'a/1', 'a/2/x', 'a0', 'b', 'ü', '\uffee', '😀'];

    beforeEach(async () => {
      for (const key of keys) await store.put('data', key, '');
      // A folder without objects, as a job leaves one, is not there for S3.
      mkdirSync(join(store.root, 'data/empty/folder'), { recursive: true });
    });

    it('is in the order of UTF-8 bytes, whole by pages of any size', async () => {
      for (const MaxKeys of [1, 3, 1000]) {
        const found: (string | undefined)[] = [];
        for await (const page of paginateListObjectsV2(
          { client },
          { Bucket: 'data', MaxKeys },
        )) {
          expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
          found.push(...(page.Contents ?? []).map(({ Key }) => Key));
        }
        expect(found).toEqual(keys);
      }
    });

    it.each([
      [{ Prefix: 'a' }, ['a-1', 'a0'], ['a/']],
      [{ Prefix: 'a/' }, ['a/1'], ['a/2/']],
      [{ Prefix: 'a/2' }, [], ['a/2/']],
      [{ Prefix: 'nothing' }, [], []],
      [{ StartAfter: 'a/2/x', Prefix: 'a' }, ['a0'], []],
      [{ Prefix: 'a', Delimiter: '-' }, ['a/1', 'a/2/x', 'a0'], ['a-']],
    ])('with %j', async (query, expectedKeys, expectedPrefixes) => {
      const pages: { keys: string[]; prefixes: string[] } = {
        keys: [],
        prefixes: [],
      };
      for await (const page of paginateListObjectsV2(
        { client, pageSize: 1 },
        { Bucket: 'data', Delimiter: '/', ...query },
      )) {
        pages.keys.push(...(page.Contents ?? []).map(({ Key }) => Key ?? ''));
        pages.prefixes.push(
          ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix ?? ''),
        );
      }
      expect(pages).toEqual({
        keys: expectedKeys,
        prefixes: expectedPrefixes,
      });
    });

    it('works in its first version', async () => {
      const found: (string | undefined)[] = [];
      let Marker: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsCommand({
            Bucket: 'data',
            Delimiter: '/',
            MaxKeys: 2,
            Marker,
          }),
        );
        found.push(...(page.Contents ?? []).map(({ Key }) => Key));
        found.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
        Marker = page.NextMarker;
      } while (Marker);
      expect(found.sort()).toEqual(
        ['a-1', 'a/', 'a0', 'b', 'ü', '\uffee', '😀'].sort(),
      );
    });

    it('refuses a token that it never gave', async () => {
      await expect(
        client.send(
          new ListObjectsV2Command({ Bucket: 'data', ContinuationToken: 'x' }),
        ),
      ).rejects.toThrow('continuation token');
    });
  });

  describe('copying', () => {
    it('takes bytes and attributes along', async () => {
      await client.send(
        new PutObjectCommand({
          Bucket: 'data',
          Key: 'from here+/a b.csv',
          Body: 'x,y',
          ContentType: 'text/csv',
        }),
      );
      const answer = await client.send(
        new CopyObjectCommand({
          Bucket: 'data',
          Key: 'to/b.csv',
          CopySource: `data/${encodeURIComponent('from here+/a b.csv')}`,
        }),
      );
      expect(answer.CopyObjectResult?.ETag).toBe(`"${md5('x,y')}"`);
      const head = await client.send(
        new HeadObjectCommand({ Bucket: 'data', Key: 'to/b.csv' }),
      );
      expect(head.ContentType).toBe('text/csv');
    });

    it('refuses a missing source and a copy onto itself', async () => {
      await put('a');
      const copy = (CopySource: string) =>
        client.send(
          new CopyObjectCommand({ Bucket: 'data', Key: 'a', CopySource }),
        );
      await expect(copy('data/missing')).rejects.toMatchObject({
        name: 'NoSuchKey',
      });
      await expect(copy('data/a')).rejects.toThrow('onto itself');
      await expect(copy('data/../x')).rejects.toThrow('path segment ".."');
    });
  });

  describe('deleting', () => {
    it('many at once tells what could not be deleted', async () => {
      await put('a/b/c');
      await put('a/d & e');
      const answer = await client.send(
        new DeleteObjectsCommand({
          Bucket: 'data',
          Delete: {
            Objects: [
              { Key: 'a/b/c' },
              { Key: 'a/d & e' },
              { Key: 'missing' },
              { Key: '../x' },
            ],
          },
        }),
      );
      expect(answer.Deleted?.map(({ Key }) => Key)).toEqual([
        'a/b/c',
        'a/d & e',
        'missing',
      ]);
      expect(answer.Errors).toMatchObject([
        { Key: '../x', Code: 'InvalidArgument' },
      ]);
      expect(readdirSync(join(store.root, 'data'))).toEqual([]);
    });

    it('refuses a document with entities', async () => {
      const { status, text } = await raw(
        'POST',
        '/data?delete',
        {},
        '<!DOCTYPE x [<!ENTITY a "b">]><Delete><Object><Key>&a;</Key></Object></Delete>',
      );
      expect(status).toBe(400);
      expect(text).toContain('<Code>MalformedXML</Code>');
    });
  });

  describe('a multipart upload', () => {
    const upload = { Bucket: 'data', Key: 'large' };
    const first = randomBytes(5 * mebibyte);
    const last = randomBytes(1234);

    it.each(['CRC32', 'CRC64NVME', 'SHA256', undefined] as const)(
      'with %s joins its parts',
      async ChecksumAlgorithm => {
        const { UploadId } = await client.send(
          new CreateMultipartUploadCommand({ ...upload, ChecksumAlgorithm }),
        );
        const parts = [];
        for (const [index, Body] of [first, last].entries()) {
          const PartNumber = index + 1;
          const { $metadata: _, ...part } = await client.send(
            new UploadPartCommand({
              ...upload,
              UploadId,
              PartNumber,
              Body,
              ChecksumAlgorithm,
            }),
          );
          parts.push({ ...part, PartNumber });
        }
        const listed = await client.send(
          new ListPartsCommand({ ...upload, UploadId }),
        );
        expect(listed.Parts?.map(({ Size }) => Size)).toEqual([
          first.length,
          last.length,
        ]);
        const { ETag } = await client.send(
          new CompleteMultipartUploadCommand({
            ...upload,
            UploadId,
            MultipartUpload: { Parts: parts },
          }),
        );
        const expected = md5(
          Buffer.concat([
            Buffer.from(md5(first), 'hex'),
            Buffer.from(md5(last), 'hex'),
          ]),
        );
        expect(ETag).toBe(`"${expected}-2"`);
        // The client holds the bytes against the checksum that it is told.
        const whole = Buffer.concat([first, last]);
        expect((await get('large')).equals(whole)).toBe(true);
        expect(readdirSync(join(store.temporaryFolder, 'uploads'))).toEqual([]);
      },
    );

    it('takes parts from other objects', async () => {
      await put('digits', '0123456789');
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand(upload),
      );
      const { CopyPartResult } = await client.send(
        new UploadPartCopyCommand({
          ...upload,
          UploadId,
          PartNumber: 1,
          CopySource: 'data/digits',
          CopySourceRange: 'bytes=3-5',
        }),
      );
      await client.send(
        new CompleteMultipartUploadCommand({
          ...upload,
          UploadId,
          MultipartUpload: {
            Parts: [{ PartNumber: 1, ETag: CopyPartResult?.ETag }],
          },
        }),
      );
      expect((await get('large')).toString()).toBe('345');
    });

    it('refuses what does not fit, and can be aborted', async () => {
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand(upload),
      );
      const small = await client.send(
        new UploadPartCommand({
          ...upload,
          UploadId,
          PartNumber: 1,
          Body: 'small',
        }),
      );
      const complete = (Parts: { PartNumber: number; ETag?: string }[]) =>
        client.send(
          new CompleteMultipartUploadCommand({
            ...upload,
            UploadId,
            MultipartUpload: { Parts },
          }),
        );
      await expect(
        complete([{ PartNumber: 2, ETag: '"x"' }]),
      ).rejects.toMatchObject({ name: 'InvalidPart' });
      await client.send(
        new UploadPartCommand({
          ...upload,
          UploadId,
          PartNumber: 2,
          Body: 'small',
        }),
      );
      await expect(
        complete([
          { PartNumber: 1, ETag: small.ETag },
          { PartNumber: 2, ETag: small.ETag },
        ]),
      ).rejects.toMatchObject({ name: 'EntityTooSmall' });
      await expect(
        complete([
          { PartNumber: 2, ETag: small.ETag },
          { PartNumber: 1, ETag: small.ETag },
        ]),
      ).rejects.toMatchObject({ name: 'InvalidPartOrder' });
      await client.send(
        new AbortMultipartUploadCommand({ ...upload, UploadId }),
      );
      await expect(
        complete([{ PartNumber: 1, ETag: small.ETag }]),
      ).rejects.toMatchObject({ name: 'NoSuchUpload' });
      await expect(
        client.send(
          new ListPartsCommand({ ...upload, UploadId: '../../../data' }),
        ),
      ).rejects.toMatchObject({ name: 'NoSuchUpload' });
    });
  });

  it('is reached by host name too', async () => {
    const { status } = await raw(
      'PUT',
      '/a/b',
      { host: 'data.localhost:4566' },
      'x',
    );
    expect(status).toBe(200);
    expect((await get('a/b')).toString()).toBe('x');
  });

  it.each([
    ['GET', '/data?acl', 'NotImplemented'],
    ['GET', '/data/a?tagging', 'NotImplemented'],
    ['GET', '/data/a?versionId=7', 'NotImplemented'],
    ['POST', '/data', 'MethodNotAllowed'],
    ['PATCH', '/data/a', 'MethodNotAllowed'],
  ])('says of %s %s that it is %s', async (method, path, code) => {
    expect((await raw(method, path)).text).toContain(`<Code>${code}</Code>`);
  });

  it('has met no internal error and left no body behind, whatever was asked', () => {
    expect(logged).toEqual([]);
    expect(
      readdirSync(store.temporaryFolder).filter(name => name !== 'uploads'),
    ).toEqual([]);
  });
});
