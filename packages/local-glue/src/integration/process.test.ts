import {
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateJobCommand,
  GetJobRunCommand,
  GlueClient,
  StartJobRunCommand,
} from '@aws-sdk/client-glue';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { onLinux } from '../base/__testUtils__/onLinux';
import { environmentTimeout } from '../jobs/__testUtils__/pythonEnvironment';
import { ServerProcess } from './__testUtils__/ServerProcess';
import { clientOptions } from './__testUtils__/startTestServer';

jest.setTimeout(environmentTimeout);

/** What a developer's shell has, and neither a job, a log nor the data folder may have. */
const secrets = {
  AWS_ACCESS_KEY_ID: 'AKIAHUSHHUSHHUSHHUSH',
  AWS_SECRET_ACCESS_KEY: 'hush-secret-access-key',
  AWS_SESSION_TOKEN: 'hush-session-token',
  AWS_PROFILE: 'hush-profile',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/hush/token',
  AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/hush',
  GITHUB_TOKEN: 'hush-github',
  DATABASE_URL: 'postgres://user:hush-password@host/db',
  HTTPS_PROXY: 'http://user:hush-proxy@127.0.0.1:1',
  PYTHONSTARTUP: '/hush/startup.py',
  SPARK_CONF_DIR: '/hush/spark',
};

const script = `
import json, os, urllib.request
import boto3
boto3.client('s3').put_object(Bucket='data', Key='environment', Body=json.dumps(dict(os.environ)))
print('I am', boto3.Session().get_credentials().access_key)
`;

const megabyte = 1024 ** 2;

describe('the server as a process', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-process-'));
  let server: ServerProcess;
  let url: string;
  let s3: S3Client;

  beforeAll(async () => {
    [server, url] = await ServerProcess.start(dataDir, { env: secrets });
    s3 = new S3Client({ ...clientOptions(url), forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: 'data' }));
  });
  afterAll(async () => {
    await server.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('gives a job none of the credentials that it has itself', async () => {
    const glue = new GlueClient(clientOptions(url));
    await s3.send(
      new PutObjectCommand({ Bucket: 'data', Key: 'job.py', Body: script }),
    );
    await glue.send(
      new CreateJobCommand({
        Name: 'look',
        Role: 'glue',
        Command: { Name: 'pythonshell', ScriptLocation: 's3://data/job.py' },
        MaxCapacity: 0.0625,
      }),
    );
    const { JobRunId } = await glue.send(
      new StartJobRunCommand({ JobName: 'look' }),
    );
    let state: string | undefined;
    while (!state || ['STARTING', 'WAITING', 'RUNNING'].includes(state)) {
      await sleep(100);
      const { JobRun } = await glue.send(
        new GetJobRunCommand({ JobName: 'look', RunId: JobRunId }),
      );
      state = JobRun?.JobRunState;
    }
    expect(state).toBe('SUCCEEDED');
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: 'data', Key: 'environment' }),
    );
    const environment = JSON.parse(await Body!.transformToString());
    for (const [name, value] of Object.entries(secrets)) {
      expect(environment[name]).not.toBe(value);
    }
    expect(JSON.stringify(environment)).not.toMatch(/hush/i);
    expect(environment.AWS_ENDPOINT_URL).toBe(url);
  });

  it('logs no secret, and writes none but into its own state', async () => {
    const client = new SecretsManagerClient(clientOptions(url));
    await client.send(
      new CreateSecretCommand({ Name: 's', SecretString: 'hush-stored' }),
    );
    // Requests that fail in one way and another, with secrets in them.
    for (const [path, options] of [
      ['/data/x?X-Amz-Security-Token=hush-token&X-Amz-Signature=hush', {}],
      [
        '/',
        {
          method: 'POST',
          headers: { 'x-amz-target': 'secretsmanager.CreateSecret' },
          body: '{"SecretString": "hush-broken',
        },
      ],
      [
        '/',
        {
          method: 'POST',
          headers: { 'x-amz-target': 'secretsmanager.PutSecretValue' },
          body: '{"SecretId": "none", "SecretString": "hush-none"}',
        },
      ],
      [
        '/',
        {
          method: 'POST',
          headers: {
            authorization:
              'AWS4-HMAC-SHA256 Credential=AKIAHUSH/20260101/us-east-1/iam/aws4_request, Signature=hush',
          },
        },
      ],
    ] as const) {
      expect((await fetch(url + path, options)).ok).toBe(false);
    }
    expect(server.log.join('\n')).not.toMatch(/hush/i);
    const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .map(name => join(dataDir, name))
      .filter(path => statSync(path).isFile() && !path.includes('state.db'));
    for (const file of files) {
      expect([file, /hush/i.test(readFileSync(file, 'latin1'))]).toEqual([
        file,
        false,
      ]);
    }
  });

  it('takes and gives a large object and a long list', async () => {
    const size = 100 * megabyte;
    const chunk = Buffer.alloc(megabyte, 'x');
    await new Promise<void>((resolve, reject) => {
      const upload = request(
        `${url}/data/large`,
        { method: 'PUT', headers: { 'content-length': size } },
        response => {
          response.resume();
          response.on('end', () =>
            response.statusCode === 200
              ? resolve()
              : reject(new Error(`status ${response.statusCode}`)),
          );
        },
      );
      upload.on('error', reject);
      let left = size;
      const write = () => {
        while (left > 0) {
          left -= chunk.length;
          if (!upload.write(chunk)) {
            upload.once('drain', write);
            return;
          }
        }
        upload.end();
      };
      write();
    });
    const download = await fetch(`${url}/data/large`);
    let received = 0;
    for await (const part of download.body!) {
      received += (part as Uint8Array).length;
    }
    expect(received).toBe(size);

    const count = 10_000;
    const folder = join(dataDir, 's3', 'data', 'many');
    mkdirSync(folder);
    for (let index = 0; index < count; index++) {
      writeFileSync(join(folder, `object-${index}`), '');
    }
    const keys = new Set<string>();
    let token = '';
    do {
      const response = await fetch(
        `${url}/data?list-type=2&prefix=many/${token && `&continuation-token=${token}`}`,
      );
      const text = await response.text();
      for (const [, key] of text.matchAll(/<Key>(.*?)<\/Key>/g)) keys.add(key);
      token = /<NextContinuationToken>(.*?)</.exec(text)?.[1] ?? '';
    } while (token);
    expect(keys.size).toBe(count);
  });

  onLinux('has stayed below 500 MB with both of them', () => {
    const [, highest] = /VmHWM:\s+(\d+) kB/.exec(
      readFileSync(`/proc/${server.pid}/status`, 'utf8'),
    )!;
    expect(Number(highest) / 1024).toBeLessThan(500);
  });

  onLinux('takes no processor time when there is nothing to do', async () => {
    // What it prepares while it is idle, it has made before or makes now.
    const seconds = 5;
    const processorTicks = () => {
      const stat = readFileSync(`/proc/${server.pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // utime and stime of proc(5), in hundredths of a second.
      return Number(fields[11]) + Number(fields[12]);
    };
    let least = Infinity;
    for (let attempt = 0; attempt < 3 && least > seconds; attempt++) {
      const before = processorTicks();
      await sleep(seconds * 1000);
      least = Math.min(least, processorTicks() - before);
    }
    // 1 % of one core.
    expect(least).toBeLessThanOrEqual(seconds);
  });
});
