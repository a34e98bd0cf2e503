import { Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/** One statement of a role's policy. A resource with `*` needs a reason. */
export interface Grant {
  actions: string[];
  resources: string[];
  conditions?: Record<string, Record<string, unknown>>;
  /** Why the resources are not named one by one. Checked by cdk-nag. */
  wildcardReason?: string;
}

/** A resource as cdk-nag writes it in a finding: references as `<LogicalId.Attribute>`. */
function findingResource(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  const [[name, argument]] = Object.entries(value as object) as [
    [string, unknown],
  ];
  switch (name) {
    case 'Ref':
      return `<${argument}>`;
    case 'Fn::GetAtt':
      return `<${(argument as string[]).join('.')}>`;
    case 'Fn::Join':
      return (argument as [string, unknown[]])[1]
        .map(findingResource)
        .join((argument as [string, unknown[]])[0]);
    default:
      throw new Error(
        `A grant's resource uses ${name}: teach findingResource to write it as cdk-nag does`,
      );
  }
}

/**
 * Gives a role, or a policy of one, its permissions. Wildcards are acknowledged one by one with the
 * grant's own reason, so a new one without a reason fails the synthesis.
 */
export function grantTo(holder: iam.Role | iam.Policy, grants: Grant[]) {
  for (const {
    actions,
    resources,
    conditions = {},
    wildcardReason,
  } of grants) {
    const statement = new iam.PolicyStatement({
      actions,
      resources,
      conditions,
    });
    if (holder instanceof iam.Policy) {
      holder.addStatements(statement);
    } else {
      holder.addToPolicy(statement);
    }
    if (wildcardReason) {
      for (const resource of resources) {
        const finding = findingResource(Stack.of(holder).resolve(resource));
        if (finding.includes('*')) {
          Validations.of(holder).acknowledge({
            id: `AwsSolutions-IAM5[Resource::${finding}]`,
            reason: wildcardReason,
          });
        }
      }
    }
  }
}
