import { AwsError } from '../base/AwsError';
import { readQuery, writeQueryError, writeQueryResult } from './query';

describe('readQuery', () => {
  it.each<[string, string, Record<string, unknown>]>([
    [
      'plain members',
      'ClusterIdentifier=a&MaxRecords=20',
      { ClusterIdentifier: 'a', MaxRecords: '20' },
    ],
    [
      'lists whose members have a name',
      'TagKeys.TagKey.1=a&TagKeys.TagKey.2=b',
      { TagKeys: ['a', 'b'] },
    ],
    [
      'lists of structures',
      'Tags.Tag.1.Key=k&Tags.Tag.1.Value=v',
      { Tags: [{ Key: 'k', Value: 'v' }] },
    ],
    ['flat lists', 'Ids.1=a&Ids.2=b', { Ids: ['a', 'b'] }],
    [
      'lists out of order',
      'Ids.member.10=c&Ids.member.2=b',
      { Ids: ['b', 'c'] },
    ],
    ['structures', 'Endpoint.Port=5439', { Endpoint: { Port: '5439' } }],
    ['encoded characters', 'Name=a%20b%26c', { Name: 'a b&c' }],
  ])('reads %s', (_what, members, expected) => {
    const { action, input } = readQuery(
      `Action=DescribeClusters&Version=2012-12-01&${members}`,
    );
    expect(action).toBe('DescribeClusters');
    expect({ ...input }).toEqual(expected);
  });

  it('keeps names like __proto__ from reaching a prototype', () => {
    const { input } = readQuery('Action=A&__proto__.polluted=yes');
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(Object.getPrototypeOf(input)).toBeNull();
  });

  it('rejects a form without an Action', () => {
    expect(() => readQuery('Version=1')).toThrow('names no Action');
  });
});

it('writes a result', () => {
  expect(
    writeQueryResult({
      action: 'GetCallerIdentity',
      output: { Account: '000000000000' },
      requestId: 'id',
      xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    }),
  ).toContain(
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>000000000000</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></GetCallerIdentityResponse>',
  );
});

it.each([
  [400, 'Sender'],
  [500, 'Receiver'],
])('writes an error of status %d as the fault of the %s', (status, type) => {
  const xml = writeQueryError(new AwsError('Code', 'a < b', status), 'id');
  expect(xml).toContain(`<Type>${type}</Type><Code>Code</Code>`);
  expect(xml).toContain('<Message>a &lt; b</Message>');
});
