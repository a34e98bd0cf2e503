import { createMockDirectory } from '@backstage/backend-test-utils';
import { copyAssets, findAssets } from './assets';

describe('findAssets', () => {
  const directory = createMockDirectory();

  it('takes the folders of the monorepo', () => {
    expect(findAssets().skeletonDir).toMatch(
      /templates.glue-redshift-pipeline.skeleton$/,
    );
  });

  it('takes the packaged folders where there are any', () => {
    directory.setContent({
      'assets/skeleton/a': '',
    });
    expect(findAssets(directory.path)).toEqual({
      skeletonDir: directory.resolve('assets/skeleton'),
      warehouseSkeletonDir: directory.resolve('assets/warehouse-skeleton'),
      etlScriptsDir: directory.resolve('assets/etl-scripts'),
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
