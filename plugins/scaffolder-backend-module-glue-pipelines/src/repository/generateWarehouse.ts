import { REDSHIFT_WORKGROUP_ARN_ANNOTATION } from '@glue-pipelines/backstage-plugin-common';
import { toYaml, type SharedWarehouse } from '@glue-pipelines/pipeline';
import type { Entity } from '@backstage/catalog-model';
import fs from 'fs-extra';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { copyAssets, findAssets } from './assets';
import { renderDataFiles } from './renderText';
import { warehouseArn } from './resourceArns';
import {
  writeRepository,
  type GeneratedRepository,
  type RepositoryOptions,
} from './writeRepository';

/** What the app of a shared warehouse has in common with that of a pipeline. */
const COMMON = [
  '.editorconfig',
  '.gitignore',
  'cdk.json',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'lib/DatabaseUsers.ts',
  'lib/NetworkStack.ts',
  'lib/StackFunction.ts',
  'lib/createWarehouse.ts',
  'lib/dataApi.ts',
  'lib/environments.ts',
  'lib/functions/answer.py',
  'lib/functions/databaseUser.py',
  'lib/grants.ts',
  'lib/language.d.mts',
  'lib/language.mjs',
  'lib/mergePatch.ts',
  'lib/serviceOf.ts',
  'lib/warehouseExports.ts',
  'scripts/command.ts',
  'scripts/python.ts',
  'scripts/test.ts',
  'test/databaseUser_test.py',
  'test/functions.test.ts',
];

/** The reference of a shared warehouse's entity. */
export const warehouseEntityRef = (name: string) => `resource:default/${name}`;

function catalogEntity(
  { name, description, tags, owner }: SharedWarehouse,
  workgroupArn: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      description,
      ...(tags.length > 0 ? { tags } : {}),
      annotations: { [REDSHIFT_WORKGROUP_ARN_ANNOTATION]: workgroupArn },
    },
    spec: { type: 'redshift-warehouse', owner },
  };
}

/**
 * Writes the repository of a shared warehouse: a CDK app, `warehouse.yaml` and
 * `catalog-info.yaml`; then proves it as that of a pipeline.
 *
 * @throws Error where the folder is not empty or the app fails its checks; the
 * folder is then left as empty as it was
 *
 * @public
 */
export async function generateWarehouse(
  options: RepositoryOptions & { warehouse: SharedWarehouse },
): Promise<GeneratedRepository> {
  const { warehouse, directory, region, accountId } = options;
  const { name, description, owner } = warehouse;
  return await writeRepository({
    ...options,
    what: 'a warehouse',
    name,
    async write() {
      const { skeletonDir, warehouseSkeletonDir } = findAssets();
      await copyAssets(warehouseSkeletonDir, directory);
      const common = join(directory, '.common');
      await copyAssets(skeletonDir, common);
      for (const file of COMMON) {
        await fs.ensureDir(dirname(join(directory, file)));
        await fs.move(join(common, file), join(directory, file));
      }
      await fs.remove(common);
      await renderDataFiles(directory, {
        name,
        description,
        owner,
        region,
        accountId,
      });
      const arn = warehouseArn(
        { accountId, region },
        { kind: 'workgroup', name },
      );
      return {
        'warehouse.yaml': toYaml(warehouse, 'warehouse'),
        'catalog-info.yaml': stringify(catalogEntity(warehouse, arn), {
          lineWidth: 0,
        }),
      };
    },
  });
}
