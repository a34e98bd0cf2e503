import { DeployError } from './DeployError';
import { Template } from './template';
import { TemplateResolver } from './TemplateResolver';

const template: Template = {
  Conditions: {
    IsLocal: { 'Fn::Equals': [{ Ref: 'Stage' }, 'local'] },
    IsNotLocal: { 'Fn::Not': [{ Condition: 'IsLocal' }] },
    Both: {
      'Fn::And': [{ Condition: 'IsLocal' }, { Condition: 'IsNotLocal' }],
    },
    Either: {
      'Fn::Or': [{ Condition: 'IsLocal' }, { Condition: 'IsNotLocal' }],
    },
  },
  Mappings: { Sizes: { 'us-east-1': { small: 2 } } },
};

const attributes: Record<string, unknown> = {
  'Bucket.Arn': 'arn:aws:s3:::data',
  'Workgroup.Workgroup.Endpoint.Port': 5439,
  'Custom.Data': 'made-up',
};

const resolver = new TemplateResolver(template, {
  pseudoParameters: { 'AWS::Region': 'us-east-1', 'AWS::Partition': 'aws' },
  parameters: { Stage: 'local', Zones: ['x', 'y'] },
  ref: logicalId => (logicalId === 'Bucket' ? 'data' : undefined),
  attribute: (logicalId, name) => {
    const value = attributes[`${logicalId}.${name}`];
    if (value === undefined) throw new DeployError('no such attribute');
    return value;
  },
  isMadeUp: text => text === 'made-up',
  importValue: name => `imported ${name}`,
  availabilityZones: region => [`${region}a`, `${region}b`],
});

describe('TemplateResolver', () => {
  it.each<[string, unknown, unknown]>([
    ['a literal', 'plain', 'plain'],
    ['a number', 3, 3],
    ['a Ref of a resource', { Ref: 'Bucket' }, 'data'],
    ['a Ref of a parameter', { Ref: 'Stage' }, 'local'],
    ['a Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['NoValue in a structure', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['NoValue in a list', [1, { Ref: 'AWS::NoValue' }, 2], [1, 2]],
    ['NoValue alone', { Ref: 'AWS::NoValue' }, undefined],
    [
      'GetAtt as a list',
      { 'Fn::GetAtt': ['Bucket', 'Arn'] },
      'arn:aws:s3:::data',
    ],
    ['GetAtt as text', { 'Fn::GetAtt': 'Bucket.Arn' }, 'arn:aws:s3:::data'],
    [
      'GetAtt of a nested attribute keeps its type',
      { 'Fn::GetAtt': ['Workgroup', 'Workgroup.Endpoint.Port'] },
      5439,
    ],
    [
      'Join with functions inside',
      { 'Fn::Join': ['', ['s3://', { Ref: 'Bucket' }, '/raw/']] },
      's3://data/raw/',
    ],
    [
      'Join of a list parameter',
      { 'Fn::Join': ['-', { Ref: 'Zones' }] },
      'x-y',
    ],
    [
      'Sub',
      // eslint-disable-next-line no-template-curly-in-string -- CloudFormation's syntax
      { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Bucket}/*' },
      'arn:aws:s3:::data/*',
    ],
    // eslint-disable-next-line no-template-curly-in-string -- CloudFormation's syntax
    [
      'Sub of an attribute',
      { 'Fn::Sub': '${Bucket.Arn}/*' },
      'arn:aws:s3:::data/*',
    ],
    // eslint-disable-next-line no-template-curly-in-string -- CloudFormation's syntax
    ['Sub of a literal', { 'Fn::Sub': '${!Literal}' }, '${Literal}'],
    [
      'Sub with variables',
      // eslint-disable-next-line no-template-curly-in-string -- CloudFormation's syntax
      { 'Fn::Sub': ['${name}.${AWS::Region}', { name: { Ref: 'Bucket' } }] },
      'data.us-east-1',
    ],
    [
      'Select of something left out',
      { 'Fn::Select': [2, { 'Fn::GetAtt': ['Custom', 'Data'] }] },
      'made-up',
    ],
    [
      'Split of something left out',
      {
        'Fn::Select': [
          1,
          { 'Fn::Split': ['-', { 'Fn::GetAtt': ['Custom', 'Data'] }] },
        ],
      },
      'made-up',
    ],
    [
      'Join of something left out',
      { 'Fn::Join': [',', { 'Fn::GetAtt': ['Custom', 'Data'] }] },
      'made-up',
    ],
    ['Select', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
    [
      'Select of Split',
      { 'Fn::Select': ['2', { 'Fn::Split': [':', 'a:b:c'] }] },
      'c',
    ],
    [
      'GetAZs of the own region',
      { 'Fn::GetAZs': '' },
      ['us-east-1a', 'us-east-1b'],
    ],
    ['GetAZs', { 'Fn::GetAZs': 'eu-west-1' }, ['eu-west-1a', 'eu-west-1b']],
    ['ImportValue', { 'Fn::ImportValue': 'name' }, 'imported name'],
    [
      'FindInMap',
      { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] },
      2,
    ],
    [
      'FindInMap with a default',
      { 'Fn::FindInMap': ['Sizes', 'x', 'y', { DefaultValue: 1 }] },
      1,
    ],
    ['If, true', { 'Fn::If': ['IsLocal', 'yes', 'no'] }, 'yes'],
    ['If, false', { 'Fn::If': ['IsNotLocal', 'yes', 'no'] }, 'no'],
    [
      'If with NoValue',
      { a: { 'Fn::If': ['Both', 1, { Ref: 'AWS::NoValue' }] } },
      {},
    ],
    ['And, Or', { 'Fn::If': ['Either', 'either', 'none'] }, 'either'],
    ['Base64', { 'Fn::Base64': 'abc' }, 'YWJj'],
    ['Length', { 'Fn::Length': [1, 2, 3] }, 3],
    [
      'ToJsonString',
      { 'Fn::ToJsonString': { a: { Ref: 'Bucket' } } },
      '{"a":"data"}',
    ],
    [
      "an IAM statement's Condition, which is a property",
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
    [
      'a dynamic reference, as written',
      '{{resolve:secretsmanager:a:SecretString:password::}}',
      '{{resolve:secretsmanager:a:SecretString:password::}}',
    ],
  ])('resolves %s', (_what, value, expected) => {
    expect(resolver.resolve(value)).toEqual(expected);
  });

  it.each<[unknown, string]>([
    [{ Ref: 'Missing' }, 'Ref names "Missing"'],
    [{ 'Fn::GetAtt': ['Bucket', 'Nope'] }, 'no such attribute'],
    [{ 'Fn::Select': [5, ['a']] }, 'item 5 of a list of 1'],
    [{ 'Fn::FindInMap': ['Sizes', 'x', 'y'] }, 'finds nothing at Sizes, x, y'],
    [{ 'Fn::Transform': {} }, 'does not know the function Fn::Transform'],
    [{ 'Fn::If': ['Unknown', 1, 2] }, 'no condition "Unknown"'],
    [{ 'Fn::Join': ['-', 'text'] }, 'Fn::Join needs a list'],
    // eslint-disable-next-line no-template-curly-in-string -- CloudFormation's syntax
    [{ 'Fn::Sub': '${Zones}' }, 'Fn::Sub needs text'],
  ])('rejects %j', (value, message) => {
    expect(() => resolver.resolve(value)).toThrow(message);
  });
});
