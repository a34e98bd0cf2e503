import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a server that is started may take to answer; npx may have to fetch it. */
const START_MS = 180_000;

/**
 * The command that starts local-glue: the package of npm in the version that
 * `package.json` names, or the file of it that LOCAL_GLUE_BIN names.
 */
export function localGlueCommand(): string[] {
  const file = process.env.LOCAL_GLUE_BIN;
  if (file) {
    return [process.execPath, file];
  }
  const { config } = JSON.parse(readFileSync('package.json', 'utf8'));
  return ['npx', '--yes', `@glue-pipelines/local-glue@${config.localGlue}`];
}

/** The local AWS endpoint, and the program that speaks to it. */
export class LocalGlue {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly command: string[],
    private readonly endpoint: string,
  ) {}

  /** Uses the server that runs at the endpoint, or starts one with data in `.local-glue`. */
  static async open(
    command = localGlueCommand(),
    endpoint = process.env.LOCAL_GLUE_ENDPOINT ?? 'http://127.0.0.1:4566',
  ): Promise<LocalGlue> {
    const found = new LocalGlue(command, endpoint);
    if (!(await found.answers())) {
      await found.start();
    }
    return found;
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.endpoint}/_local-glue/health`)).ok;
    } catch {
      return false;
    }
  }

  private async start(): Promise<void> {
    const { hostname, port } = new URL(this.endpoint);
    if (!['127.0.0.1', 'localhost'].includes(hostname)) {
      throw new Error(
        `No local-glue answers at ${this.endpoint}, and one can be started on this machine only: correct LOCAL_GLUE_ENDPOINT`,
      );
    }
    console.log(`Starting local-glue at ${this.endpoint}`);
    const [program, ...args] = this.command as [string, ...string[]];
    const server = spawn(program, [...args, 'serve', '--port', port || '80'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.server = server;
    const said: string[] = [];
    server.stderr.on('data', chunk => said.push(String(chunk)));
    let problem: string | undefined;
    server.once('error', error => (problem = error.message));
    server.once('exit', code => (problem ??= `it ended with ${code}`));
    for (const last = Date.now() + START_MS; Date.now() < last;) {
      if (problem !== undefined) {
        break;
      }
      if (await this.answers()) {
        return;
      }
      await pause(200);
    }
    server.kill();
    throw new Error(
      `local-glue did not start (${problem ?? `no answer within ${START_MS / 1000} s`}): ${[...this.command, 'serve'].join(' ')}\n${said.join('')}`,
    );
  }

  /**
   * Runs a command of it, which shows its progress.
   *
   * @throws Error where it fails
   */
  async run(...args: string[]): Promise<void> {
    const [program, ...first] = this.command as [string, ...string[]];
    const child = spawn(program, [...first, ...args], {
      stdio: 'inherit',
      env: { ...process.env, LOCAL_GLUE_ENDPOINT: this.endpoint },
    });
    const [code] = await once(child, 'close');
    if (code !== 0) {
      throw new Error(`local-glue ${args[0]} failed: see above`);
    }
  }

  /** Puts an object into a bucket, which it makes where there is none. */
  async put(bucket: string, key: string, body: string): Promise<void> {
    for (const [path, content] of [
      [bucket, undefined],
      [`${bucket}/${key}`, body],
    ] as const) {
      const answer = await fetch(`${this.endpoint}/${path}`, {
        method: 'PUT',
        ...(content !== undefined && { body: content }),
      });
      // A bucket of one's own may be made again.
      if (!answer.ok && content !== undefined) {
        throw new Error(
          `${bucket}/${key}: ${answer.status} ${await answer.text()}`,
        );
      }
    }
  }

  /** Ends the server where `open` started it; its data stay. */
  async close(): Promise<void> {
    const { server } = this;
    if (server && server.exitCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
  }
}
