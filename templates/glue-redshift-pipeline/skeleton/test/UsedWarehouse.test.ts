import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  inNetwork,
  intoCluster,
  intoShared,
  intoWorkgroup,
  propertiesOf,
  synthesize,
} from './example';

const EXPORT = 'glue-pipelines:warehouse:analytics';

/** What a pipeline that uses another warehouse deploys. */
function deployed(input: unknown) {
  const { assembly, workflow } = synthesize(input);
  const { template, content } = workflow;
  const only = (type: string) => {
    const [properties, ...others] = propertiesOf(template, type);
    assert.deepEqual(others, []);
    return properties!;
  };
  const job = propertiesOf(template, 'AWS::Glue::Job').find(
    ({ Name }) => Name === 'orders-load',
  )!;
  const policyOf = (part: string) =>
    propertiesOf(template, 'AWS::IAM::Policy')
      .filter(({ PolicyName }) => PolicyName.includes(part))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return {
    stacks: assembly.stacks.map(({ stackName }) => stackName),
    content,
    arguments: job.DefaultArguments,
    user: only('Custom::RedshiftUser'),
    tag: only('AWS::Glue::Workflow').Tags['glue-pipelines.io/warehouse-table'],
    policyOf,
    only,
  };
}

const resourcesOf = (statements: any[], action: string) =>
  statements
    .filter(({ Action }) => [Action].flat().includes(action))
    .flatMap(({ Resource }) => Resource);

describe('a pipeline that names a shared warehouse', () => {
  const { stacks, content, user, tag, policyOf, ...rest } =
    deployed(intoShared);

  it('brings neither a network nor a warehouse nor a function', () => {
    assert.deepEqual(stacks, ['orders-workflow']);
    assert.ok(
      !/AWS::(EC2|RedshiftServerless|Lambda::Function.*RedshiftUser)/.test(
        content,
      ),
    );
    assert.ok(!content.includes('redshift!'));
  });

  it('finds it by what its stack exports', () => {
    assert.equal(rest.arguments['--REDSHIFT_WORKGROUP'], 'analytics');
    assert.deepEqual(rest.arguments['--REDSHIFT_IAM_ROLE'], {
      'Fn::ImportValue': `${EXPORT}:CopyRoleArn`,
    });
    assert.deepEqual(user.ServiceToken, {
      'Fn::ImportValue': `${EXPORT}:UsersFunctionArn`,
    });
    assert.equal(user.schema, 'sales');
    assert.equal(tag, 'workgroup/analytics/dev.sales.orders');
  });

  it('lets its load ask that workgroup only', () => {
    const importedArn = { 'Fn::ImportValue': `${EXPORT}:WorkgroupArn` };
    const statements = policyOf('load');
    for (const action of [
      'redshift-data:ExecuteStatement',
      'redshift-serverless:GetCredentials',
    ]) {
      assert.deepEqual(resourcesOf(statements, action), [importedArn]);
    }
  });
});

describe('a pipeline that names a workgroup', () => {
  const { stacks, user, policyOf, only, ...rest } = deployed(intoWorkgroup);

  it('makes its user by a function of its own, with the secret that is given', () => {
    assert.deepEqual(stacks, ['orders-workflow']);
    assert.equal(rest.arguments['--REDSHIFT_WORKGROUP'], 'old-house');
    assert.equal(
      rest.arguments['--REDSHIFT_IAM_ROLE'],
      'arn:aws:iam::123456789012:role/redshift-copy',
    );
    assert.equal(user.database, 'dev');
    assert.deepEqual(
      resourcesOf(policyOf('Users'), 'secretsmanager:GetSecretValue'),
      ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:admin-a1B2c3'],
    );
    assert.deepEqual(
      resourcesOf(policyOf('load'), 'redshift-serverless:GetCredentials'),
      [
        'arn:aws:redshift-serverless:eu-west-1:123456789012:workgroup/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
      ],
    );
  });
});

describe('a pipeline that names a cluster', () => {
  const { tag, policyOf, ...rest } = deployed(intoCluster);

  it('asks for credentials of its database only', () => {
    assert.equal(rest.arguments['--REDSHIFT_CLUSTER'], 'old-house');
    assert.equal(rest.arguments['--REDSHIFT_WORKGROUP'], undefined);
    assert.equal(tag, 'cluster/old-house/dev.public.orders');
    const [arn] = resourcesOf(
      policyOf('load'),
      'redshift:GetClusterCredentialsWithIAM',
    );
    assert.equal(arn['Fn::Join'][1].at(-1), ':dbname:old-house/dev');
  });
});

describe('a pipeline whose own warehouse lies in a network that there is', () => {
  it('brings no network', () => {
    const { template } = synthesize(inNetwork).warehouse;
    const [workgroup] = propertiesOf(
      template,
      'AWS::RedshiftServerless::Workgroup',
    );
    assert.deepEqual(workgroup!.SecurityGroupIds, ['sg-0a1b2c3d']);
    assert.equal(workgroup!.SubnetIds.length, 3);
    template.resourceCountIs('AWS::EC2::VPC', 0);
    template.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
  });
});
