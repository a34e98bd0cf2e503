import { createHash } from 'node:crypto';
import { nameByStack } from '../physicalName';
import { ResourceState } from './ResourceHandler';

/** Prefixes of the ids that EC2 gives, by type: an id looks like `subnet-0123456789abcdef0`. */
const ec2Prefixes: Record<string, string> = {
  'AWS::EC2::EIP': 'eipalloc',
  'AWS::EC2::FlowLog': 'fl',
  'AWS::EC2::InternetGateway': 'igw',
  'AWS::EC2::NatGateway': 'nat',
  'AWS::EC2::NetworkAcl': 'acl',
  'AWS::EC2::RouteTable': 'rtb',
  'AWS::EC2::SecurityGroup': 'sg',
  'AWS::EC2::Subnet': 'subnet',
  'AWS::EC2::VPC': 'vpc',
  'AWS::EC2::VPCEndpoint': 'vpce',
};

/** The ARN's resource part before the id, for types that have one; `service:prefix`. */
const arnShapes: Record<string, [service: string, prefix: string]> = {
  'AWS::CloudWatch::Alarm': ['cloudwatch', 'alarm:'],
  'AWS::Events::Rule': ['events', 'rule/'],
  'AWS::IAM::ManagedPolicy': ['iam', 'policy/'],
  'AWS::IAM::Role': ['iam', 'role/'],
  'AWS::IAM::User': ['iam', 'user/'],
  'AWS::KMS::Key': ['kms', 'key/'],
  'AWS::Lambda::Function': ['lambda', 'function:'],
  'AWS::Logs::LogGroup': ['logs', 'log-group:'],
  'AWS::SNS::Topic': ['sns', ''],
  'AWS::SQS::Queue': ['sqs', ''],
};

/** Types whose Ref is their ARN. */
const refIsArn = new Set(['AWS::IAM::ManagedPolicy', 'AWS::SNS::Topic']);

/** Properties that name a resource, in the order in which they are looked for. */
const nameProperties = [
  'RoleName',
  'ManagedPolicyName',
  'PolicyName',
  'UserName',
  'LogGroupName',
  'FunctionName',
  'TopicName',
  'QueueName',
  'AlarmName',
  'Name',
];

interface Place {
  accountId: string;
  region: string;
}

/**
 * What references to a resource give that has no meaning on this machine: an
 * id in the form that AWS gives such a resource, always the same for the same
 * resource.
 */
export function leftOutState(
  stack: string,
  logicalId: string,
  type: string,
  properties: Record<string, unknown>,
  place: Place,
): ResourceState {
  // Ref of an attachment is the secret it attaches ("Return values" of its page).
  if (type === 'AWS::SecretsManager::SecretTargetAttachment') {
    return { physicalId: String(properties.SecretId), attributes: {} };
  }
  const id = ownId(stack, logicalId, type, properties);
  const arn = arnOf(type, id, place);
  return {
    physicalId: refIsArn.has(type) ? arn : id,
    attributes: {
      Arn: arn,
      ...wellKnownAttributes(type, id, properties, place),
    },
  };
}

function ownId(
  stack: string,
  logicalId: string,
  type: string,
  properties: Record<string, unknown>,
): string {
  const hash = createHash('sha256')
    .update(`${stack}\n${logicalId}`)
    .digest('hex');
  if (Object.hasOwn(ec2Prefixes, type)) {
    return `${ec2Prefixes[type]}-${hash.slice(0, 17)}`;
  }
  if (type === 'AWS::KMS::Key') {
    return [8, 4, 4, 4, 12]
      .map((length, index) => hash.slice(index * 12, index * 12 + length))
      .join('-');
  }
  const given = nameProperties
    .map(name => properties[name])
    .find(value => typeof value === 'string');
  return (
    (given as string | undefined) ??
    nameByStack(stack, logicalId, 64, hash.slice(0, 12))
  );
}

function arnOf(type: string, id: string, place: Place): string {
  const { accountId, region } = place;
  const [service, prefix] = arnShapes[type] ?? [
    (type.split('::')[1] ?? type).toLowerCase(),
    `${(type.split('::')[2] ?? 'resource').toLowerCase()}/`,
  ];
  const where = service === 'iam' ? '' : region;
  // GetAtt Arn of a log group ends in ":*" ("Return values" of AWS::Logs::LogGroup).
  const end = type === 'AWS::Logs::LogGroup' ? ':*' : '';
  return `arn:aws:${service}:${where}:${accountId}:${prefix}${id}${end}`;
}

function wellKnownAttributes(
  type: string,
  id: string,
  properties: Record<string, unknown>,
  { accountId, region }: Place,
): Record<string, unknown> {
  switch (type) {
    case 'AWS::EC2::VPC':
      return {
        VpcId: id,
        CidrBlock: properties.CidrBlock,
        DefaultSecurityGroup: id.replace('vpc-', 'sg-'),
        DefaultNetworkAcl: id.replace('vpc-', 'acl-'),
        CidrBlockAssociations: [id.replace('vpc-', 'vpc-cidr-assoc-')],
        Ipv6CidrBlocks: [],
      };
    case 'AWS::EC2::Subnet':
      return {
        SubnetId: id,
        AvailabilityZone: properties.AvailabilityZone ?? `${region}a`,
        CidrBlock: properties.CidrBlock,
        VpcId: properties.VpcId,
        NetworkAclAssociationId: id.replace('subnet-', 'aclassoc-'),
      };
    case 'AWS::EC2::SecurityGroup':
      return { GroupId: id, VpcId: properties.VpcId };
    case 'AWS::EC2::RouteTable':
      return { RouteTableId: id };
    case 'AWS::EC2::InternetGateway':
      return { InternetGatewayId: id };
    case 'AWS::EC2::NatGateway':
      return { NatGatewayId: id };
    case 'AWS::EC2::EIP':
      return { AllocationId: id, PublicIp: '127.0.0.1' };
    case 'AWS::IAM::Role':
      return { RoleId: id };
    case 'AWS::KMS::Key':
      return { KeyId: id };
    case 'AWS::SNS::Topic':
      return { TopicName: id };
    case 'AWS::SQS::Queue':
      return {
        QueueName: id,
        QueueUrl: `https://sqs.${region}.amazonaws.com/${accountId}/${id}`,
      };
    default:
      return {};
  }
}
