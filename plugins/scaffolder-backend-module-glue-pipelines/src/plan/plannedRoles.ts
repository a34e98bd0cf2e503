import type {
  PlannedGrant,
  PlannedRole,
} from '@glue-pipelines/backstage-plugin-common';
import type { Placed, SynthesizedApp } from './SynthesizedApp';

type OneOrMore = unknown;

interface Statement {
  Action?: OneOrMore;
  Resource?: OneOrMore;
  Principal?: { Service?: OneOrMore };
  Condition?: Record<string, Record<string, OneOrMore>>;
}

interface PolicyDocument {
  Statement?: Statement[];
}

interface Policy {
  PolicyDocument?: PolicyDocument;
  Roles?: unknown[];
}

interface Role {
  Description?: string;
  AssumeRolePolicyDocument?: PolicyDocument;
  Policies?: Policy[];
  ManagedPolicyArns?: unknown[];
}

const listOf = (value: OneOrMore): unknown[] => {
  if (value === undefined) {
    return [];
  }
  return Array.isArray(value) ? value : [value];
};

/** What an ARN names, without the service and the place, which its action and the plan tell. */
const nameInArn = (text: string) =>
  /^arn:/.test(text) ? text.split(':').slice(5).join(':') : text;

/** The roles that an app makes, each with what its policies allow. */
export function plannedRoles(app: SynthesizedApp): PlannedRole[] {
  const policies = app.resources('AWS::IAM::Policy');

  const grantsOf = (
    stack: string,
    { Statement: statements = [] }: PolicyDocument = {},
  ): PlannedGrant[] =>
    statements.map(({ Action, Resource, Condition = {} }) => ({
      actions: listOf(Action).map(String),
      resources: [
        ...new Set(
          listOf(Resource).map(value => nameInArn(app.text(stack, value))),
        ),
      ],
      conditions: Object.values(Condition).flatMap(conditions =>
        Object.entries(conditions).map(
          ([key, values]) =>
            `${key} is ${listOf(values)
              .map(value => nameInArn(app.text(stack, value)))
              .join(' or ')}`,
        ),
      ),
    }));

  const grantedBy = (policy: Placed, role: Placed): PlannedGrant[] => {
    const { PolicyDocument: document, Roles = [] } =
      policy.Properties as Policy;
    const stack = app.stackOf(policy);
    return Roles.some(value => app.target(stack, value)?.id === role.id)
      ? grantsOf(stack, document)
      : [];
  };

  return app.resources('AWS::IAM::Role').map(role => {
    const stack = app.stackOf(role);
    const {
      Description,
      AssumeRolePolicyDocument: assume,
      Policies = [],
      ManagedPolicyArns = [],
    } = role.Properties as Role;
    return {
      name: Description ?? role.words,
      assumedBy: (assume?.Statement ?? []).flatMap(({ Principal }) =>
        listOf(Principal?.Service).map(value => app.text(stack, value)),
      ),
      policies: ManagedPolicyArns.map(value =>
        nameInArn(app.text(stack, value)),
      ),
      grants: [
        ...Policies.flatMap(policy => grantsOf(stack, policy.PolicyDocument)),
        ...policies.flatMap(policy => grantedBy(policy, role)),
      ],
    };
  });
}
