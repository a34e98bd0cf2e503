import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BucketStore } from '../../../buckets/BucketStore';
import { s3Service } from '../index';

export const mebibyte = 1024 ** 2;

/** In hexadecimal. */
export function md5(bytes: Uint8Array | string): string {
  return createHash('md5').update(bytes).digest('hex');
}

/** S3 over HTTP on a free port, with a real folder and the bucket `data`. */
export class TestS3 {
  /** Whatever the server logged, which is only internal errors. */
  readonly logged: string[];

  private constructor(
    readonly dataDir: string,
    readonly store: BucketStore,
    readonly client: S3Client,
    readonly port: number,
    private readonly server: Server,
    logged: string[],
  ) {
    this.logged = logged;
  }

  static async start(): Promise<TestS3> {
    const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-s3-'));
    const store = new BucketStore(dataDir);
    store.create('data');
    const logged: string[] = [];
    const log = (message: string) => void logged.push(message);
    const service = s3Service({
      buckets: store,
      region: 'us-east-1',
      accountId: '000000000000',
      endpoint: 'http://127.0.0.1:4566',
      log: { info: log, warn: log, error: log },
      events: { send: () => '' },
    });
    const server = createServer((request, response) => {
      void service.handle(request, response);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const client = new S3Client({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
      maxAttempts: 1,
    });
    return new TestS3(dataDir, store, client, port, server, logged);
  }

  /** Bodies that no request of the past may have left. */
  get temporaryFiles(): string[] {
    const names = readdirSync(this.store.temporaryFolder);
    return names.filter(name => name !== 'uploads');
  }

  /** Empties the bucket `data`. */
  async reset(): Promise<void> {
    await this.store.remove('data', { force: true });
    this.store.create('data');
  }

  put(Key: string, Body: string | Uint8Array = 'content') {
    return this.client.send(
      new PutObjectCommand({ Bucket: 'data', Key, Body }),
    );
  }

  async get(Key: string, Range?: string): Promise<Buffer> {
    const answer = await this.client.send(
      new GetObjectCommand({ Bucket: 'data', Key, Range }),
    );
    return Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
  }

  /** A request as it stands, without an SDK that would tidy it up. */
  raw(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body = '',
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: this.port, method, path, headers },
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
  }

  async close(): Promise<void> {
    this.client.destroy();
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
    rmSync(this.dataDir, { recursive: true });
  }
}
