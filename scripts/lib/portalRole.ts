import { stringify } from 'yaml';
import { ACCOUNT, iamPolicy, Operation } from './iamPolicy';

/** What a portal may be allowed in an account; each is chosen when the stack is made. */
interface Part {
  operations: Record<string, Operation>;
  /** What the choice means, for whoever makes the stack. */
  description: string;
}

const parameterOf = (name: string) =>
  `Allow${name[0].toUpperCase()}${name.slice(1)}`;

/** An ARN of a policy as one of the account and partition that the stack is in. */
const here = (arn: string) =>
  arn === '*'
    ? arn
    : {
        'Fn::Sub': arn
          .replace('arn:aws:', 'arn:${AWS::Partition}:')
          .replace(ACCOUNT, '${AWS::AccountId}'),
      };

function statementsOf(operations: Record<string, Operation>) {
  return iamPolicy(operations).Statement.map(statement => ({
    ...statement,
    Resource: [statement.Resource].flat().map(here),
  }));
}

/**
 * The CloudFormation template of the role that a portal assumes in an account.
 *
 * @param parts - by name, each with the operations that the code of it calls
 */
export function portalRole(parts: Record<string, Part>): string {
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description:
      'The role by which a Backstage portal with Glue Pipelines reads this account, and acts in it',
    Parameters: {
      PortalRoleArn: {
        Type: 'String',
        Description:
          'ARN of the role that the portal runs as, in whichever account',
        AllowedPattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$',
      },
      ExternalId: {
        Type: 'String',
        Default: '',
        Description:
          'What the portal has to say when it assumes the role, as aws.accounts has it; nothing by default',
      },
      RoleName: {
        Type: 'String',
        Default: 'glue-pipelines-portal',
        Description: 'As aws.accounts in app-config.yaml has it',
      },
      ...Object.fromEntries(
        Object.entries(parts).map(([name, { description }]) => [
          parameterOf(name),
          {
            Type: 'String',
            AllowedValues: ['true', 'false'],
            Default: 'true',
            Description: description,
          },
        ]),
      ),
    },
    Conditions: {
      NoExternalId: { 'Fn::Equals': [{ Ref: 'ExternalId' }, ''] },
      ...Object.fromEntries(
        Object.keys(parts).map(name => [
          parameterOf(name),
          { 'Fn::Equals': [{ Ref: parameterOf(name) }, 'true'] },
        ]),
      ),
    },
    Resources: {
      PortalRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: { Ref: 'RoleName' },
          Description: 'Assumed by the Backstage portal',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: { Ref: 'PortalRoleArn' } },
                Action: 'sts:AssumeRole',
                Condition: {
                  'Fn::If': [
                    'NoExternalId',
                    { Ref: 'AWS::NoValue' },
                    {
                      StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } },
                    },
                  ],
                },
              },
            ],
          },
        },
      },
      ...Object.fromEntries(
        Object.entries(parts).map(([name, { operations }]) => [
          parameterOf(name).replace('Allow', 'Policy'),
          {
            Type: 'AWS::IAM::RolePolicy',
            Condition: parameterOf(name),
            Properties: {
              RoleName: { Ref: 'PortalRole' },
              PolicyName: name,
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: statementsOf(operations),
              },
            },
          },
        ]),
      ),
    },
    Outputs: {
      RoleArn: { Value: { 'Fn::GetAtt': ['PortalRole', 'Arn'] } },
    },
  };
  return `# Made of what the code calls by \`yarn docs\`: do not edit.\n${stringify(template, { version: '1.1' })}`;
}
