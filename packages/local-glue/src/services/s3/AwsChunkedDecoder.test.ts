import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { AwsChunkedDecoder } from './AwsChunkedDecoder';

async function decode(body: string, pieceSize: number) {
  const bytes = Buffer.from(body, 'latin1');
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceSize) {
    pieces.push(bytes.subarray(at, at + pieceSize));
  }
  const decoder = new AwsChunkedDecoder();
  const source = Readable.from(pieces);
  source.on('error', error => decoder.destroy(error));
  const content = (await buffer(source.pipe(decoder))).toString('latin1');
  return { content, trailers: Object.fromEntries(decoder.trailers) };
}

const signature = 'f'.repeat(64);

describe('AwsChunkedDecoder', () => {
  it.each([1, 2, 5, 7, 1000])(
    'reads unsigned chunks with a trailer in pieces of %d bytes',
    async size => {
      const body =
        '5\r\nhello\r\n8\r\n\r\nworld\n\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n';
      expect(await decode(body, size)).toEqual({
        content: 'hello\r\nworld\n',
        trailers: { 'x-amz-checksum-crc32': 'AAAAAA==' },
      });
    },
  );

  it.each([1, 3, 1000])(
    'reads signed chunks in pieces of %d bytes',
    async size => {
      const body = `3;chunk-signature=${signature}\r\nabc\r\n0;chunk-signature=${signature}\r\n\r\n`;
      expect(await decode(body, size)).toEqual({
        content: 'abc',
        trailers: {},
      });
    },
  );

  it('reads an empty object', async () => {
    expect((await decode('0\r\n\r\n', 100)).content).toBe('');
  });

  it('takes a last trailer without an empty line after it', async () => {
    const { trailers } = await decode('0\r\nX-Amz-Checksum-SHA1: abc=', 100);
    expect(trailers).toEqual({ 'x-amz-checksum-sha1': 'abc=' });
  });

  it.each([
    ['5\r\nhel', 'ended before'],
    ['5\r\nhello\r\n', 'ended before'],
    ['', 'ended before'],
    ['xyz\r\n', 'without a size'],
    ['2\r\nhello\r\n0\r\n\r\n', 'longer than its size'],
    ['0\r\nnocolon\r\n\r\n', 'without a name'],
  ])('refuses %p', async (body, reason) => {
    await expect(decode(body, 4)).rejects.toThrow(reason);
  });
});
