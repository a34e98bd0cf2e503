import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { TestTerminal } from './TestTerminal';
import { lockDataFolder } from '../server/DataFolderLock';
import { runCli } from '.';

const run = async (args: string[], terminal = new TestTerminal()) => {
  const exitCode = await runCli(['node', 'local-glue', ...args], terminal);
  const text = (lines: string[]) => stripVTControlCharacters(lines.join('\n'));
  return { exitCode, out: text(terminal.out), notes: text(terminal.notes) };
};

/** An address that a server has just left. */
async function closedEndpoint(): Promise<string> {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return `http://127.0.0.1:${port}`;
}

const commands = [
  'serve',
  'deploy',
  'start',
  'runs',
  'logs',
  'query',
  'status',
  'reset',
];

describe('usage', () => {
  it('lists every command', async () => {
    const { exitCode, out } = await run(['--help']);
    expect(exitCode).toBe(0);
    commands.forEach(command =>
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm')),
    );
  });

  it.each(commands)('%s has help with examples', async command => {
    const { exitCode, out } = await run([command, '--help']);
    expect(exitCode).toBe(0);
    expect(out).toContain(`$ local-glue ${command}`);
  });

  it.each([
    [['unheard-of'], "unknown command 'unheard-of'"],
    [['start'], "missing required argument 'workflow'"],
    [['start', 'w', '-p', 'novalue'], 'Write it as key=value.'],
    [['start', 'w', '-p', '=v'], 'Write it as key=value.'],
    [['serve', '--port', '70000'], 'A port is a number from 0 to 65535.'],
    [['runs', 'w', '--unheard-of'], "unknown option '--unheard-of'"],
  ])('%j is wrong usage: exit code 2', async (args, message) => {
    const { exitCode, notes } = await run(args);
    expect(exitCode).toBe(2);
    expect(notes).toContain(message);
  });
});

it.each([
  [['status']],
  [['start', 'w']],
  [['runs', 'w']],
  [['logs', 'jr_1']],
  [['query', 'select 1']],
  [['deploy', 'cdk.out']],
])('%j without a server says how to start one', async args => {
  const endpoint = await closedEndpoint();
  const { exitCode, notes } = await run([...args, '--endpoint', endpoint]);
  expect(exitCode).toBe(1);
  expect(notes).toContain(`No local-glue server answers at ${endpoint}`);
  expect(notes).toContain('local-glue serve');
});

describe('reset', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'reset-'));
    for (const folder of ['s3', 's3-meta', 'warehouse', 'python', 'portal']) {
      mkdirSync(join(data, folder));
    }
    writeFileSync(join(data, 'state.db'), '');
    writeFileSync(join(data, 'state.db-wal'), '');
  });
  afterEach(() => rmSync(data, { recursive: true }));

  it('deletes what is the server’s and keeps the Python environment', async () => {
    const { exitCode } = await run(['reset', '--yes', '--data', data]);
    expect(exitCode).toBe(0);
    expect(readdirSync(data).sort()).toEqual(['portal', 'python']);
  });

  it.each([true, false])('asks; the answer is %s', async agrees => {
    const terminal = new TestTerminal();
    terminal.agrees = agrees;
    const { exitCode } = await run(['reset', '--data', data], terminal);
    expect(terminal.asked).toEqual([expect.stringContaining('state.db')]);
    expect(exitCode).toBe(agrees ? 0 : 1);
    expect(existsSync(join(data, 'state.db'))).toBe(!agrees);
  });

  it('refuses while a server runs on the folder, unless forced', async () => {
    const release = lockDataFolder(data, 'http://127.0.0.1:1');
    try {
      const refused = await run(['reset', '--yes', '--data', data]);
      expect(refused.exitCode).toBe(1);
      expect(refused.notes).toContain(`process ${process.pid}`);
      expect(existsSync(join(data, 'state.db'))).toBe(true);
      const args = ['reset', '--yes', '--force', '--data', data];
      expect((await run(args)).exitCode).toBe(0);
      expect(existsSync(join(data, 'state.db'))).toBe(false);
    } finally {
      release();
    }
  });
});
