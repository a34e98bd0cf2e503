import { CfnOutput, RemovalPolicy, type StackProps } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { createWarehouse } from './createWarehouse';
import type { Grant } from './grants';
import { DEFAULT_CAPACITY, warehouseOf } from './language.mjs';
import { createLoadRole, useWorkgroup } from './loadRole';
import { NetworkStack } from './NetworkStack';
import type { Pipeline } from './pipeline';
import type { Warehouse } from './Warehouse';

export interface WarehouseStackProps extends StackProps {
  pipeline: Pipeline;
  /** What becomes of the namespace, which holds the data, with the stack. */
  removalPolicy: RemovalPolicy;
}

/** A warehouse of the pipeline's own. */
export class WarehouseStack extends NetworkStack implements Warehouse {
  readonly jobArguments: Record<string, string>;
  readonly copyRoleArn: string;
  readonly loadRole: iam.Role;
  readonly grants: Grant[];

  constructor(scope: Construct, id: string, props: WarehouseStackProps) {
    super(scope, id, {
      description: `Warehouse of the pipeline ${props.pipeline.name}`,
      ...props,
    });
    const { pipeline, removalPolicy } = props;
    const { network, capacity, database, schema, table } = pipeline.warehouse;
    const { name } = warehouseOf(pipeline);
    const { workgroup, copyRole, users } = createWarehouse(this, {
      name,
      capacity: capacity ?? DEFAULT_CAPACITY,
      network,
      removalPolicy,
    });
    const workgroupArn = workgroup.attrWorkgroupWorkgroupArn;
    this.jobArguments = { '--REDSHIFT_WORKGROUP': name };
    this.copyRoleArn = copyRole.roleArn;
    this.loadRole = createLoadRole(this);
    this.grants = useWorkgroup(workgroupArn);
    users.add(
      'User',
      // The tables are the namespace's, which goes or stays.
      {
        role: this.loadRole,
        database,
        schema,
        removalPolicy: RemovalPolicy.RETAIN,
      },
      workgroup,
    );

    new CfnOutput(this, 'WorkgroupArn', { value: workgroupArn });
    new CfnOutput(this, 'Table', {
      value: [database, schema, table].join('.'),
    });
  }
}
