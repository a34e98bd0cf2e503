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
      assert.deepEqual(workgroup.ConfigParameters, [
        { ParameterKey: 'require_ssl', ParameterValue: 'true' },
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

    it('never shows the password', () => {
      const namespace = only('AWS::RedshiftServerless::Namespace');
      assert.equal(namespace.DbName, pipeline.warehouse.database);
      assert.equal(
        namespace.AdminUserPassword['Fn::Join'][1][0],
        '{{resolve:secretsmanager:',
      );
      assert.equal(only('AWS::SecretsManager::Secret').SecretString, undefined);
    });

    it('is connected by the secret and over TLS, without a password', () => {
      const { ConnectionInput } = only('AWS::Glue::Connection');
      assert.deepEqual(
        Object.keys(ConnectionInput.ConnectionProperties).sort(),
        ['JDBC_CONNECTION_URL', 'JDBC_ENFORCE_SSL', 'SECRET_ID'],
      );
      const { JDBC_CONNECTION_URL, JDBC_ENFORCE_SSL } =
        ConnectionInput.ConnectionProperties;
      assert.equal(JDBC_ENFORCE_SSL, 'true');
      assert.equal(JDBC_CONNECTION_URL['Fn::Join'][1][0], 'jdbc:redshift://');
      assert.equal(
        JDBC_CONNECTION_URL['Fn::Join'][1][2],
        `:5439/${pipeline.warehouse.database}`,
      );
      assert.equal(ConnectionInput.Name, `${pipeline.name}-redshift`);
    });

    it('lets in only its own security group', () => {
      const ingress = only('AWS::EC2::SecurityGroupIngress');
      assert.deepEqual(ingress.SourceSecurityGroupId, ingress.GroupId);
      assert.equal(
        only('AWS::EC2::SecurityGroup').SecurityGroupIngress,
        undefined,
      );
    });

    it('reaches AWS by endpoints in its network', () => {
      const services = propertiesOf(template, 'AWS::EC2::VPCEndpoint')
        .map(({ ServiceName }) => ServiceName['Fn::Join'][1].at(-1))
        .sort();
      assert.deepEqual(services, [
        '.glue',
        '.logs',
        '.monitoring',
        '.s3',
        '.secretsmanager',
      ]);
    });

    it('fixes no name but the documented ones', () => {
      assert.ok(
        !/"(RoleName|BucketName|GroupName|LogGroupName)":"/.test(content),
      );
      assert.equal(only('AWS::SecretsManager::Secret').Name, undefined);
    });
  });
}

describe('the warehouse', () => {
  it('keeps secret and warehouse when told to retain', () => {
    const policies = (context: Record<string, unknown>) => {
      const { template } = synthesize(smallest, context).warehouse;
      return [
        'AWS::SecretsManager::Secret',
        'AWS::RedshiftServerless::Namespace',
        'AWS::RedshiftServerless::Workgroup',
      ].map(
        type => Object.values(template.findResources(type))[0]!.DeletionPolicy,
      );
    };
    assert.deepEqual(policies({}), ['Delete', 'Delete', 'Delete']);
    assert.deepEqual(policies({ retain: true }), [
      'Retain',
      'Retain',
      'Retain',
    ]);
  });
});
