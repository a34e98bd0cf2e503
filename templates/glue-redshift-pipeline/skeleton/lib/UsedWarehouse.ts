import { Fn, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { addDatabaseUser, DatabaseUsers } from './DatabaseUsers';
import type { Grant } from './grants';
import { warehouseOf } from './language.mjs';
import {
  clusterArn,
  createLoadRole,
  useCluster,
  useWorkgroup,
} from './loadRole';
import type { Pipeline } from './pipeline';
import type { Warehouse } from './Warehouse';
import { warehouseExports } from './warehouseExports';

export interface UsedWarehouseProps {
  pipeline: Pipeline;
  /** What becomes of the pipeline's tables with the stack. */
  removalPolicy: RemovalPolicy;
}

/** A warehouse that others use too: a shared one by its name, or any that there is. */
export class UsedWarehouse extends Construct implements Warehouse {
  readonly jobArguments: Record<string, string>;
  readonly copyRoleArn: string;
  readonly loadRole: iam.Role;
  readonly grants: Grant[];

  constructor(
    scope: Construct,
    id: string,
    { pipeline, removalPolicy }: UsedWarehouseProps,
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    const { shared, existing, database, schema } = pipeline.warehouse;
    const { kind, name } = warehouseOf(pipeline);
    this.jobArguments = { [`--REDSHIFT_${kind.toUpperCase()}`]: name };
    this.loadRole = createLoadRole(this);
    const user = { role: this.loadRole, database, schema, removalPolicy };
    if (existing) {
      const { workgroup, workgroupArn, cluster, adminSecret } = existing;
      const warehouseArn = workgroupArn ?? clusterArn(stack, name);
      this.copyRoleArn = existing.copyRole;
      this.grants =
        kind === 'cluster'
          ? useCluster(stack, name, database)
          : useWorkgroup(warehouseArn);
      new DatabaseUsers(this, 'Users', {
        warehouseArn,
        ...(workgroup && { workgroup }),
        ...(cluster && { cluster }),
        secretArn: adminSecret,
      }).add('User', user);
      return;
    }
    const exported = warehouseExports(shared ?? name);
    this.copyRoleArn = Fn.importValue(exported.copyRoleArn);
    this.grants = useWorkgroup(Fn.importValue(exported.workgroupArn));
    addDatabaseUser(
      this,
      'User',
      Fn.importValue(exported.usersFunctionArn),
      user,
    );
  }
}
