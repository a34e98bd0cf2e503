import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  HeadObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { md5, TestS3 } from './__testUtils__/TestS3';

describe('Lists of objects in S3', () => {
  let s3: TestS3;

  beforeAll(async () => {
    s3 = await TestS3.start();
  });
  afterEach(() => s3.reset());
  afterAll(() => s3.close());

  describe('listing', () => {
    const keys = ['a-1', 'a/1', 'a/2/x', 'a0', 'b', 'ü', '\uffee', '😀'];

    beforeEach(async () => {
      for (const key of keys) await s3.store.put('data', key, '');
      // A folder without objects, as a job leaves one, is not there for S3.
      mkdirSync(join(s3.store.root, 'data/empty/folder'), { recursive: true });
    });

    it('is in the order of UTF-8 bytes, whole by pages of any size', async () => {
      for (const MaxKeys of [1, 3, 1000]) {
        const found: (string | undefined)[] = [];
        for await (const page of paginateListObjectsV2(
          { client: s3.client },
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
        { client: s3.client, pageSize: 1 },
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
        const page = await s3.client.send(
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
        s3.client.send(
          new ListObjectsV2Command({ Bucket: 'data', ContinuationToken: 'x' }),
        ),
      ).rejects.toThrow('continuation token');
    });
  });

  describe('copying', () => {
    it('takes bytes and attributes along', async () => {
      await s3.client.send(
        new PutObjectCommand({
          Bucket: 'data',
          Key: 'from here+/a b.csv',
          Body: 'x,y',
          ContentType: 'text/csv',
        }),
      );
      const answer = await s3.client.send(
        new CopyObjectCommand({
          Bucket: 'data',
          Key: 'to/b.csv',
          CopySource: `data/${encodeURIComponent('from here+/a b.csv')}`,
        }),
      );
      expect(answer.CopyObjectResult?.ETag).toBe(`"${md5('x,y')}"`);
      const head = await s3.client.send(
        new HeadObjectCommand({ Bucket: 'data', Key: 'to/b.csv' }),
      );
      expect(head.ContentType).toBe('text/csv');
    });

    it('refuses a missing source and a copy onto itself', async () => {
      await s3.put('a');
      const copy = (CopySource: string) =>
        s3.client.send(
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
      await s3.put('a/b/c');
      await s3.put('a/d & e');
      const answer = await s3.client.send(
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
      expect(readdirSync(join(s3.store.root, 'data'))).toEqual([]);
    });

    it('refuses a document with entities', async () => {
      const { status, text } = await s3.raw(
        'POST',
        '/data?delete',
        {},
        '<!DOCTYPE x [<!ENTITY a "b">]><Delete><Object><Key>&a;</Key></Object></Delete>',
      );
      expect(status).toBe(400);
      expect(text).toContain('<Code>MalformedXML</Code>');
    });
  });

  it('has met no internal error and left no body behind, whatever was asked', () => {
    expect(s3.logged).toEqual([]);
    expect(s3.temporaryFiles).toEqual([]);
  });
});
