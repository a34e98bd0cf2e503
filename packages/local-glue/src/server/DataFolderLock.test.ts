import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onLinux } from '../base/__testUtils__/onLinux';
import { lockDataFolder, lockHolder } from './DataFolderLock';

const endpoint = 'http://127.0.0.1:1';

describe('lockDataFolder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps a second server out, by name, until it is released', () => {
    const release = lockDataFolder(folder, endpoint);
    expect(lockHolder(folder)).toMatchObject({ pid: process.pid, endpoint });
    expect(() => lockDataFolder(folder, 'http://127.0.0.1:2')).toThrow(
      `process ${process.pid}, ${endpoint}`,
    );

    release();
    expect(existsSync(join(folder, 'server.lock'))).toBe(false);
    lockDataFolder(folder, endpoint)();
  });

  it('makes a folder that is missing', () => {
    const missing = join(folder, 'a', 'b');
    lockDataFolder(missing, endpoint)();
    expect(existsSync(missing)).toBe(true);
  });

  it('takes over the lock of a killed process', async () => {
    const child = spawn(process.execPath, [
      '-e',
      'setTimeout(() => {}, 60000)',
    ]);
    await once(child, 'spawn');
    writeFileSync(
      join(folder, 'server.lock'),
      JSON.stringify({ pid: child.pid, endpoint }),
    );
    expect(() => lockDataFolder(folder, endpoint)).toThrow(
      `process ${child.pid}`,
    );

    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(lockHolder(folder)).toBeUndefined();
    lockDataFolder(folder, endpoint)();
  });

  it('takes over a lock whose process number another process has now', () => {
    writeFileSync(
      join(folder, 'server.lock'),
      JSON.stringify({ pid: process.pid, endpoint, processStart: 'earlier' }),
    );
    // Systems without /proc do not tell when a process started: there its number decides.
    const tells = existsSync('/proc/self/stat');
    expect(lockHolder(folder) === undefined).toBe(tells);
  });

  it('names a folder that cannot be one', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')]) {
      expect(() => lockDataFolder(path, endpoint)).toThrow(
        `The data folder ${path} cannot be used: `,
      );
    }
  });

  onLinux('names a folder that may not be written', () => {
    // Not even the superuser can make a file here.
    expect(() => lockDataFolder('/proc/self', endpoint)).toThrow('--data');
  });

  it('takes over a lock that a crash cut short', () => {
    writeFileSync(join(folder, 'server.lock'), '{"pid":');
    expect(() => lockDataFolder(folder, endpoint)()).not.toThrow();
  });
});
