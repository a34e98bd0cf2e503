import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'fs-extra';
import { findAssets } from './assets';
import { packageFolder } from './linkDependencies';
import { ownPackage } from './ownPackage';

describe('ownPackage', () => {
  const directory = createMockDirectory();

  it('names the package and its lock, and keeps the scripts whose files are there', async () => {
    const { skeletonDir } = findAssets();
    const content = await fs.readJson(`${skeletonDir}/package.json`);
    directory.setContent({
      'package.json': JSON.stringify(content),
      'package-lock.json': await fs.readFile(
        `${skeletonDir}/package-lock.json`,
        'utf8',
      ),
      'scripts/test.ts': '',
    });
    await ownPackage(directory.path, 'sales');
    const read = (file: string) => fs.readJson(directory.resolve(file));

    const { name, scripts, ...rest } = await read('package.json');
    expect(name).toBe('sales');
    expect(scripts.test).toBe(content.scripts.test);
    expect(scripts.deploy).toBe(content.scripts.deploy);
    expect(Object.keys(scripts)).not.toContain('cost');
    expect({ ...rest, name: content.name, scripts: content.scripts }).toEqual(
      content,
    );
    const lock = await read('package-lock.json');
    expect([lock.name, lock.packages[''].name]).toEqual(['sales', 'sales']);
    expect(lock.packages[''].devDependencies).toEqual(content.devDependencies);
  });

  it('names the local-glue that is published together with it', async () => {
    const { config } = await fs.readJson(
      `${findAssets().skeletonDir}/package.json`,
    );
    const { version } = await fs.readJson(
      `${packageFolder('@glue-pipelines/local-glue')}/package.json`,
    );
    expect(config.localGlue).toBe(version);
  });
});
