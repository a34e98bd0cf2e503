import { readFileSync } from 'node:fs';
import {
  ArnFormat,
  CustomResource,
  Duration,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as redshift from 'aws-cdk-lib/aws-redshiftserverless';
import { Construct } from 'constructs';
import { grantTo } from './grants';
import { ownStatements } from './stepGrants';

export interface DatabaseUserProps {
  workgroup: redshift.CfnWorkgroup;
  namespaceName: string;
  /** The administrator, whose password Redshift keeps. */
  administrator: string;
  /** Who becomes a user. */
  role: iam.Role;
  database: string;
  schema: string;
}

/**
 * Makes a role a user of a database, with rights in one schema.
 *
 * Who asks the Data API with a role's own credentials is the database user
 * `IAMR:<role>` (Amazon Redshift Management Guide, "Authorizing access to the
 * Amazon Redshift Data API"). That user must exist to have rights, and no
 * resource of CloudFormation makes it: a function does while the stack is
 * deployed, as the administrator whose password Redshift keeps.
 */
export class DatabaseUser extends Construct {
  constructor(scope: Construct, id: string, props: DatabaseUserProps) {
    super(scope, id);
    const { workgroup, namespaceName, role, database, schema } = props;
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const functionRole = this.createRole(props, logGroup);
    const handler = new lambda.Function(this, 'Function', {
      description: 'Makes the database user of the load',
      runtime: lambda.Runtime.PYTHON_3_14,
      handler: 'index.handler',
      code: lambda.Code.fromInline(
        readFileSync(new URL('./databaseUser.py', import.meta.url), 'utf8'),
      ),
      role: functionRole.withoutPolicyUpdates(),
      timeout: Duration.minutes(10),
      logGroup,
    });
    const user = new CustomResource(this, 'User', {
      resourceType: 'Custom::RedshiftUser',
      serviceToken: handler.functionArn,
      serviceTimeout: Duration.minutes(15),
      properties: {
        workgroup: workgroup.workgroupName,
        namespace: namespaceName,
        database,
        schema,
        user: `IAMR:${role.roleName}`,
      },
    });
    user.node.addDependency(workgroup, functionRole);
  }

  private createRole(
    { workgroup, namespaceName, administrator }: DatabaseUserProps,
    logGroup: logs.LogGroup,
  ): iam.Role {
    const stack = Stack.of(this);
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: 'Makes the database user of the load',
    });
    grantTo(role, [
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      },
      {
        actions: ['redshift-serverless:GetNamespace'],
        resources: [
          stack.formatArn({
            service: 'redshift-serverless',
            resource: 'namespace',
            resourceName: '*',
          }),
        ],
        wildcardReason: 'The ARN of a namespace holds an id, not its name.',
      },
      {
        actions: ['redshift-data:ExecuteStatement'],
        resources: [workgroup.attrWorkgroupWorkgroupArn],
      },
      ownStatements,
      {
        actions: [
          'secretsmanager:GetSecretValue',
          'secretsmanager:DescribeSecret',
        ],
        resources: [
          stack.formatArn({
            service: 'secretsmanager',
            resource: 'secret',
            // Six letters of Secrets Manager; a star would take in `<namespace>-<more>`.
            resourceName: `redshift!${namespaceName}-${administrator}-??????`,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        ],
        wildcardReason:
          'Redshift names the secret of the administrator, and Secrets Manager adds six letters.',
      },
    ]);
    return role;
  }
}
