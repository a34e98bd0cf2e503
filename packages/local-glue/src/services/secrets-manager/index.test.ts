import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { TestServices } from '../__testUtils__/TestServices';

describe('Secrets Manager', () => {
  let server: TestServices;
  let client: SecretsManagerClient;

  beforeEach(async () => {
    server = await TestServices.start();
    client = new SecretsManagerClient(server.clientConfig);
  });

  afterEach(async () => {
    client.destroy();
    await server.remove();
  });

  const create = (SecretString?: string) =>
    client.send(
      new CreateSecretCommand({
        Name: 'covid/admin',
        Description: 'Administrator',
        SecretString,
        Tags: [{ Key: 'owner', Value: 'x' }],
      }),
    );
  const value = (SecretId = 'covid/admin', members: object = {}) =>
    client.send(new GetSecretValueCommand({ SecretId, ...members }));

  it('is found by name, ARN and ARN without its end', async () => {
    const { ARN = '', VersionId } = await create('{"password":"a"}');
    expect(ARN).toMatch(
      /^arn:aws:secretsmanager:us-east-1:000000000000:secret:covid\/admin-[A-Za-z0-9]{6}$/,
    );
    for (const id of ['covid/admin', ARN, ARN.slice(0, -7)]) {
      expect(await value(id)).toMatchObject({
        ARN,
        Name: 'covid/admin',
        SecretString: '{"password":"a"}',
        VersionId,
        VersionStages: ['AWSCURRENT'],
      });
    }
    await expect(value('covid/%')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('keeps bytes as they are', async () => {
    const bytes = new Uint8Array([0, 255, 10]);
    await client.send(
      new CreateSecretCommand({ Name: 'bytes', SecretBinary: bytes }),
    );
    expect((await value('bytes')).SecretBinary).toEqual(bytes);
  });

  it('keeps the current version and the one before it', async () => {
    await create('one');
    await client.send(
      new PutSecretValueCommand({
        SecretId: 'covid/admin',
        SecretString: 'two',
      }),
    );
    const { VersionId } = await client.send(
      new UpdateSecretCommand({
        SecretId: 'covid/admin',
        SecretString: 'three',
        Description: 'Changed',
      }),
    );
    expect((await value()).SecretString).toBe('three');
    expect(
      (await value(undefined, { VersionStage: 'AWSPREVIOUS' })).SecretString,
    ).toBe('two');
    const described = await client.send(
      new DescribeSecretCommand({ SecretId: 'covid/admin' }),
    );
    expect(described).toMatchObject({
      Description: 'Changed',
      Tags: [{ Key: 'owner', Value: 'x' }],
    });
    expect(described.VersionIdsToStages?.[VersionId ?? '']).toEqual([
      'AWSCURRENT',
    ]);
    expect(Object.keys(described.VersionIdsToStages ?? {})).toHaveLength(2);
  });

  it('takes a repeated request for one, and no other value under its token', async () => {
    await create('one');
    const ClientRequestToken = '01234567-89ab-cdef-0123-456789abcdef';
    const put = (SecretString: string) =>
      client.send(
        new PutSecretValueCommand({
          SecretId: 'covid/admin',
          SecretString,
          ClientRequestToken,
        }),
      );
    await put('two');
    expect((await put('two')).VersionId).toBe(ClientRequestToken);
    await expect(put('three')).rejects.toMatchObject({
      name: 'ResourceExistsException',
    });
    expect((await value()).SecretString).toBe('two');
  });

  it('has no value until it is given one', async () => {
    await create();
    await expect(value()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('is unusable once its deletion is scheduled, and gone when forced', async () => {
    await create('one');
    const remove = (members: object) =>
      client.send(
        new DeleteSecretCommand({ SecretId: 'covid/admin', ...members }),
      );
    await remove({ RecoveryWindowInDays: 7 });
    await expect(value()).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
    await expect(create('two')).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
    expect((await client.send(new ListSecretsCommand({}))).SecretList).toEqual(
      [],
    );
    await remove({ ForceDeleteWithoutRecovery: true });
    await create('two');
    expect((await value()).SecretString).toBe('two');
    const { SecretList } = await client.send(new ListSecretsCommand({}));
    expect(SecretList?.map(({ Name }) => Name)).toEqual(['covid/admin']);
  });

  it('refuses duplicates, invalid names and too much', async () => {
    await create('one');
    await expect(create('one')).rejects.toMatchObject({
      name: 'ResourceExistsException',
    });
    await expect(
      client.send(new CreateSecretCommand({ Name: 'no spaces' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(
      client.send(
        new PutSecretValueCommand({
          SecretId: 'covid/admin',
          SecretString: 'ä'.repeat(40_000),
        }),
      ),
    ).rejects.toThrow('65536 are allowed');
  });
});
