import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { UNTAGGED } from './createWarehouse';
import { environmentOf } from './environments';
import type { SharedWarehouse } from './language.mjs';
import { SharedWarehouseStack } from './SharedWarehouseStack';

/**
 * Adds the stack of a shared warehouse to an app, and the checks that every
 * synthesis runs.
 *
 * The context value `environment` (in cdk.json, or `-c environment=production`)
 * decides what stays when the stack is destroyed.
 */
export function addWarehouse(app: App, warehouse: SharedWarehouse) {
  const stack = new SharedWarehouseStack(
    app,
    `${warehouse.name}-shared-warehouse`,
    { warehouse, ...environmentOf(app) },
  );
  Tags.of(app).add('glue-pipelines.io/owner', warehouse.owner, {
    excludeResourceTypes: UNTAGGED,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return stack;
}
