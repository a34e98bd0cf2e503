import {
  boolean,
  integer,
  list,
  oneOf,
  string,
  structure,
} from '../../protocol/shape';

/** The constraints of the AWS Secrets Manager API Reference, a table for each operation. */

const description = string({ max: 2048 });
const kmsKeyId = string({ max: 2048 });
const secretId = string({ min: 1, max: 2048 });
const secretType = string({ max: 256 });
const versionStage = string({ min: 1, max: 256 });

const value = {
  ClientRequestToken: string({ min: 32, max: 64 }),
  // 65,536 bytes in Base64.
  SecretBinary: string({ min: 1, max: 87_384, sensitive: true }),
  SecretString: string({ min: 1, max: 65_536, sensitive: true }),
};

export const inputs = {
  CreateSecret: structure(
    { Name: string({ min: 1, max: 512 }) },
    {
      ...value,
      Description: description,
      KmsKeyId: kmsKeyId,
      Tags: list(
        structure(
          {},
          { Key: string({ min: 1, max: 128 }), Value: string({ max: 256 }) },
        ),
      ),
      AddReplicaRegions: list(
        structure(
          {},
          {
            Region: string({
              min: 1,
              max: 128,
              pattern: {
                expression: /^([a-z]+-)+\d+$/,
                says: 'must be the name of a region',
              },
            }),
            KmsKeyId: kmsKeyId,
          },
        ),
        { min: 1 },
      ),
      ForceOverwriteReplicaSecret: boolean(),
      Type: secretType,
    },
  ),
  DeleteSecret: structure(
    { SecretId: secretId },
    {
      RecoveryWindowInDays: integer(),
      ForceDeleteWithoutRecovery: boolean(),
    },
  ),
  DescribeSecret: structure({ SecretId: secretId }),
  GetSecretValue: structure(
    { SecretId: secretId },
    { VersionId: string({ min: 32, max: 64 }), VersionStage: versionStage },
  ),
  ListSecrets: structure(
    {},
    {
      IncludePlannedDeletion: boolean(),
      MaxResults: integer({ min: 1, max: 100 }),
      NextToken: string({ min: 1, max: 4096 }),
      Filters: list(
        structure(
          {},
          {
            Key: oneOf(
              'description',
              'name',
              'tag-key',
              'tag-value',
              'primary-region',
              'owning-service',
              'all',
            ),
            Values: list(
              string({
                max: 512,
                pattern: {
                  expression: /^!?[a-zA-Z0-9 :_@/+=.\-!]*$/,
                  says: 'must consist of letters, digits and :_@/+=.-!',
                },
              }),
              { min: 1, max: 10 },
            ),
          },
        ),
        { max: 10 },
      ),
      SortOrder: oneOf('asc', 'desc'),
      SortBy: oneOf(
        'created-date',
        'last-accessed-date',
        'last-changed-date',
        'name',
      ),
    },
  ),
  PutSecretValue: structure(
    { SecretId: secretId },
    {
      ...value,
      VersionStages: list(versionStage, { min: 1, max: 20 }),
      RotationToken: string({
        min: 36,
        max: 256,
        pattern: {
          expression: /^[a-zA-Z0-9-]+$/,
          says: 'must consist of letters, digits and hyphens',
        },
      }),
    },
  ),
  UpdateSecret: structure(
    { SecretId: secretId },
    {
      ...value,
      Description: description,
      KmsKeyId: kmsKeyId,
      Type: secretType,
    },
  ),
};
