import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Grant, grantTo } from './grants';

export interface DeployFunctionProps {
  description: string;
  /** The file in `functions` that has the function `handler`. */
  module: string;
  environment?: Record<string, string>;
  /** What it may do besides writing its log. */
  grants: Grant[];
  timeout: Duration;
}

/** A function that CloudFormation calls while a stack is deployed, for what no resource of it makes. */
export class DeployFunction extends Construct {
  readonly functionArn: string;
  /** What uses the function waits for it: without its policy it may do nothing. */
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: DeployFunctionProps) {
    super(scope, id);
    const { description, module, environment = {}, grants, timeout } = props;
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description,
    });
    grantTo(this.role, [
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      },
      ...grants,
    ]);
    const handler = new lambda.Function(this, 'Function', {
      description,
      runtime: lambda.Runtime.PYTHON_3_14,
      handler: `${module}.handler`,
      code: lambda.Code.fromAsset(
        fileURLToPath(new URL('./functions', import.meta.url)),
        { exclude: ['**/__pycache__'] },
      ),
      environment,
      role: this.role.withoutPolicyUpdates(),
      timeout,
      logGroup,
    });
    this.functionArn = handler.functionArn;
  }
}
