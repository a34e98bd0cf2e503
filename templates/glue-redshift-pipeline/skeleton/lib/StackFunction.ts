import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Grant, grantTo } from './grants';
import { serviceOf } from './serviceOf';

export interface StackFunctionProps {
  description: string;
  /** The file in `functions` that has the function `handler`. */
  module: string;
  environment?: Record<string, string> | undefined;
  /** What it may do besides writing its log. */
  grants: Grant[];
  timeout: Duration;
}

/** A function of a stack, of the folder `functions`, with a log and a role of its own. */
export class StackFunction extends Construct {
  readonly handler: lambda.Function;
  /** What uses the function waits for it: without its policy it may do nothing. */
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: StackFunctionProps) {
    super(scope, id);
    const { description, module, environment = {}, grants, timeout } = props;
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new iam.Role(this, 'Role', {
      assumedBy: serviceOf(this, 'lambda'),
      description,
    });
    grantTo(this.role, [
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      },
      ...grants,
    ]);
    this.handler = new lambda.Function(this, 'Function', {
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
  }

  get functionArn(): string {
    return this.handler.functionArn;
  }
}
