import { TestGlue } from '../__testUtils__/TestGlue';

describe('connections', () => {
  let glue: TestGlue;

  const input = (Name: string, members: object = {}) => ({
    Name,
    ConnectionType: 'JDBC',
    ConnectionProperties: {
      JDBC_CONNECTION_URL: 'jdbc:redshift://127.0.0.1:5439/dev',
      USERNAME: 'admin',
      PASSWORD: 'secret',
    },
    MatchCriteria: ['warehouse'],
    PhysicalConnectionRequirements: { SubnetId: 'subnet-1' },
    ...members,
  });

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateConnection', { ConnectionInput: input('redshift') });
  });

  afterEach(() => glue.dispose());

  const get = async (members: object = {}) => {
    const { Connection } = await glue.call('GetConnection', {
      Name: 'redshift',
      ...members,
    });
    return Connection;
  };

  it('come back as they were made', async () => {
    expect(await get()).toEqual({
      ...input('redshift'),
      CreationTime: expect.any(Date),
      LastUpdatedTime: expect.any(Date),
      LastUpdatedBy: 'local-glue',
      Status: 'READY',
      ConnectionSchemaVersion: 1,
    });
  });

  it('hide their password when asked to', async () => {
    const expected = {
      JDBC_CONNECTION_URL: 'jdbc:redshift://127.0.0.1:5439/dev',
      USERNAME: 'admin',
    };
    const connection = await get({ HidePassword: true });
    expect(connection.ConnectionProperties).toEqual(expected);
    const { ConnectionList } = await glue.call('GetConnections', {
      HidePassword: true,
    });
    expect(ConnectionList[0].ConnectionProperties).toEqual(expected);
  });

  it('come with the properties of one environment when asked to', async () => {
    await glue.call('CreateConnection', {
      ConnectionInput: input('both', {
        SparkProperties: { USERNAME: 'spark' },
      }),
    });
    const properties = async (environment?: string) => {
      const { ConnectionProperties } = await get({
        Name: 'both',
        ApplyOverrideForComputeEnvironment: environment,
      });
      return ConnectionProperties;
    };
    const { ConnectionProperties } = input('both');
    expect(await properties()).toEqual(ConnectionProperties);
    expect(await properties('ATHENA')).toEqual(ConnectionProperties);
    expect(await properties('SPARK')).toEqual({
      ...ConnectionProperties,
      USERNAME: 'spark',
    });
  });

  it('never keep credentials of an authentication configuration', async () => {
    const SecretArn =
      'arn:aws:secretsmanager:us-east-1:000000000000:secret:redshift';
    await glue.call('CreateConnection', {
      ConnectionInput: input('authenticated', {
        AuthenticationConfiguration: {
          AuthenticationType: 'BASIC',
          SecretArn,
          BasicAuthenticationCredentials: {
            Username: 'u',
            Password: 'hunter2',
          },
        },
      }),
    });
    const { Connection } = await glue.call('GetConnection', {
      Name: 'authenticated',
    });
    expect(Connection.AuthenticationConfiguration).toEqual({
      AuthenticationType: 'BASIC',
      SecretArn,
    });
    const stored = glue.database
      .prepare('SELECT group_concat(definition) AS text FROM glue_connection')
      .get() as { text: string };
    expect(stored.text).not.toContain('hunter2');
  });

  it('can be replaced', async () => {
    const { CreationTime } = await get();
    await glue.call('UpdateConnection', {
      Name: 'redshift',
      ConnectionInput: {
        Name: 'redshift',
        ConnectionType: 'NETWORK',
        ConnectionProperties: {},
      },
    });
    const updated = await get();
    expect(updated).toMatchObject({ ConnectionType: 'NETWORK', CreationTime });
    expect(updated.MatchCriteria).toBeUndefined();
  });

  it.each([
    [{}, ['network', 'redshift']],
    [{ Filter: { ConnectionType: 'JDBC' } }, ['redshift']],
    [{ Filter: { MatchCriteria: ['warehouse'] } }, ['redshift']],
    [{ Filter: { MatchCriteria: ['warehouse', 'x'] } }, []],
    [{ Filter: { ConnectionSchemaVersion: 2 } }, []],
    [{ MaxResults: 1 }, ['network']],
  ])('are listed by %j', async (members, names) => {
    await glue.call('CreateConnection', {
      ConnectionInput: input('network', {
        ConnectionType: 'NETWORK',
        MatchCriteria: [],
      }),
    });
    const { ConnectionList } = await glue.call('GetConnections', members);
    expect(ConnectionList.map((each: any) => each.Name)).toEqual(names);
  });

  it('can be deleted, many at a time', async () => {
    await glue.call('CreateConnection', { ConnectionInput: input('b') });
    await glue.call('DeleteConnection', { ConnectionName: 'b' });
    expect(
      await glue.call('BatchDeleteConnection', {
        ConnectionNameList: ['b', 'redshift'],
      }),
    ).toEqual({
      Succeeded: ['redshift'],
      Errors: {
        b: expect.objectContaining({ ErrorCode: 'EntityNotFoundException' }),
      },
    });
  });

  it.each([
    [
      'CreateConnection',
      { ConnectionInput: input('redshift') },
      'AlreadyExistsException',
    ],
    [
      'CreateConnection',
      { ConnectionInput: { Name: 'x' } },
      'ValidationException',
    ],
    ['GetConnection', { Name: 'x' }, 'EntityNotFoundException'],
    [
      'UpdateConnection',
      { Name: 'x', ConnectionInput: input('x') },
      'EntityNotFoundException',
    ],
    [
      'UpdateConnection',
      { Name: 'redshift', ConnectionInput: input('x') },
      'InvalidInputException',
    ],
    ['DeleteConnection', { ConnectionName: 'x' }, 'EntityNotFoundException'],
  ])('%s of %j is %s', async (operation, members, code) => {
    await expect(glue.call(operation, members)).rejects.toMatchObject({ code });
  });
});
