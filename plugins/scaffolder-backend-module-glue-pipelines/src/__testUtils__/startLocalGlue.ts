import {
  CreateBucketCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageFolder } from '../repository/linkDependencies';

export interface LocalGlue {
  url: string;
  /** Puts objects by their `bucket/key`. */
  put(objects: Record<string, string | Uint8Array>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the local AWS endpoint as a process of its own, as people do, without
 * the Python that only its jobs need.
 */
export async function startLocalGlue(dataDir: string): Promise<LocalGlue> {
  const server = spawn(
    process.execPath,
    [
      join(packageFolder('@glue-pipelines/local-glue')!, 'bin/local-glue.js'),
      'serve',
      ...['--port', '0', '--data', dataDir, '--python', '/no/python'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        output.push(line);
        const found = /listens on .*?(http:\/\/127\.0\.0\.1:\d+)/.exec(line);
        if (found) {
          resolve(found[1]);
        }
      });
    }
    server.once('exit', code =>
      reject(new Error(`local-glue ended with ${code}:\n${output.join('\n')}`)),
    );
  });
  const s3 = new S3Client({
    region: 'us-east-1',
    endpoint: url,
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const buckets = new Set<string>();
  return {
    url,
    async put(objects) {
      for (const [path, Body] of Object.entries(objects)) {
        const slash = path.indexOf('/');
        const Bucket = path.slice(0, slash);
        if (!buckets.has(Bucket)) {
          await s3.send(new CreateBucketCommand({ Bucket }));
          buckets.add(Bucket);
        }
        await s3.send(
          new PutObjectCommand({
            Bucket,
            Key: path.slice(slash + 1),
            Body,
            ContentLength: Buffer.byteLength(Body),
          }),
        );
      }
    },
    async close() {
      s3.destroy();
      if (server.exitCode === null) {
        server.kill('SIGINT');
        await once(server, 'exit');
      }
    },
  };
}
