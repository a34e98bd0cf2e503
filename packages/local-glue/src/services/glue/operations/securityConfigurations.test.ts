import { TestGlue } from '../__testUtils__/TestGlue';

describe('security configurations', () => {
  let glue: TestGlue;

  const EncryptionConfiguration = {
    S3Encryption: [{ S3EncryptionMode: 'SSE-S3' }],
    CloudWatchEncryption: {
      CloudWatchEncryptionMode: 'SSE-KMS',
      KmsKeyArn: 'arn:aws:kms:us-east-1:000000000000:key/k',
    },
  };

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateSecurityConfiguration', {
      Name: 'strict',
      EncryptionConfiguration,
    });
  });

  afterEach(() => glue.dispose());

  it('come back as they were made', async () => {
    const expected = {
      Name: 'strict',
      CreatedTimeStamp: expect.any(Date),
      EncryptionConfiguration,
    };
    expect(
      await glue.call('GetSecurityConfiguration', { Name: 'strict' }),
    ).toEqual({ SecurityConfiguration: expected });
    expect(await glue.call('GetSecurityConfigurations', {})).toEqual({
      SecurityConfigurations: [expected],
    });
  });

  it('are made once, and gone when they are deleted', async () => {
    const again = { Name: 'strict', EncryptionConfiguration: {} };
    await expect(
      glue.call('CreateSecurityConfiguration', again),
    ).rejects.toThrow(/already exists/);
    await glue.call('DeleteSecurityConfiguration', { Name: 'strict' });
    for (const operation of [
      'GetSecurityConfiguration',
      'DeleteSecurityConfiguration',
    ]) {
      await expect(glue.call(operation, { Name: 'strict' })).rejects.toThrow(
        /strict/,
      );
    }
  });

  it('name a key as KMS does', async () => {
    await expect(
      glue.call('CreateSecurityConfiguration', {
        Name: 'wrong',
        EncryptionConfiguration: {
          JobBookmarksEncryption: {
            JobBookmarksEncryptionMode: 'CSE-KMS',
            KmsKeyArn: 'alias/mine',
          },
        },
      }),
    ).rejects.toThrow(/KMS key/);
  });
});
