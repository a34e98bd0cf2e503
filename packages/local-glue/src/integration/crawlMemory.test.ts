import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  GetCrawlerCommand,
  GetTablesCommand,
  GlueClient,
  StartCrawlerCommand,
} from '@aws-sdk/client-glue';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { ServerProcess } from './__testUtils__/ServerProcess';
import { clientOptions } from './__testUtils__/startTestServer';

jest.setTimeout(180_000);

/** So much of the server's process may be in memory at any time, in MB. */
const limit = 500;

/** Files that would fill a crawler's memory if it kept what it reads. */
describe('the memory of a server that crawls', () => {
  let dataDir: string;
  let server: ServerProcess;
  let glue: GlueClient;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-glue-memory-'));
    const [started, url] = await ServerProcess.start(dataDir);
    server = started;
    const s3 = new S3Client({ ...clientOptions(url), forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: 'data' }));
    glue = new GlueClient(clientOptions(url));
    await glue.send(
      new CreateDatabaseCommand({ DatabaseInput: { Name: 'db' } }),
    );
  });

  afterAll(async () => {
    await server.kill('SIGTERM');
    rmSync(dataDir, { recursive: true });
  });

  const write = async (key: string, chunks: Iterable<string>) => {
    const path = join(dataDir, 's3', 'data', key);
    mkdirSync(join(path, '..'), { recursive: true });
    const file = createWriteStream(path);
    for (const chunk of chunks) {
      if (!file.write(chunk)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
  };

  const crawl = async (Name: string) => {
    await glue.send(
      new CreateCrawlerCommand({
        Name,
        Role: 'crawler',
        DatabaseName: 'db',
        Targets: { S3Targets: [{ Path: `s3://data/${Name}/` }] },
      }),
    );
    await glue.send(new StartCrawlerCommand({ Name }));
    for (;;) {
      const { Crawler } = await glue.send(new GetCrawlerCommand({ Name }));
      if (Crawler?.State === 'READY') return Crawler.LastCrawl;
      await sleep(50);
    }
  };

  const peak = () =>
    Number(
      /VmHWM:\s+(\d+) kB/.exec(
        readFileSync(`/proc/${server.pid}/status`, 'utf8'),
      )?.[1],
    ) / 1024;

  function* wideCsv() {
    const columns = Array.from({ length: 10_000 }, (_, index) => index);
    yield `${columns.map(index => `c${index}`)}\n`;
    for (let row = 0; row < 1000; row++) yield `${columns}\n`;
  }

  function* repeated(first: string, chunk: string, count: number) {
    yield first;
    for (let index = 0; index < count; index++) yield chunk;
  }

  const long = 'x'.repeat(1024 * 1024);

  it.each<[string, Iterable<string>, object]>([
    ['wide', wideCsv(), { Status: 'SUCCEEDED' }],
    ['quote', repeated('a,b\n1,"', long, 100), { Status: 'SUCCEEDED' }],
    [
      'line',
      repeated('{"a": "', long, 100),
      {
        Status: 'FAILED',
        ErrorMessage: expect.stringContaining('more than 16777216 bytes'),
      },
    ],
    [
      'fields',
      repeated('a,b', ','.repeat(1024 * 1024), 100),
      {
        Status: 'FAILED',
        ErrorMessage: expect.stringContaining('more than 50000 fields'),
      },
    ],
  ])('stays below the limit with %s', async (name, chunks, expected) => {
    await write(`${name}/data`, chunks);
    expect(await crawl(name)).toMatchObject(expected);
    expect(peak()).toBeGreaterThan(0);
    expect(peak()).toBeLessThan(limit);
  });

  it('has the columns of the wide table', async () => {
    const { TableList } = await glue.send(
      new GetTablesCommand({ DatabaseName: 'db', Expression: 'wide' }),
    );
    expect(TableList?.[0].StorageDescriptor?.Columns).toHaveLength(10_000);
  });
});
