import { S3Client } from '@aws-sdk/client-s3';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { parsePipelineDraft } from '@glue-pipelines/pipeline';
import fs from 'fs-extra';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageFolder } from '../repository/linkDependencies';
import { startHttp } from '../__testUtils__/startHttp';
import {
  startLocalGlue,
  type LocalGlue,
} from '../__testUtils__/startLocalGlue';
import { inspectSource } from './inspectSource';
import { inspectSources } from './inspectSources';

jest.setTimeout(120_000);

const client = (endpoint: string) =>
  new S3Client({
    region: 'us-east-1',
    endpoint,
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

const wide = (columns: number) =>
  Array.from({ length: columns }, (_, index) => `column_${index}`);

describe('inspectSource', () => {
  const directory = createMockDirectory();
  let server: LocalGlue;
  let s3: S3Client;

  beforeAll(async () => {
    server = await startLocalGlue(directory.resolve('data'));
    s3 = client(server.url);
    await server.put({
      'shop/orders.csv': 'Order ID,Amount\n1,2\n',
      'shop/semicolon.csv': 'a;b\n1;2\n',
      'shop/header-only.csv': 'a,b\n',
      'shop/empty.csv': '',
      'shop/orders.csv.gz': gzipSync('a,b\n1,2\n'),
      'shop/hidden-gzip.csv': gzipSync('a,b\n1,2\n'),
      'shop/wide.csv': `${wide(30_000).join(',')}\n${wide(30_000).fill('1').join(',')}\n`,
      'shop/no-header.csv': '1,x\n2,y\n',
      'shop/values.csv': '1,2024-01-01\n2,2024-01-02\n',
      'shop/ragged.csv': 'a,b\n1,2\n3\n',
      'shop/latin.csv': Buffer.from('a,b\n1,K\u00f6ln\n', 'latin1'),
      'shop/differ/a.csv': 'a,b\n1,2\n',
      'shop/differ/b.csv': 'a\n1\n',
      'shop/both/b=1/a.csv': 'a,b\n1,2\n',
      'shop/archive.csv.bz2': 'BZh91AY&SY',
      'shop/lines.json': '{"Id":1}\n{"Id":2,"Total Amount":3}\n',
      'shop/array.json': '[{"id":1}]\n',
      'shop/daily/_SUCCESS': '',
      'shop/daily/year=2026/part-0.csv': 'a,b\n',
      'shop/daily/year=2026/part-1.csv': 'a,b\n1,2\n',
      'shop/all-empty/a.csv': '',
      'shop/orders.avro': await fs.readFile(
        join(__dirname, '__fixtures__/avro/snappy.avro'),
      ),
      'shop/orders.orc': await fs.readFile(
        join(__dirname, '__fixtures__/orc/snappy.orc'),
      ),
      'shop/flights.parquet': await fs.readFile(
        join(packageFolder('vega-datasets')!, 'data/flights-3m.parquet'),
      ),
    });
  });

  afterAll(async () => {
    s3?.destroy();
    await server?.close();
  });

  const source = (
    key: string,
    format: 'avro' | 'csv' | 'json' | 'orc' | 'parquet' = 'csv',
    csv: { header?: boolean; delimiter?: ',' | ';' } = {},
  ) => {
    const [parsed] = parsePipelineDraft({
      apiVersion: 'glue-pipelines.io/v2',
      name: 'orders',
      description: 'Orders',
      owner: 'sales',
      sources: [
        {
          name: 'source',
          uri: `s3://shop/${key}`,
          format,
          ...(format === 'csv' ? { csv } : {}),
        },
      ],
      warehouse: { table: 'orders' },
    }).sources;
    return { ...parsed, uri: `s3://shop/${key}` };
  };

  const bigint = (name: string) => ({ name, type: 'bigint' });

  it.each<[string, ReturnType<typeof source>, object[]]>([
    ['CSV', source('orders.csv'), [bigint('order id'), bigint('amount')]],
    [
      'CSV with semicolons',
      source('semicolon.csv', 'csv', { delimiter: ';' }),
      [bigint('a'), bigint('b')],
    ],
    [
      'CSV without a header',
      source('no-header.csv', 'csv', { header: false }),
      [bigint('col0'), { name: 'col1', type: 'string' }],
    ],
    ['compressed CSV', source('orders.csv.gz'), [bigint('a'), bigint('b')]],
    [
      'CSV whose header is longer than the first sample',
      source('wide.csv'),
      wide(30_000).map(bigint),
    ],
    [
      'JSON lines',
      source('lines.json', 'json'),
      [
        { ...bigint('id'), key: 'Id' },
        { ...bigint('total amount'), key: 'Total Amount' },
      ],
    ],
    [
      'Parquet',
      source('flights.parquet', 'parquet'),
      [
        { name: 'date', type: 'timestamp' },
        bigint('delay'),
        bigint('distance'),
        { name: 'origin', type: 'string' },
        { name: 'destination', type: 'string' },
      ],
    ],
    [
      'a folder with partitions, past a file without rows',
      source('daily/'),
      [bigint('a'), bigint('b'), bigint('year')],
    ],
  ])('reads the columns of %s', async (_, input, columns) => {
    expect((await inspectSource(s3, input)).columns).toEqual(columns);
  });

  it.each<[string, ReturnType<typeof source>, string, string]>([
    [
      'an absent key',
      source('no.csv'),
      'uri',
      'there is no object s3://shop/no.csv: correct the key',
    ],
    [
      'a folder without its slash',
      source('daily'),
      'uri',
      'end the URI with "/"',
    ],
    [
      'an absent prefix',
      source('none/'),
      'uri',
      'there is no object below s3://shop/none/',
    ],
    [
      'an absent bucket',
      { ...source('x'), uri: 's3://no-such-bucket/x.csv' },
      'uri',
      'there is no bucket "no-such-bucket"',
    ],
    [
      'an empty object',
      source('empty.csv'),
      'uri',
      's3://shop/empty.csv is empty',
    ],
    [
      'a folder of empty objects',
      source('all-empty/'),
      'uri',
      'all 1 object(s) below s3://shop/all-empty/ are empty',
    ],
    [
      'a header without rows',
      source('header-only.csv'),
      'uri',
      'has a header but no rows',
    ],
    [
      'another delimiter',
      source('semicolon.csv'),
      'csv.delimiter',
      'choose the semicolon',
    ],
    [
      'JSON named CSV',
      source('lines.json'),
      'format',
      'is csv, but the content is JSON',
    ],
    [
      'CSV named JSON',
      source('orders.csv', 'json'),
      'format',
      'is json, but the content is text that is not JSON',
    ],
    [
      'a JSON array',
      source('array.json', 'json'),
      'format',
      'is an array: write one object a line',
    ],
    [
      'CSV named Parquet',
      source('orders.csv', 'parquet'),
      'format',
      'is parquet, but the content is text',
    ],
    [
      'CSV named ORC',
      source('orders.csv', 'orc'),
      'format',
      'is orc, but the content is text',
    ],
    [
      'Avro named CSV',
      source('orders.avro'),
      'format',
      'is csv, but the content is Avro',
    ],
    [
      'ORC named CSV',
      source('orders.orc'),
      'format',
      'is csv, but the content is ORC',
    ],
    [
      'Parquet named CSV',
      source('flights.parquet'),
      'format',
      'is csv, but the content is Parquet',
    ],
    [
      'bzip2',
      source('archive.csv.bz2'),
      'uri',
      'is compressed as bz2, which Spark does not read everywhere',
    ],
    [
      'a first line that holds values',
      source('values.csv'),
      'csv.header',
      'set it to false',
    ],
    [
      'a record of fewer values',
      source('ragged.csv'),
      'format',
      'line 3 of the file has 1 value(s) where the first has 2',
    ],
    [
      'another encoding',
      source('latin.csv'),
      'csv.encoding',
      'for example ISO-8859-1',
    ],
    [
      'files that differ',
      source('differ/'),
      'uri',
      's3://shop/differ/b.csv has no column b, and s3://shop/differ/a.csv has',
    ],
    [
      'a folder named like a column',
      source('both/'),
      'uri',
      'has "b" as a column of its files and as the name of folders',
    ],
    [
      'gzip without its ending',
      source('hidden-gzip.csv'),
      'uri',
      'does not end in ".gz"',
    ],
  ])('rejects %s', async (_, input, field, message) => {
    const { inspections, problems } = await inspectSources(
      { s3, glue: undefined as never },
      [input],
      [],
    );
    expect(inspections.size).toBe(0);
    expect(problems).toEqual([
      {
        field: `sources[0].${field}`,
        message: expect.stringContaining(message),
      },
    ]);
  });

  it('says what the owner of a bucket must allow', async () => {
    const denying = await startHttp((_, response) => {
      response.statusCode = 403;
      response.end('<Error><Code>AccessDenied</Code></Error>');
    });
    const denied = client(denying.url);
    await expect(inspectSource(denied, source('orders/'))).rejects.toThrow(
      'let the owner of the bucket "shop" allow s3:ListBucket and s3:GetObject',
    );
    await expect(inspectSource(denied, source('orders.csv'))).rejects.toThrow(
      'the portal may not read s3://shop/orders.csv',
    );
    denied.destroy();
    await denying.close();
    await expect(
      inspectSource(client(denying.url), source('orders/')),
    ).rejects.toThrow('S3 cannot be reached');
  });
});
