import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import type { SourcePreview } from '@glue-pipelines/backstage-plugin-common';
import fs from 'fs-extra';
import { open } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { packageFolder } from '../repository/linkDependencies';
import { startFormPortal } from '../__testUtils__/startFormPortal';
import {
  startLocalGlue,
  type LocalGlue,
} from '../__testUtils__/startLocalGlue';

// The endpoint is a process of its own.
jest.setTimeout(180_000);

const GIBIBYTE = 1024 ** 3;
const MANY = 100_000;

/** By how many times others slow this machine down: how many processes wait for each core. */
const shareOfMachine = () => Math.max(1, loadavg()[0] / cpus().length);

describe('browsing and previewing sources', () => {
  const directory = createMockDirectory();
  let local: LocalGlue;
  let portal: Awaited<ReturnType<typeof startFormPortal>>;
  let refusing: Awaited<ReturnType<typeof startFormPortal>>;

  const ask = (question: string, form: object, backend = portal) =>
    request(backend.server)
      .post(`/api/scaffolder/glue-pipelines/v1/form/${question}`)
      .set('authorization', mockCredentials.user.header())
      .send({ form });
  const preview = async (source: object): Promise<SourcePreview> =>
    (await ask('preview', { source }).expect(200)).body;

  beforeAll(async () => {
    const data = directory.resolve('data');
    local = await startLocalGlue(data);
    await local.put({
      'shop/orders.csv': 'Order ID,Price\n1,2.50\n2,\n',
      'shop/spaces.csv': 'a;b\n1;x\n',
      'shop/lines/a.json':
        '{"id":12345678901234567890,"tags":["x"]}\n{"id":2}\n',
      'shop/daily/day=2026-01-31/a.csv': 'id\n1\n',
      'shop/empty/a.csv': '',
      'shop/flights.parquet': await fs.readFile(
        join(packageFolder('vega-datasets')!, 'data/flights-3m.parquet'),
      ),
      'private/a.csv': 'id,secret\n1,x\n',
      // What is put into their folders below needs a bucket to be in.
      'large/first.csv': 'a\n1\n',
    });
    portal = await startFormPortal({
      endpoint: local.url,
      buckets: ['shop', 'large'],
    });
    refusing = await startFormPortal({
      endpoint: local.url,
      denied: ['glue-pipelines.source.read'],
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await refusing?.stop();
    await local?.close();
  });

  it('lists the buckets that are named', async () => {
    const { body } = await ask('browse', {}).expect(200);
    expect(body).toEqual({ folders: ['s3://shop/', 's3://large/'], files: [] });
  });

  it('lists the folders and the files of a folder', async () => {
    const { body } = await ask('browse', { uri: 's3://shop/' }).expect(200);
    expect(body.folders).toEqual([
      's3://shop/daily/',
      's3://shop/empty/',
      's3://shop/lines/',
    ]);
    expect(body.files).toContainEqual({
      uri: 's3://shop/orders.csv',
      bytes: 25,
    });
    expect(body.more).toBe(false);
  });

  it('browses no bucket that is not named', async () => {
    const { body } = await ask('browse', { uri: 's3://private/' }).expect(403);
    expect(body.error.message).toContain('gluePipelines.sources.buckets');
  });

  it.each(['browse', 'preview'])(
    'lets nobody %s who may not',
    async question => {
      const { body } = await ask(
        question,
        { source: { uri: 's3://shop/orders.csv' } },
        refusing,
      ).expect(403);
      expect(body.error.message).toContain('glue-pipelines.source.read');
    },
  );

  it.each<[string, object, Partial<SourcePreview>]>([
    [
      'CSV',
      { uri: ' s3://shop/orders.csv ' },
      {
        detected: { format: 'csv', csv: { delimiter: ',', header: true } },
        columns: [
          { name: 'order id', type: 'bigint' },
          { name: 'price', type: 'decimal(18,2)' },
        ],
        rows: [
          ['1', '2.50'],
          ['2', null],
        ],
        problems: [],
      },
    ],
    [
      'a folder of JSON lines, with every digit',
      { uri: 's3://shop/lines/' },
      {
        detected: { format: 'json' },
        rows: [
          ['12345678901234567890', '["x"]'],
          ['2', null],
        ],
      },
    ],
    [
      'folders that are columns',
      { uri: 's3://shop/daily/' },
      {
        columns: [
          { name: 'id', type: 'bigint' },
          { name: 'day', type: 'date' },
        ],
        rows: [['1', '2026-01-31']],
      },
    ],
    [
      'a source as it is filled in',
      { uri: 's3://shop/spaces.csv', format: 'csv', csv: { delimiter: ';' } },
      { columns: [expect.anything(), expect.anything()], rows: [['1', 'x']] },
    ],
    [
      'a delimiter that is another one',
      { uri: 's3://shop/spaces.csv', format: 'csv', csv: { delimiter: ',' } },
      {
        problems: [
          {
            field: 'csv.delimiter',
            message: expect.stringContaining('choose the semicolon'),
          },
        ],
      },
    ],
    [
      'a folder without its slash',
      { uri: 's3://shop/lines' },
      {
        problems: [
          {
            field: 'uri',
            message: expect.stringContaining('end the URI with'),
          },
        ],
      },
    ],
    [
      'empty files',
      { uri: 's3://shop/empty/' },
      {
        problems: [
          { field: 'uri', message: expect.stringContaining('are empty') },
        ],
      },
    ],
    [
      'what is no URI',
      { uri: 'shop/orders.csv' },
      {
        problems: [
          { field: 'uri', message: expect.stringContaining('not an S3 URI') },
        ],
      },
    ],
  ])('shows %s', async (_, source, expected) =>
    expect(await preview(source)).toMatchObject(expected),
  );

  it('shows the first rows of Parquet', async () => {
    const { detected, columns, rows } = await preview({
      uri: 's3://shop/flights.parquet',
    });
    expect(detected).toEqual({ format: 'parquet' });
    expect(rows).toHaveLength(10);
    expect(rows![0]).toHaveLength(columns!.length);
    expect(rows![0].every(value => value !== null)).toBe(true);
  });

  it('shows columns and no rows of a bucket that is not named', async () => {
    const { columns, rows } = await preview({ uri: 's3://private/a.csv' });
    expect(columns).toHaveLength(2);
    expect(rows).toBeUndefined();
  });

  it('answers in two seconds of a file of 1 TB and of a folder of 100,000 files', async () => {
    const bucket = directory.resolve('data/s3/large');
    const huge = await open(join(bucket, 'huge.csv'), 'w');
    await huge.write(
      `id,name,text\n${`1,Ada,${'x'.repeat(90)}\n`.repeat(4_000)}`,
    );
    // Nothing but its beginning takes room on the disk.
    await huge.truncate(1024 * GIBIBYTE);
    await huge.close();
    await fs.ensureDir(join(bucket, 'many'));
    await Promise.all(
      Array.from({ length: 50 }, async (_, part) => {
        for (let i = part; i < MANY; i += 50) {
          await fs.writeFile(join(bucket, `many/${i}.csv`), 'id\n1\n');
        }
      }),
    );
    for (const uri of ['s3://large/huge.csv', 's3://large/many/']) {
      const seconds: number[] = [];
      // What was seen before is not asked again.
      for (const unseen of [{}, { copy: true }, { onInvalid: 'setAside' }]) {
        const from = performance.now();
        const { rows, problems } = await preview({ uri, ...unseen });
        seconds.push((performance.now() - from) / 1000);
        expect(problems).toEqual([]);
        expect(rows!.length).toBeGreaterThan(0);
      }
      process.stdout.write(
        `${uri}: ${seconds.map(each => each.toFixed(2)).join(', ')} s\n`,
      );
      expect(Math.min(...seconds)).toBeLessThan(2 * shareOfMachine());
    }
    const { body } = await ask('browse', { uri: 's3://large/many/' });
    expect(body.files).toHaveLength(200);
    expect(body.more).toBe(true);
  });
});
