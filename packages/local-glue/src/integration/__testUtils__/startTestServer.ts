import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, RunningServer } from '../..';
import { environmentForTests } from '../../jobs/__testUtils__/pythonEnvironment';

export interface TestServer extends RunningServer {
  /** What AWS SDK clients are made with. */
  clientOptions: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  /** What the server logged as errors. */
  errors: string[];
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/** A server of its own on a free port and an empty data folder. */
export async function startTestServer(): Promise<TestServer> {
  process.env.LOCAL_GLUE_PYTHON_ENV = environmentForTests;
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-'));
  const errors: string[] = [];
  const server = await createServer({
    dataDir,
    port: 0,
    log: { info() {}, warn() {}, error: line => void errors.push(line) },
  });
  return {
    ...server,
    clientOptions: clientOptions(server.url),
    errors,
    async stop() {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Any credentials do. */
export function clientOptions(endpoint: string): TestServer['clientOptions'] {
  return {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  };
}
