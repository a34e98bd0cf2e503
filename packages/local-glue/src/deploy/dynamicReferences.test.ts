import { resolveDynamicReferences } from './dynamicReferences';

const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:name-AbCdEf';
const asked: unknown[] = [];
const read = async (secretId: string, version: object) => {
  asked.push([secretId, version]);
  return secretId === 'plain' ? 'text' : '{"username":"admin","port":5439}';
};

describe('resolveDynamicReferences', () => {
  beforeEach(() => {
    asked.length = 0;
  });

  it.each([
    [`{{resolve:secretsmanager:${arn}:SecretString:username::}}`, 'admin'],
    [`{{resolve:secretsmanager:${arn}:SecretString:username}}`, 'admin'],
    ['{{resolve:secretsmanager:name:SecretString:port::}}', '5439'],
    ['{{resolve:secretsmanager:plain}}', 'text'],
    ['{{resolve:secretsmanager:plain:SecretString}}', 'text'],
    [
      'jdbc:{{resolve:secretsmanager:plain}}@{{resolve:secretsmanager:plain}}!',
      'jdbc:text@text!',
    ],
    ['no reference', 'no reference'],
  ])('%s gives %s', async (text, expected) => {
    expect(await resolveDynamicReferences({ a: [text], n: 1 }, read)).toEqual({
      a: [expected],
      n: 1,
    });
  });

  it('passes the id with its colons, the stage and the version', async () => {
    await resolveDynamicReferences(
      `{{resolve:secretsmanager:${arn}:SecretString:username:AWSPREVIOUS:v1}}`,
      read,
    );
    expect(asked).toEqual([[arn, { stage: 'AWSPREVIOUS', id: 'v1' }]]);
  });

  it.each([
    ['{{resolve:ssm:/a/b:1}}', 'reads from ssm'],
    ['{{resolve:secretsmanager:name:SecretString:nope::}}', 'no key "nope"'],
    ['{{resolve:secretsmanager:plain:SecretString:key::}}', 'is not JSON'],
  ])('rejects %s', async (text, message) => {
    await expect(resolveDynamicReferences(text, read)).rejects.toThrow(message);
  });
});
