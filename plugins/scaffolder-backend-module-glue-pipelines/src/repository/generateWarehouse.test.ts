import { createMockDirectory } from '@backstage/backend-test-utils';
import { parseSharedWarehouse } from '@glue-pipelines/pipeline';
import fs from 'fs-extra';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { generateWarehouse } from './generateWarehouse';
import { linkDependencies } from './linkDependencies';

// The app is really synthesized, which takes seconds on a busy machine.
jest.setTimeout(180_000);

const warehouse = parseSharedWarehouse({
  apiVersion: 'glue-pipelines.io/warehouse/v1',
  name: 'analytics',
  description: 'What <b>all</b> teams report on',
  owner: 'group:default/data-platform',
  capacity: { base: 16, max: 64 },
});

describe('generateWarehouse', () => {
  const directory = createMockDirectory();
  const at = (path: string) => directory.resolve(`repository/${path}`);
  const generate = (overrides = {}) =>
    generateWarehouse({
      warehouse,
      directory: directory.resolve('repository'),
      region: 'eu-west-1',
      accountId: '123456789012',
      log: () => {},
      ...overrides,
    });

  beforeEach(() => directory.clear());

  it('writes a repository whose app synthesizes and passes its own tests', async () => {
    const { cdkOut } = await generate();
    expect((await fs.readdir(at('.'))).sort()).toEqual([
      '.editorconfig',
      '.github',
      '.gitignore',
      '.prettierignore',
      'README.md',
      'bin',
      'catalog-info.yaml',
      'cdk.json',
      'cdk.out',
      'environments.yaml',
      'lib',
      'package-lock.json',
      'package.json',
      'scripts',
      'test',
      'tsconfig.json',
      'warehouse.schema.json',
      'warehouse.yaml',
    ]);
    const read = async (file: string) =>
      parse(await fs.readFile(at(file), 'utf8'));
    const { name, scripts } = await fs.readJson(at('package.json'));
    expect(name).toBe('analytics');
    expect(Object.keys(scripts)).toEqual(
      expect.arrayContaining(['test', 'deploy']),
    );
    expect(Object.keys(scripts)).not.toContain('backfill');
    expect(await read('warehouse.yaml')).toEqual(warehouse);
    expect(await read('catalog-info.yaml')).toMatchObject({
      kind: 'Resource',
      metadata: {
        name: 'analytics',
        annotations: {
          'aws.amazon.com/redshift-workgroup-arn':
            'arn:aws:redshift-serverless:eu-west-1:123456789012:workgroup/analytics',
        },
      },
    });
    expect(
      await fs.pathExists(`${cdkOut}/analytics-shared-warehouse.template.json`),
    ).toBe(true);

    const unlink = await linkDependencies(at('.'));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', require.resolve('tsx'), '--test', 'test/*.test.ts'],
      { cwd: at('.') },
    );
    await unlink();
    expect(stdout).toMatch(/^# pass 7$|^ℹ pass 7$/m);
  });

  it('says what is wrong with a warehouse, and leaves nothing behind', async () => {
    await expect(
      generate({ warehouse: { ...warehouse, name: 'NOT VALID' } }),
    ).rejects.toThrow(/does not synthesize[^]*name: "NOT VALID" is not valid/);
    expect(await fs.pathExists(at('.'))).toBe(false);
  });
});
