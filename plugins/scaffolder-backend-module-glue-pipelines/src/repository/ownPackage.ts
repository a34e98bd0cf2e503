import fs from 'fs-extra';
import { join } from 'node:path';

/** The file that a script of npm starts, below the repository. */
const SCRIPT_FILE = /\b(?:bin|scripts)\/\w+\.ts\b/;

interface PackageJson {
  name: string;
  scripts?: Record<string, string>;
}

/**
 * Names the package of a generated repository, and leaves out the scripts
 * whose files it does not have: repositories of several kinds begin with the
 * same `package.json`.
 */
export async function ownPackage(
  directory: string,
  name: string,
): Promise<void> {
  const file = join(directory, 'package.json');
  const content: PackageJson = await fs.readJson(file);
  content.name = name;
  content.scripts = Object.fromEntries(
    Object.entries(content.scripts ?? {}).filter(([, command]) => {
      const [script] = SCRIPT_FILE.exec(command) ?? [];
      return !script || fs.existsSync(join(directory, script));
    }),
  );
  await fs.writeJson(file, content, { spaces: 2 });
  const lock = join(directory, 'package-lock.json');
  const locked = await fs.readJson(lock);
  locked.name = name;
  locked.packages[''].name = name;
  await fs.writeJson(lock, locked, { spaces: 2 });
}
