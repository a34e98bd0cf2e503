import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { TestJobs } from './__testUtils__/TestJobs';
import { CapturedLog } from './capture/CapturedLog';
import { environmentTimeout } from './__testUtils__/pythonEnvironment';
import { JobExecution } from './JobExecutor';
import { jobProcesses } from './processGroup';

jest.setTimeout(120_000);

const mebibyte = 2 ** 20;

/** Whatever a script does: a clear state, no process left, no folder left, a server that lives. */
describe('a job that', () => {
  let jobs: TestJobs;

  beforeAll(async () => {
    jobs = new TestJobs();
    await jobs.ready();
  }, environmentTimeout);

  afterAll(() => jobs.dispose());

  async function run(
    script: string | Buffer,
    options: Partial<JobExecution> = {},
  ) {
    const execution = await jobs.job(script, options);
    const { state, errorMessage } = await jobs.executor.start(execution).done;
    // No process group has this id: what is found carries the job's folder.
    expect(jobProcesses(2 ** 22 + 1, jobs.folder(execution))).toEqual([]);
    expect(existsSync(jobs.folder(execution))).toBe(false);
    return { execution, state, errorMessage };
  }

  it.each([
    ['ends by os._exit', 'import os; os._exit(9)', 'exit code 9'],
    [
      'dies by a signal',
      'import os, signal; os.kill(os.getpid(), signal.SIGSEGV)',
      'The job was killed by SIGSEGV',
    ],
    ['is empty of sense', 'def broken(:', 'SyntaxError: invalid syntax'],
    [
      'is not UTF-8',
      Buffer.from('name = "Köln"\n', 'latin1'),
      "SyntaxError: (unicode error) 'utf-8' codec can't decode",
    ],
    ['is binary', Buffer.from('\x7fELF\x00\x01', 'latin1'), 'null bytes'],
    [
      'closes its output and then fails',
      'import os; os.close(1); os.close(2); raise ValueError("in the dark")',
      'ValueError: in the dark (job.py, line 1)',
    ],
    [
      'recurses without end',
      'def again(): again()\nagain()',
      'RecursionError: maximum recursion depth exceeded',
    ],
  ])('%s is FAILED', async (_, script, message) => {
    const { state, errorMessage } = await run(script);
    expect(errorMessage).toContain(message);
    expect(state).toBe('FAILED');
  });

  it.each([
    ['closes its output', 'import os; os.close(1); os.close(2)'],
    ['closes sys.stdout', 'import sys; sys.stdout.close()'],
    [
      'writes bytes that are no text',
      'import os; os.write(1, b"\\xff\\xfe\\n")',
    ],
    [
      'removes its own working directory',
      'import os, shutil; shutil.rmtree(os.getcwd())',
    ],
    [
      'leaves a folder that may not be entered',
      'import os; os.makedirs("locked/inner"); os.chmod("locked", 0o555)',
    ],
    [
      'leaves a process that ignores SIGTERM',
      `import subprocess
subprocess.Popen(["sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"])
`,
    ],
    [
      'leaves a daemon in a session of its own',
      `import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
os.wait()
`,
    ],
  ])('%s is SUCCEEDED', async (_, script) => {
    const { state, errorMessage } = await run(script);
    expect(errorMessage).toBeUndefined();
    expect(state).toBe('SUCCEEDED');
  });

  // Other systems do not show where a process works, and do not limit its memory.
  if (process.platform === 'linux') {
    it.each([
      [
        'takes too much memory',
        'data = []\nwhile True: data.append(bytearray(16 * 2 ** 20))',
        'MemoryError: out of memory; a process of this job may take 1024 MiB here (job.py, line 2)',
      ],
      [
        'starts a process that takes too much memory',
        `import subprocess, sys
subprocess.run([sys.executable, "-c", "data = [bytearray(2 ** 20) for _ in range(10 ** 6)]"], check=True)
`,
        'CalledProcessError',
      ],
    ])('%s is FAILED', async (_, script, message) => {
      const { state, errorMessage } = await run(script);
      expect(errorMessage).toContain(message);
      expect(state).toBe('FAILED');
    });

    it('leaves a daemon that forgot its environment takes it along', async () => {
      const { state } = await run(`import os, subprocess, time
subprocess.Popen(["env", "-i", "setsid", "sh", "-c", "echo $$ > ../../../daemon.pid; sleep 600"])
while not os.path.exists("../../../daemon.pid"): time.sleep(0.01)
`);
      expect(state).toBe('SUCCEEDED');
      const daemon = readFileSync(join(jobs.dataDir, 'daemon.pid'), 'utf8');
      expect(isAlive(Number(daemon))).toBe(false);
    });
  }

  it('ignores SIGTERM is STOPPED all the same', async () => {
    const execution = await jobs.job(`import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(600)
`);
    const running = jobs.executor.start(execution);
    const stdout = join(jobs.logFolder(execution), 'stdout.log');
    while (!existsSync(stdout) || statSync(stdout).size === 0) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    running.stop();
    await expect(running.done).resolves.toMatchObject({ state: 'STOPPED' });
    expect(jobProcesses(2 ** 22 + 1, jobs.folder(execution))).toEqual([]);
  });

  it('prints 200 MB leaves the first and the last part of it, and no memory taken', async () => {
    const before = process.memoryUsage().rss;
    let peak = before;
    const sampling = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const { execution, state } = await run(`import sys
print("first")
block = ("x" * 99 + "\\n") * 10_000
for _ in range(200):
    sys.stdout.write(block)
print("last")
`);
    clearInterval(sampling);
    expect(state).toBe('SUCCEEDED');
    expect(peak - before).toBeLessThan(150 * mebibyte);

    const stored = readdirSync(jobs.logFolder(execution)).reduce(
      (sum, name) => sum + statSync(join(jobs.logFolder(execution), name)).size,
      0,
    );
    expect(stored).toBeLessThan(70 * mebibyte);
    const log = await CapturedLog.ofStream(jobs.logFolder(execution), 'stdout');
    const [first] = await log.forward(0, 1, 1000);
    const [last] = await log.backward(log.end, 1, 1000);
    expect([first.message, last.message]).toEqual(['first', 'last']);
  });

  it('prints 100 MB in one line is SUCCEEDED', async () => {
    const { execution, state } = await run(`import sys
for _ in range(100):
    sys.stdout.write("x" * 1_000_000)
`);
    expect(state).toBe('SUCCEEDED');
    const log = await CapturedLog.ofStream(jobs.logFolder(execution), 'stdout');
    expect(log.end).toBe(100_000_000);
    const [part] = await log.forward(0, 1, 1000);
    expect(part.message).toHaveLength(256 * 1024);
  });

  // The device that answers every write with ENOSPC.
  if (existsSync('/dev/full')) {
    it.each([
      ['goes on', 'import time; print("x", flush=True); time.sleep(600)'],
      ['ends at once', 'print("x")'],
    ])('prints to a full disk and %s is FAILED', async (_, script) => {
      const execution = await jobs.job(script);
      await mkdir(jobs.logFolder(execution), { recursive: true });
      await symlink('/dev/full', join(jobs.logFolder(execution), 'stdout.log'));
      const { state, errorMessage } = await jobs.executor.start(execution).done;
      expect(errorMessage).toContain(
        'The job was ended because its output could not be stored: ENOSPC',
      );
      expect(state).toBe('FAILED');
      expect(jobProcesses(2 ** 22 + 1, jobs.folder(execution))).toEqual([]);
    });
  }
});

/** A process that ended and that nobody has asked for its exit code is none. */
function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
