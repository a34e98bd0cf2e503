import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPython } from './findPython';
import { PythonEnvironment } from './PythonEnvironment';
import { runCommand } from './runCommand';

jest.setTimeout(120_000);

/** Writes a wheel with one empty module, so that pip has something real but small to install. */
const makeWheel = `
import sys, zipfile
folder, name, version = sys.argv[1:]
info = f"{name}-{version}.dist-info"
with zipfile.ZipFile(f"{folder}/{name}-{version}-py3-none-any.whl", "w") as wheel:
    wheel.writestr(f"{name}/__init__.py", f"__version__ = {version!r}")
    wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n")
    wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    wheel.writestr(f"{info}/RECORD", "")
`;

describe('PythonEnvironment', () => {
  let folder: string;
  let requirements: string;
  let directory: string;
  let realPython: string;
  const logged: string[] = [];
  const write = (message: string) => void logged.push(message);
  const log = { info: write, warn: write, error: write };

  beforeAll(async () => {
    realPython = (await findPython(undefined)).executable;
  });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'local-glue-environment-'));
    requirements = join(folder, 'requirements');
    directory = join(folder, 'data', 'python');
    mkdirSync(requirements);
    const lines = [];
    for (const [name, version] of [
      ['pyspark', '3.5.6'],
      ['boto3', '1.0.0'],
    ]) {
      await runCommand(realPython, ['-c', makeWheel, folder, name, version]);
      lines.push(join(folder, `${name}-${version}-py3-none-any.whl`));
    }
    writeFileSync(join(requirements, 'requirements.txt'), lines.join('\n'));
    writeFileSync(join(requirements, 'requirements-java.txt'), '');
    // A Java 17, so that none is installed.
    mkdirSync(join(folder, 'java', 'bin'), { recursive: true });
    const java = join(folder, 'java', 'bin', 'java');
    writeFileSync(
      java,
      `#!/bin/sh\necho '    java.home = ${folder}/java' >&2\necho 'openjdk version "17.0.1"' >&2\n`,
    );
    chmodSync(java, 0o755);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function prepared(options: { python?: string } = {}) {
    const environment = new PythonEnvironment({
      directory,
      requirements,
      log,
      env: { ...process.env, JAVA_HOME: join(folder, 'java') },
      ...options,
    });
    expect(environment.readiness().state).toBe('preparing');
    await environment.prepare();
    return environment;
  }

  /** An interpreter that says of itself what it lacks. */
  function pythonWithout(parts: { hasEnsurepip: boolean; hasPip: boolean }) {
    const path = join(folder, 'python-with-less');
    const answer = JSON.stringify({
      executable: realPython,
      version: '3.11.2',
      ...parts,
    });
    writeFileSync(path, `#!/bin/sh\necho '${answer}'\n`);
    chmodSync(path, 0o755);
    return path;
  }

  it('is made once, and again when it is unfinished or its requirements change', async () => {
    const first = await prepared();
    expect(first.readiness()).toEqual({ state: 'ready' });
    expect(first.runtime).toMatchObject({
      python: join(realpathSync(directory), 'bin', 'python'),
      javaHome: join(folder, 'java'),
      pysparkVersion: '3.5.6',
    });

    const trace = join(directory, 'trace');
    writeFileSync(trace, '');
    await prepared();
    expect(existsSync(trace)).toBe(true);

    const marker = join(directory, 'local-glue-environment.json');
    writeFileSync(marker, '{"requirements":"x","complete":false}');
    expect((await prepared()).readiness()).toEqual({ state: 'ready' });
    expect(existsSync(trace)).toBe(false);
  });

  const changeRequirements = (comment: string) =>
    writeFileSync(
      join(requirements, 'requirements.txt'),
      `${readdirSync(folder)
        .filter(name => name.endsWith('.whl'))
        .map(name => join(folder, name))
        .join('\n')}\n# ${comment}\n`,
    );

  it('is made beside the one that a server with other requirements uses', async () => {
    // Quicker to make.
    const python = pythonWithout({ hasEnsurepip: false, hasPip: true });
    const one = await prepared({ python });
    changeRequirements('changed');
    const two = await prepared({ python });
    expect(two.readiness()).toEqual({ state: 'ready' });
    expect(two.directory).not.toBe(one.directory);
    expect(realpathSync(directory)).toBe(two.directory);
    // Still there for the jobs of the first.
    await expect(
      runCommand(one.runtime!.python, ['-c', 'import pyspark']),
    ).resolves.toBe('');

    // All of these are this one process: the other ends when both have ended.
    one.abort();
    changeRequirements('changed again');
    const three = await prepared({ python });
    expect(existsSync(one.directory)).toBe(false);
    expect(existsSync(three.directory)).toBe(true);
  });

  it('is made by one of two servers that start at once', async () => {
    logged.length = 0;
    const both = await Promise.all([prepared(), prepared()]);
    expect(both.map(each => each.readiness().state)).toEqual([
      'ready',
      'ready',
    ]);
    expect(
      logged.filter(line => line.startsWith('Making the Python environment')),
    ).toHaveLength(1);
  });

  it('can be made without ensurepip', async () => {
    const { hasPip } = await findPython(realPython);
    expect(hasPip).toBe(true);
    const environment = await prepared({
      python: pythonWithout({ hasEnsurepip: false, hasPip: true }),
    });
    expect(environment.readiness()).toEqual({ state: 'ready' });
  });

  it('says what to install where Python cannot make environments', async () => {
    const environment = await prepared({
      python: pythonWithout({ hasEnsurepip: false, hasPip: false }),
    });
    expect(environment.readiness()).toEqual({
      state: 'unavailable',
      reason: expect.stringContaining('apt-get install python3-venv'),
    });
  });

  it('passes on why pip failed, and tries again the next time', async () => {
    const file = join(requirements, 'requirements.txt');
    writeFileSync(file, join(folder, 'missing-1.0-py3-none-any.whl'));
    expect((await prepared()).readiness()).toEqual({
      state: 'unavailable',
      reason: expect.stringMatching(/missing-1\.0-py3-none-any\.whl/),
    });
  });

  it('leaves a folder alone that it did not make', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'thesis.txt'), 'mine');
    expect((await prepared()).readiness()).toEqual({
      state: 'unavailable',
      reason: expect.stringContaining('was not made by local-glue'),
    });
    expect(existsSync(join(directory, 'thesis.txt'))).toBe(true);
  });

  it('keeps a finished environment when it is stopped while looking at it', async () => {
    await prepared();
    const trace = join(directory, 'trace');
    writeFileSync(trace, '');
    for (const milliseconds of [0, 20, 100, 300]) {
      const environment = new PythonEnvironment({
        directory,
        requirements,
        log,
        env: { ...process.env, JAVA_HOME: join(folder, 'java') },
      });
      const done = environment.prepare();
      await sleep(milliseconds);
      environment.abort();
      await done;
      expect(existsSync(trace)).toBe(true);
    }
  });

  it('stops installing when asked to', async () => {
    const environment = new PythonEnvironment({
      directory,
      requirements,
      log,
      env: { ...process.env, JAVA_HOME: join(folder, 'java') },
    });
    const done = environment.prepare();
    environment.abort();
    await done;
    expect(environment.readiness().state).toBe('unavailable');
  });
});
