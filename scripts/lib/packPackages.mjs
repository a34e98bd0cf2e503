import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { root, yarnPath } from './paths.mjs';
import { publishedPackages } from './publishedPackages.mjs';

const run = promisify(execFile);

/**
 * Packs every published package as it goes to the registry. They must be built.
 *
 * @param folder - absolute path of an empty folder, for the archives
 * @returns each one's `name`, its package.json as published, the absolute path of its archive, and the paths in it
 */
export async function packPackages(folder) {
  const packages = publishedPackages();
  const workspace = join(folder, 'workspace');
  await mkdir(workspace, { recursive: true });
  // Writes packages as they are published, and leaves their folders' package.json alone.
  await run(
    process.execPath,
    [
      yarnPath,
      'backstage-cli',
      'build-workspace',
      workspace,
      ...packages.map(({ manifest }) => manifest.name),
    ],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  const versions = Object.fromEntries(
    packages.map(({ manifest: { name, version } }) => [name, `^${version}`]),
  );
  const packed = [];
  for (const each of packages) {
    packed.push(
      await pack(
        join(workspace, relative(root, each.folder)),
        folder,
        versions,
      ),
    );
  }
  return packed;
}

async function pack(source, destination, versions) {
  const path = join(source, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  // As Yarn does when it publishes: `workspace:^` becomes `^1.2.3`.
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (versions[name]) manifest.dependencies[name] = versions[name];
  }
  await writeFile(path, JSON.stringify(manifest, null, 2));
  const { stdout } = await run(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', destination],
    { cwd: source, maxBuffer: 64 * 1024 * 1024 },
  );
  const [{ filename, files }] = JSON.parse(stdout);
  return {
    name: manifest.name,
    manifest,
    archive: join(destination, filename),
    paths: files.map(file => file.path),
  };
}
