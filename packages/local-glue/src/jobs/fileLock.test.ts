import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withFileLock } from './fileLock';

describe('withFileLock', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-glue-lock-'));
    path = join(folder, 'environment.lock');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('lets one work at a time and says who waits', async () => {
    const events: string[] = [];
    const work = (name: string) =>
      withFileLock(
        path,
        { onWait: () => void events.push(`${name} waits`) },
        async () => {
          events.push(`${name} begins`);
          await sleep(50);
          events.push(`${name} ends`);
        },
      );
    await Promise.all([work('first'), work('second')]);
    expect(events).toEqual([
      'first begins',
      'second waits',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });

  it('is released when the work fails', async () => {
    await expect(
      withFileLock(path, {}, async () => {
        throw new Error('no space');
      }),
    ).rejects.toThrow('no space');
    await expect(withFileLock(path, {}, async () => 'done')).resolves.toBe(
      'done',
    );
  });

  it('takes over from a process that is gone', async () => {
    const { pid } = spawnSync('true');
    mkdirSync(path);
    writeFileSync(join(path, 'pid'), String(pid));
    await expect(withFileLock(path, {}, async () => 'done')).resolves.toBe(
      'done',
    );
  });

  it('waits no longer than it is wanted', async () => {
    const stop = new AbortController();
    await withFileLock(path, {}, async () => {
      await expect(
        withFileLock(
          path,
          { signal: stop.signal, onWait: () => stop.abort() },
          async () => 'done',
        ),
      ).rejects.toThrow('aborted');
    });
    await expect(withFileLock(path, {}, async () => 'done')).resolves.toBe(
      'done',
    );
  });
});
