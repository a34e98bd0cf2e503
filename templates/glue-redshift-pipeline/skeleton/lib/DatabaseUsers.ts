import {
  ArnFormat,
  CustomResource,
  Duration,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { sendStatements } from './dataApi';
import { StackFunction } from './StackFunction';
import type { Grant } from './grants';

/** Where users are made, and who makes them. */
export type Administration = {
  warehouseArn: string;
} & (
  | {
      /** A workgroup of this app; Redshift keeps the administrator's password. */
      workgroup: string;
      namespace: string;
      administrator: string;
      secretArn?: never;
    }
  | {
      /** Any other warehouse, with the secret of an administrator. */
      workgroup?: string;
      cluster?: string;
      secretArn: string;
    }
);

/** A user of a database, with rights in one schema. */
export interface DatabaseUser {
  /** Who becomes the user. */
  role: iam.IRole;
  database: string;
  schema: string;
  /** What becomes with it of the tables that it made. */
  removalPolicy: RemovalPolicy;
}

/**
 * Makes roles users of a warehouse's databases, with rights in one schema each.
 *
 * Who asks the Data API with a role's own credentials is the database user
 * `IAMR:<role>` (Amazon Redshift Management Guide, "Authorizing access to the
 * Amazon Redshift Data API"). That user must exist to have rights, and no
 * resource of CloudFormation makes it: a function does while a stack is
 * deployed. It alone may read the administrator's secret.
 */
export class DatabaseUsers extends Construct {
  private readonly maker: StackFunction;

  constructor(scope: Construct, id: string, administration: Administration) {
    super(scope, id);
    this.maker = new StackFunction(this, 'Default', {
      description: 'Makes the database user of the load',
      module: 'databaseUser',
      environment: environmentOf(administration),
      timeout: Duration.minutes(10),
      grants: [
        ...this.readNamespace(administration),
        ...sendStatements(administration.warehouseArn),
        this.readSecret(administration),
      ],
    });
  }

  get functionArn(): string {
    return this.maker.functionArn;
  }

  /** A user that is made while the stack is deployed, when the warehouse is there. */
  add(id: string, user: DatabaseUser, ...after: Construct[]) {
    const made = addDatabaseUser(this, id, this.functionArn, user);
    made.node.addDependency(this.maker.role, ...after);
  }

  private readNamespace(administration: Administration): Grant[] {
    return administration.secretArn === undefined
      ? [
          {
            actions: ['redshift-serverless:GetNamespace'],
            resources: [
              Stack.of(this).formatArn({
                service: 'redshift-serverless',
                resource: 'namespace',
                resourceName: '*',
              }),
            ],
            wildcardReason: 'The ARN of a namespace holds an id, not its name.',
          },
        ]
      : [];
  }

  private readSecret(administration: Administration): Grant {
    const actions = [
      'secretsmanager:GetSecretValue',
      'secretsmanager:DescribeSecret',
    ];
    if (administration.secretArn !== undefined) {
      return { actions, resources: [administration.secretArn] };
    }
    const { namespace, administrator } = administration;
    return {
      actions,
      resources: [
        Stack.of(this).formatArn({
          service: 'secretsmanager',
          resource: 'secret',
          // Six letters of Secrets Manager; a star would take in `<namespace>-<more>`.
          resourceName: `redshift!${namespace}-${administrator}-??????`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      wildcardReason:
        'Redshift names the secret of the administrator, and Secrets Manager adds six letters.',
    };
  }
}

/** What the function is told of the warehouse; who calls it cannot name another one. */
function environmentOf(administration: Administration): Record<string, string> {
  if (administration.secretArn === undefined) {
    const { workgroup, namespace } = administration;
    return { WORKGROUP: workgroup, NAMESPACE: namespace };
  }
  const { workgroup, cluster, secretArn } = administration;
  return {
    ...(workgroup && { WORKGROUP: workgroup }),
    ...(cluster && { CLUSTER: cluster }),
    SECRET: secretArn,
  };
}

/** A user that the function of this or of another stack makes. */
export function addDatabaseUser(
  scope: Construct,
  id: string,
  functionArn: string,
  { role, database, schema, removalPolicy }: DatabaseUser,
): CustomResource {
  return new CustomResource(scope, id, {
    resourceType: 'Custom::RedshiftUser',
    serviceToken: functionArn,
    serviceTimeout: Duration.minutes(15),
    properties: {
      database,
      schema,
      user: `IAMR:${role.roleName}`,
      data: removalPolicy === RemovalPolicy.DESTROY ? 'destroy' : 'retain',
    },
  });
}
