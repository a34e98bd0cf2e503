import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pipelines, propertiesOf, smallest, synthesize } from './example';

for (const [name, input] of Object.entries(pipelines)) {
  describe(`the warehouse of ${name}`, () => {
    const { pipeline, warehouse } = synthesize(input);
    const { template, content } = warehouse;
    const only = (type: string) => {
      const [properties, ...others] = propertiesOf(template, type);
      assert.deepEqual(others, []);
      return properties!;
    };

    it('is private and the smallest there is', () => {
      const workgroup = only('AWS::RedshiftServerless::Workgroup');
      assert.equal(workgroup.WorkgroupName, pipeline.name);
      assert.equal(workgroup.PubliclyAccessible, false);
      assert.equal(workgroup.EnhancedVpcRouting, true);
      assert.equal(workgroup.BaseCapacity, 8);
      assert.equal(workgroup.MaxCapacity, 32);
      assert.deepEqual(workgroup.ConfigParameters, [
        { ParameterKey: 'require_ssl', ParameterValue: 'true' },
        {
          ParameterKey: 'enable_user_activity_logging',
          ParameterValue: 'true',
        },
      ]);
    });

    it('has three subnets in three zones and no way to the internet', () => {
      const workgroup = only('AWS::RedshiftServerless::Workgroup');
      assert.equal(workgroup.SubnetIds.length, 3);
      const zones = propertiesOf(template, 'AWS::EC2::Subnet').map(
        ({ AvailabilityZone }) => AvailabilityZone['Fn::Select'][0],
      );
      assert.deepEqual(zones, [0, 1, 2]);
      template.resourceCountIs('AWS::EC2::InternetGateway', 0);
      template.resourceCountIs('AWS::EC2::NatGateway', 0);
    });

    it('knows no password: Redshift keeps and rotates it', () => {
      const namespace = only('AWS::RedshiftServerless::Namespace');
      assert.equal(namespace.ManageAdminPassword, true);
      assert.equal(namespace.AdminUserPassword, undefined);
      template.resourceCountIs('AWS::SecretsManager::Secret', 0);
      assert.ok(!content.includes('resolve:secretsmanager'));
    });

    it('has nothing in its namespace that CloudFormation changes by replacing it', () => {
      const namespace = only('AWS::RedshiftServerless::Namespace');
      assert.deepEqual(Object.keys(namespace).sort(), [
        'AdminUsername',
        'IamRoles',
        'LogExports',
        'ManageAdminPassword',
        'NamespaceName',
      ]);
    });

    it('lets nobody in, and out only to S3', () => {
      template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
      const { SecurityGroupIngress, SecurityGroupEgress } = only(
        'AWS::EC2::SecurityGroup',
      );
      assert.equal(SecurityGroupIngress, undefined);
      assert.equal(SecurityGroupEgress.length, 1);
      const [endpoint] = propertiesOf(template, 'AWS::EC2::VPCEndpoint');
      assert.equal(endpoint!.VpcEndpointType, 'Gateway');
      template.resourceCountIs('AWS::EC2::VPCEndpoint', 1);
    });

    it('makes the role of the load a user with rights in its schema', () => {
      const user = only('Custom::RedshiftUser');
      const { Environment } = only('AWS::Lambda::Function');
      assert.deepEqual(Environment.Variables, {
        WORKGROUP: pipeline.name,
        NAMESPACE: pipeline.name,
      });
      assert.equal(user.database, pipeline.warehouse.database);
      assert.equal(user.schema, pipeline.warehouse.schema);
      assert.equal(user.user['Fn::Join'][1][0], 'IAMR:');
    });

    it('lets its function do just that', () => {
      const policy = propertiesOf(template, 'AWS::IAM::Policy').find(
        ({ PolicyName }) => PolicyName.includes('LoadUser'),
      )!;
      assert.deepEqual(
        policy.PolicyDocument.Statement.flatMap(({ Action }: any) => Action),
        [
          'logs:CreateLogStream',
          'logs:PutLogEvents',
          'redshift-serverless:GetNamespace',
          'redshift-data:ExecuteStatement',
          'redshift-data:DescribeStatement',
          'redshift-data:GetStatementResult',
          'secretsmanager:GetSecretValue',
          'secretsmanager:DescribeSecret',
        ],
      );
    });

    it('fixes no name but the documented ones', () => {
      assert.ok(
        !/"(RoleName|BucketName|GroupName|LogGroupName)":"/.test(content),
      );
    });
  });
}

describe('the warehouse', () => {
  it('is as large as the pipeline says', () => {
    const { warehouse } = synthesize({
      ...smallest,
      warehouse: { ...smallest.warehouse, capacity: { base: 16, max: 128 } },
    });
    const [workgroup] = propertiesOf(
      warehouse.template,
      'AWS::RedshiftServerless::Workgroup',
    );
    assert.equal(workgroup!.BaseCapacity, 16);
    assert.equal(workgroup!.MaxCapacity, 128);
  });
});
