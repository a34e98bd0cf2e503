import type { S3Client } from '@aws-sdk/client-s3';
import { gzipSync } from 'node:zlib';
import { detectSource } from './detectSource';

/** A bucket that holds one object and serves ranges of it. */
const bucketOf = (content: Buffer) =>
  ({
    send: async ({ input }: { input: { Range?: string } }) => {
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(input.Range ?? '') ?? [];
      return from === undefined
        ? { ContentLength: content.length }
        : {
            Body: {
              transformToByteArray: async () =>
                content.subarray(Number(from), Number(to) + 1),
            },
          };
    },
  }) as unknown as S3Client;

const CSV = 'id,name\n1,Ada\n2,Bob\n';

describe('detectSource', () => {
  it.each<[string, string | Buffer, object]>([
    ['CSV', CSV, { format: 'csv', csv: { delimiter: ',', header: true } }],
    [
      'semicolons',
      'id;price\n1;2,5\n',
      { format: 'csv', csv: { delimiter: ';', header: true } },
    ],
    [
      'tabs',
      'a\tb\n1\t2\n',
      { format: 'csv', csv: { delimiter: '\t', header: true } },
    ],
    [
      'delimiters inside of quotes',
      'id,words\n1,"a;b;c;d"\n',
      { format: 'csv', csv: { delimiter: ',', header: true } },
    ],
    [
      'no header',
      '1,x\n2,y\n',
      { format: 'csv', csv: { delimiter: ',', header: false } },
    ],
    [
      'a header with a gap',
      'id,,x\n1,2,3\n',
      { format: 'csv', csv: { delimiter: ',', header: false } },
    ],
    [
      'gzip',
      gzipSync(CSV),
      { format: 'csv', csv: { delimiter: ',', header: true } },
    ],
    [
      'Latin letters',
      Buffer.from('id,stadt\n1,K\u00f6ln\n', 'latin1'),
      {
        format: 'csv',
        csv: { delimiter: ',', header: true, encoding: 'windows-1252' },
      },
    ],
    [
      'UTF-16',
      Buffer.from(`\uFEFF${CSV}`, 'utf16le'),
      {
        format: 'csv',
        csv: { delimiter: ',', header: true, encoding: 'UTF-16' },
      },
    ],
    ['JSON lines', '{"id":1}\n{"id":2}\n', { format: 'json' }],
    [
      'one JSON array',
      '[\n {"id":1}]',
      { format: 'json', json: { path: '$[*]' } },
    ],
    ['Parquet', 'PAR1....PAR1', { format: 'parquet' }],
    ['Avro', 'Obj\u0001....', { format: 'avro' }],
    ['ORC', 'ORC....', { format: 'orc' }],
  ])('of %s', async (_, content, expected) =>
    expect(
      await detectSource(bucketOf(Buffer.from(content)), 's3://shop/a'),
    ).toEqual(expected),
  );
});
