import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { md5, mebibyte, TestS3 } from './__testUtils__/TestS3';

describe('Uploads to S3', () => {
  let s3: TestS3;

  beforeAll(async () => {
    s3 = await TestS3.start();
  });
  afterEach(() => s3.reset());
  afterAll(() => s3.close());

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
      await s3.put('a', 'before');
      const { status, text } = await s3.raw('PUT', '/data/a', headers, 'hello');
      expect(status).toBe(400);
      expect(text).toContain(`<Code>${code}</Code>`);
      expect((await s3.get('a')).toString()).toBe('before');
    });

    it.each([
      ['5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', 'BadDigest'],
      ['5\r\nhel', 'IncompleteBody'],
      ['3\r\nhel\r\n0\r\n\r\n', 'IncompleteBody'],
    ])('with the chunks %j is refused as %s', async (body, code) => {
      const { text } = await s3.raw(
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
      expect(s3.store.keys('data').next().done).toBe(true);
    });

    it('whose client goes away leaves nothing', async () => {
      await new Promise<void>(done => {
        const request = httpRequest({
          host: '127.0.0.1',
          port: s3.port,
          method: 'PUT',
          path: '/data/a',
          headers: { 'content-length': '1000' },
        });
        request.on('error', () => done());
        request.write('hello');
        setTimeout(() => request.destroy(), 50);
      });
      await new Promise(done => setTimeout(done, 50));
      expect(s3.store.keys('data').next().done).toBe(true);
    });
  });

  describe('a multipart upload', () => {
    const upload = { Bucket: 'data', Key: 'large' };
    const first = randomBytes(5 * mebibyte);
    const last = randomBytes(1234);

    it.each(['CRC32', 'CRC64NVME', 'SHA256', undefined] as const)(
      'with %s joins its parts',
      async ChecksumAlgorithm => {
        const { UploadId } = await s3.client.send(
          new CreateMultipartUploadCommand({ ...upload, ChecksumAlgorithm }),
        );
        const parts = [];
        for (const [index, Body] of [first, last].entries()) {
          const PartNumber = index + 1;
          const { $metadata: _, ...part } = await s3.client.send(
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
        const listed = await s3.client.send(
          new ListPartsCommand({ ...upload, UploadId }),
        );
        expect(listed.Parts?.map(({ Size }) => Size)).toEqual([
          first.length,
          last.length,
        ]);
        const { ETag } = await s3.client.send(
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
        expect((await s3.get('large')).equals(whole)).toBe(true);
        expect(readdirSync(join(s3.store.temporaryFolder, 'uploads'))).toEqual(
          [],
        );
      },
    );

    it('takes parts from other objects', async () => {
      await s3.put('digits', '0123456789');
      const { UploadId } = await s3.client.send(
        new CreateMultipartUploadCommand(upload),
      );
      const { CopyPartResult } = await s3.client.send(
        new UploadPartCopyCommand({
          ...upload,
          UploadId,
          PartNumber: 1,
          CopySource: 'data/digits',
          CopySourceRange: 'bytes=3-5',
        }),
      );
      await s3.client.send(
        new CompleteMultipartUploadCommand({
          ...upload,
          UploadId,
          MultipartUpload: {
            Parts: [{ PartNumber: 1, ETag: CopyPartResult?.ETag }],
          },
        }),
      );
      expect((await s3.get('large')).toString()).toBe('345');
    });

    it('refuses what does not fit, and can be aborted', async () => {
      const { UploadId } = await s3.client.send(
        new CreateMultipartUploadCommand(upload),
      );
      const small = await s3.client.send(
        new UploadPartCommand({
          ...upload,
          UploadId,
          PartNumber: 1,
          Body: 'small',
        }),
      );
      const complete = (Parts: { PartNumber: number; ETag?: string }[]) =>
        s3.client.send(
          new CompleteMultipartUploadCommand({
            ...upload,
            UploadId,
            MultipartUpload: { Parts },
          }),
        );
      await expect(
        complete([{ PartNumber: 2, ETag: '"x"' }]),
      ).rejects.toMatchObject({ name: 'InvalidPart' });
      await s3.client.send(
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
      await s3.client.send(
        new AbortMultipartUploadCommand({ ...upload, UploadId }),
      );
      await expect(
        complete([{ PartNumber: 1, ETag: small.ETag }]),
      ).rejects.toMatchObject({ name: 'NoSuchUpload' });
      await expect(
        s3.client.send(
          new ListPartsCommand({ ...upload, UploadId: '../../../data' }),
        ),
      ).rejects.toMatchObject({ name: 'NoSuchUpload' });
    });
  });

  it('has met no internal error and left no body behind, whatever was asked', () => {
    expect(s3.logged).toEqual([]);
    expect(s3.temporaryFiles).toEqual([]);
  });
});
