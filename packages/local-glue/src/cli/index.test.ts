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
import { TestTerminal } from './__testUtils__/TestTerminal';
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
  'status',
  'doctor',
  'reset',
  'deploy',
  'destroy',
  'start',
  'stop',
  'resume',
  'runs',
  'run',
  'start-job',
  'logs',
  'crawl',
  'list',
  'table',
  'query',
];

describe('usage', () => {
  it('lists every command', async () => {
    const { exitCode, out } = await run(['--help']);
    expect(exitCode).toBe(0);
    commands.forEach(command =>
      expect(out).toMatch(new RegExp(`^  ${command}[ |]`, 'm')),
    );
    expect(out).toContain('Exit codes:');
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
    [['runs', 'w', '--limit', '0'], 'Give a whole number from 1 on.'],
    [
      ['start', 'w', '--wait', '--timeout', '-1'],
      'a number of seconds above 0',
    ],
    [['stauts'], '(Did you mean status?)'],
    [['start', 'w', '--wiat'], '(Did you mean --wait?)'],
    [['list', 'unicorns'], 'Allowed choices are workflows, triggers'],
    [['list', 'jobs', 'db'], 'Only tables are listed by database.'],
    [['table', 'nodot'], 'as <database>.<table>'],
    [['query', "select 'open"], 'The SQL cannot be read: unterminated quote'],
    [['query', ' ; '], 'There is no statement.'],
    [
      ['query', 'select 1', '--workgroup', 'a', '--cluster', 'b'],
      "option '--workgroup <name>' cannot be used with option '--cluster <name>'",
    ],
    [['status', '--endpoint', '4566'], 'Write it as http://127.0.0.1:4566.'],
  ])('%j is wrong usage: exit code 2', async (args, message) => {
    const { exitCode, notes } = await run(args);
    expect(notes).toContain(message);
    expect(exitCode).toBe(2);
    // The same for a program: one document.
    const json = await run([...args, '--json']);
    expect(json.exitCode).toBe(2);
    expect(JSON.parse(json.notes)).toEqual({
      error: {
        code: 'Usage',
        message: expect.stringContaining(message),
        exitCode: 2,
      },
    });
  });
});

it.each([
  [['status']],
  [['start', 'w']],
  [['runs', 'w']],
  [['logs', 'jr_1']],
  [['query', 'select 1']],
  [['deploy', 'cdk.out']],
  [['destroy', 'cdk.out', '--yes']],
  [['run', 'w']],
  [['stop', 'w']],
  [['resume', 'w']],
  [['start-job', 'j']],
  [['crawl', 'c']],
  [['list', 'tables']],
  [['table', 'd.t']],
])('%j without a server says how to start one', async args => {
  const endpoint = await closedEndpoint();
  const { exitCode, notes } = await run([...args, '--endpoint', endpoint]);
  expect(exitCode).toBe(3);
  expect(notes).toContain(`No local-glue server answers at ${endpoint}`);
  expect(notes).toContain('local-glue serve');
  const json = await run([...args, '--json', '--endpoint', endpoint]);
  expect(json.out).toBe('');
  expect(JSON.parse(json.notes).error).toMatchObject({
    code: 'NoServer',
    exitCode: 3,
  });
});

it('waits for a server that does not come only as long as it is told', async () => {
  const endpoint = await closedEndpoint();
  const args = ['status', '--wait', '--timeout', '0.01'];
  const { exitCode, notes } = await run([...args, '--endpoint', endpoint]);
  expect(exitCode).toBe(4);
  expect(notes).toContain('Not ready after 0.01 s. No local-glue server');
});

it('says so when something else listens', async () => {
  const server = createServer((_request, response) => response.end('<html>'));
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    const { exitCode, notes } = await run([
      'runs',
      'w',
      '--endpoint',
      endpoint,
    ]);
    expect(exitCode).toBe(3);
    expect(notes).toContain('not as a local-glue server does');
  } finally {
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  }
});

describe('doctor', () => {
  it('finds a taken port and a missing Python, and says what to do', async () => {
    const data = mkdtempSync(join(tmpdir(), 'doctor-'));
    const server = createServer((_request, response) => response.end('<html>'));
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      const args = ['doctor', '--data', data, '--python', '/no/python'];
      const endpoint = `http://127.0.0.1:${port}`;
      const { exitCode, out } = await run([...args, '--endpoint', endpoint]);
      expect(exitCode).toBe(1);
      expect(out).toContain(`✖ Port         ${port} is taken`);
      expect(out).toContain('serve --port');
      expect(out).toContain('✖ Python       none');
      expect(out).toContain('/no/python is not a Python interpreter');
      const json = await run([...args, '--endpoint', endpoint, '--json']);
      const { checks } = JSON.parse(json.out);
      expect(checks.map((check: { name: string }) => check.name)).toEqual([
        'Node.js',
        'Python',
        'Java',
        'Environment',
        'Memory',
        'Disk',
        'Data folder',
        'Port',
      ]);
    } finally {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
      rmSync(data, { recursive: true });
    }
  });
});

describe('reset', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'reset-'));
    for (const folder of [
      's3',
      's3-meta',
      'warehouse',
      'warehouses',
      'python',
      'portal',
    ]) {
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
