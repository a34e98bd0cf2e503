import { createMockDirectory } from '@backstage/backend-test-utils';
import { existsSync } from 'node:fs';
import { copyAssets, findAssets } from './assets';

describe('findAssets', () => {
  const directory = createMockDirectory();

  it('takes the folders of the monorepo', () => {
    expect(findAssets().skeletonDir).toMatch(
      /templates.glue-redshift-pipeline.skeleton$/,
    );
    expect(findAssets().templateFiles.map(existsSync)).toEqual([true, true]);
  });

  it('takes the folders of the monorepo while the package is packed', () => {
    directory.setContent({
      'templates/glue-redshift-pipeline/template.yaml': '',
      'plugins/module/assets/etl-scripts/load.py': '',
    });
    expect(findAssets(directory.resolve('plugins/module')).etlScriptsDir).toBe(
      directory.resolve('etl-scripts'),
    );
  });

  it('takes the packaged folders elsewhere', () => {
    directory.setContent({});
    const assets = directory.resolve('node_modules/@x/module/assets');
    expect(findAssets(directory.resolve('node_modules/@x/module'))).toEqual({
      templateFiles: [
        `${assets}/templates/glue-redshift-pipeline/template.yaml`,
        `${assets}/templates/glue-redshift-warehouse/template.yaml`,
      ],
      skeletonDir: `${assets}/templates/glue-redshift-pipeline/skeleton`,
      warehouseSkeletonDir: `${assets}/templates/glue-redshift-warehouse/skeleton`,
      etlScriptsDir: `${assets}/etl-scripts`,
    });
  });
});

describe('copyAssets', () => {
  const directory = createMockDirectory();

  it('copies without what tools left, and gives .gitignore its name back', async () => {
    directory.setContent({
      'from/gitignore': 'cdk.out',
      'from/lib/a.ts': 'a',
      'from/node_modules/x/index.js': '',
      'from/tests/__pycache__/a.pyc': '',
      'from/.ruff_cache/x': '',
      'from/cdk.out/manifest.json': '',
    });
    await copyAssets(directory.resolve('from'), directory.resolve('to'));
    expect(directory.content({ path: 'to', shouldReadAsText: true })).toEqual({
      '.gitignore': 'cdk.out',
      lib: { 'a.ts': 'a' },
      tests: {},
    });
  });

  it('says what to do about missing assets', async () => {
    await expect(
      copyAssets(directory.resolve('absent'), directory.resolve('to')),
    ).rejects.toThrow('run its prepack script');
  });
});
