import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { UNTAGGED } from './createWarehouse';
import {
  type Environment,
  NO_ENVIRONMENT,
  removalPolicyOf,
  stackPropsOf,
} from './environments';
import type { SharedWarehouse } from './language.mjs';
import { SharedWarehouseStack } from './SharedWarehouseStack';

/**
 * Adds the stack of a shared warehouse to an app, under the names of an
 * environment, and the checks that every synthesis runs.
 */
export function addWarehouse(
  app: App,
  written: SharedWarehouse,
  environment: Environment = NO_ENVIRONMENT,
) {
  const { prefix = '', encryption } = environment;
  if (encryption === 'kms') {
    throw new Error(
      'encryption of environments.yaml is for pipelines: Redshift encrypts this warehouse by a key of AWS. Leave it out',
    );
  }
  const warehouse = { ...written, name: `${prefix}${written.name}` };
  const stack = new SharedWarehouseStack(
    app,
    `${warehouse.name}-shared-warehouse`,
    {
      ...stackPropsOf(environment),
      warehouse,
      removalPolicy: removalPolicyOf(environment),
    },
  );
  Tags.of(app).add('glue-pipelines.io/owner', warehouse.owner, {
    excludeResourceTypes: UNTAGGED,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return stack;
}
