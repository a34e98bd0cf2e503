import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endJobProcesses, jobProcesses, processClock } from './processGroup';

describe('endJobProcesses', () => {
  let workDir: string;
  const started: ChildProcess[] = [];

  beforeEach(() => {
    workDir = mkdtempSync(join(tmpdir(), 'local-glue-group-'));
  });

  afterEach(() => {
    started.forEach(child => child.kill('SIGKILL'));
    rmSync(workDir, { recursive: true, force: true });
  });

  async function start(script: string, env: NodeJS.ProcessEnv = {}) {
    const child = spawn('/bin/sh', ['-c', script], {
      detached: true,
      env: { PATH: process.env.PATH, ...env } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(child);
    await once(child.stdout!, 'data');
    return child.pid!;
  }

  it('ends children that ignore SIGTERM, after the grace period', async () => {
    const group = await start(
      `trap '' TERM; (trap '' TERM; while :; do sleep 0.1; done) & echo ready; while :; do sleep 0.1; done # ${workDir}`,
    );
    expect(jobProcesses(group, workDir).length).toBeGreaterThan(1);
    const begin = Date.now();
    await endJobProcesses(group, workDir, 300);
    expect(Date.now() - begin).toBeGreaterThanOrEqual(300);
    expect(jobProcesses(group, workDir)).toEqual([]);
  });

  it('leaves alone a group that does not mention the working directory', async () => {
    const group = await start('echo ready; sleep 30');
    await endJobProcesses(group, workDir, 100);
    expect(() => process.kill(group, 0)).not.toThrow();
  });

  // Other systems do not show a process's environment.
  if (process.platform === 'linux') {
    it('finds a process that left the group, by its environment', async () => {
      const outside = await start('echo ready; sleep 30', { JOB: workDir });
      await endJobProcesses(2 ** 22 + 1, workDir, 100);
      expect(jobProcesses(outside, workDir)).toEqual([]);
    });

    it('looks only at processes that started since', async () => {
      const since = processClock();
      const group = await start(`echo ready; sleep 30 # ${workDir}`);
      expect(jobProcesses(group, workDir, since)).toContain(group);
      expect(jobProcesses(group, workDir, processClock() + 10)).toEqual([]);
    });
  }
});
