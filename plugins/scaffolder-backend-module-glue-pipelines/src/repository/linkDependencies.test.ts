import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'fs-extra';
import { linkDependencies } from './linkDependencies';

describe('linkDependencies', () => {
  const directory = createMockDirectory();

  it('links what the repository depends on, and removes the links', async () => {
    directory.setContent({
      'package.json': JSON.stringify({
        dependencies: { yaml: '2', '@backstage/config': '1' },
      }),
    });
    const unlink = await linkDependencies(directory.path);
    for (const name of ['yaml', '@backstage/config']) {
      const manifest = directory.resolve(`node_modules/${name}/package.json`);
      expect((await fs.readJson(manifest)).name).toBe(name);
    }
    await unlink();
    expect(await fs.pathExists(directory.resolve('node_modules'))).toBe(false);
    expect(require('yaml')).toBeDefined();
  });

  it('names a dependency that is not installed, and leaves no links', async () => {
    directory.setContent({
      'package.json': JSON.stringify({
        dependencies: { yaml: '2', 'no-such-package': '1' },
      }),
    });
    await expect(linkDependencies(directory.path)).rejects.toThrow(
      'needs the package no-such-package',
    );
    expect(await fs.pathExists(directory.resolve('node_modules'))).toBe(false);
  });
});
