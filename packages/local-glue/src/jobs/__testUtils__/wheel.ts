import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../runCommand';

const makeWheel = `
import sys, zipfile
folder, name, version, requires = sys.argv[1:]
info = f"{name}-{version}.dist-info"
with zipfile.ZipFile(f"{folder}/{name}-{version}-py3-none-any.whl", "w") as wheel:
    wheel.writestr(f"{name}/__init__.py", f"__version__ = {version!r}")
    wheel.writestr(
        f"{info}/METADATA",
        f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n"
        + (f"Requires-Dist: {requires}\\n" if requires else ""),
    )
    wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    wheel.writestr(f"{info}/RECORD", "")
`;

/**
 * A package of one empty module that knows its version: something real but
 * small for pip. Its file must be named `<name>-<version>-py3-none-any.whl`.
 *
 * @param requires - one requirement of the package
 */
export async function wheel(
  python: string,
  name: string,
  version: string,
  requires: string = '',
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'wheel-'));
  try {
    await runCommand(python, [
      '-c',
      makeWheel,
      folder,
      name,
      version,
      requires,
    ]);
    return await readFile(join(folder, `${name}-${version}-py3-none-any.whl`));
  } finally {
    await rm(folder, { recursive: true });
  }
}
