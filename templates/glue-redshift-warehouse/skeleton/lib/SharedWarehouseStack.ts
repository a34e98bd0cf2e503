import { CfnOutput, type RemovalPolicy, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { createWarehouse } from './createWarehouse';
import type { SharedWarehouse } from './language.mjs';
import { NetworkStack } from './NetworkStack';
import { warehouseExports } from './warehouseExports';

export interface SharedWarehouseStackProps extends StackProps {
  warehouse: SharedWarehouse;
  /** What becomes of the namespace, which holds the data, with the stack. */
  removalPolicy: RemovalPolicy;
}

/** A warehouse that pipelines find by what this stack exports. */
export class SharedWarehouseStack extends NetworkStack {
  constructor(scope: Construct, id: string, props: SharedWarehouseStackProps) {
    const { warehouse, removalPolicy } = props;
    super(scope, id, { description: warehouse.description, ...props });
    const { workgroup, copyRole, users } = createWarehouse(this, {
      ...warehouse,
      removalPolicy,
    });
    const exported = warehouseExports(warehouse.name);
    new CfnOutput(this, 'WorkgroupArn', {
      value: workgroup.attrWorkgroupWorkgroupArn,
      exportName: exported.workgroupArn,
    });
    new CfnOutput(this, 'CopyRoleArn', {
      description: 'The role by which COPY reads what pipelines wrote',
      value: copyRole.roleArn,
      exportName: exported.copyRoleArn,
    });
    new CfnOutput(this, 'UsersFunctionArn', {
      description: 'Makes the roles of pipelines users of the database',
      value: users.functionArn,
      exportName: exported.usersFunctionArn,
    });
  }
}
