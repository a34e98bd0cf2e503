import { leftOutState } from './leftOut';

const place = { accountId: '000000000000', region: 'us-east-1' };

describe('leftOutState', () => {
  it.each<[string, Record<string, unknown>, RegExp, string, RegExp]>([
    [
      'AWS::IAM::Role',
      { RoleName: 'glue' },
      /^glue$/,
      'Arn',
      /^arn:aws:iam::000000000000:role\/glue$/,
    ],
    ['AWS::EC2::VPC', {}, /^vpc-[0-9a-f]{17}$/, 'VpcId', /^vpc-/],
    [
      'AWS::EC2::Subnet',
      { AvailabilityZone: 'us-east-1b' },
      /^subnet-[0-9a-f]{17}$/,
      'AvailabilityZone',
      /^us-east-1b$/,
    ],
    [
      'AWS::EC2::SecurityGroup',
      {},
      /^sg-[0-9a-f]{17}$/,
      'GroupId',
      /^sg-[0-9a-f]{17}$/,
    ],
    [
      'AWS::KMS::Key',
      {},
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'Arn',
      /^arn:aws:kms:us-east-1:000000000000:key\/[0-9a-f-]{36}$/,
    ],
    [
      'AWS::Logs::LogGroup',
      { LogGroupName: '/a' },
      /^\/a$/,
      'Arn',
      /:log-group:\/a:\*$/,
    ],
    [
      'AWS::SNS::Topic',
      { TopicName: 't' },
      /^arn:aws:sns:.*:t$/,
      'TopicName',
      /^t$/,
    ],
    [
      'AWS::SecretsManager::SecretTargetAttachment',
      { SecretId: 'arn:secret' },
      /^arn:secret$/,
      'none',
      /^undefined$/,
    ],
    [
      'Custom::Anything',
      {},
      /^s-Id-[0-9a-f]{12}$/,
      'Arn',
      /^arn:aws:anything:/,
    ],
  ])('of %s with %j', (type, properties, ref, attribute, value) => {
    const state = leftOutState('s', 'Id', type, properties, place);
    expect(state.physicalId).toMatch(ref);
    expect(String(state.attributes[attribute])).toMatch(value);
    // A second deployment must not find that anything changed.
    expect(leftOutState('s', 'Id', type, properties, place)).toEqual(state);
  });
});
