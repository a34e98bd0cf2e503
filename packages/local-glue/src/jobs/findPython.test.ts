import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJava, majorVersion } from './findJava';
import { findPython } from './findPython';

describe('finding interpreters', () => {
  let bin: string;
  let env: NodeJS.ProcessEnv;

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'local-glue-bin-'));
    env = { NODE_ENV: 'test', PATH: bin };
  });

  afterEach(() => {
    rmSync(bin, { recursive: true, force: true });
  });

  function command(name: string, script: string) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }

  function python(name: string, version: string, hasEnsurepip = true) {
    const answer = {
      executable: `/opt/${name}`,
      version,
      hasEnsurepip,
      hasPip: true,
    };
    command(name, `echo '${JSON.stringify(answer)}'`);
  }

  it('prefers 3.11, the version of Glue', async () => {
    python('python3', '3.13.1');
    python('python3.11', '3.11.7');
    await expect(findPython(undefined, env)).resolves.toMatchObject({
      version: '3.11.7',
    });
  });

  it('passes over shims without an interpreter, old versions, and ones that cannot make environments', async () => {
    command(
      'python3.11',
      'echo "pyenv: python3.11: command not found" >&2; exit 127',
    );
    python('python3.12', '3.12.1', false);
    python('python3', '3.9.2');
    python('python', '3.11.2');
    await expect(findPython(undefined, env)).resolves.toMatchObject({
      version: '3.11.2',
    });
  });

  it('takes one without ensurepip where there is no other', async () => {
    python('python3', '3.12.1', false);
    await expect(findPython(undefined, env)).resolves.toMatchObject({
      hasEnsurepip: false,
    });
  });

  it('says what to install where there is none', async () => {
    python('python3', '3.9.2');
    await expect(findPython(undefined, env)).rejects.toThrow(
      /Jobs need Python 3\.11 or later, and none was found on PATH\. Install it/,
    );
  });

  it('names a requested interpreter that is too old or missing', async () => {
    python('python3', '3.9.2');
    await expect(findPython(join(bin, 'python3'), env)).rejects.toThrow(
      'is Python 3.9.2',
    );
    await expect(findPython(join(bin, 'nothing'), env)).rejects.toThrow(
      'nothing is not a Python interpreter',
    );
  });

  it('finds Java 17 only', async () => {
    command('java', `echo 'openjdk version "21.0.1" 2023-10-17' >&2`);
    await expect(findJava(env)).resolves.toBeUndefined();
    command(
      'java',
      `echo '    java.home = /opt/java-17' >&2; echo 'openjdk version "17.0.9" 2023-10-17' >&2`,
    );
    await expect(findJava(env)).resolves.toBe('/opt/java-17');
    await expect(
      findJava({ NODE_ENV: 'test', PATH: '/nonexistent' }),
    ).resolves.toBeUndefined();
  });
});

it.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_392"', 8],
  ['openjdk version "25" 2025-09-16', 25],
  ['IMPLEMENTOR="Debian"\nJAVA_VERSION="17.0.15"\n', 17],
  ['No Java runtime present, requesting install.', undefined],
])('reads the version of %p', (text, version) => {
  expect(majorVersion(text)).toBe(version);
});
