import { list, oneOf, string, structure } from '../../../protocol/shape';

/** KmsKeyArn: empty, or the ARN of a key of KMS. */
const kmsKeyArn = string({
  pattern: {
    expression: /^$|arn:aws[a-z0-9-]*:kms:.*/,
    says: 'must be the ARN of a KMS key',
  },
});

/** EncryptionConfiguration */
export const encryptionConfiguration = structure(
  {},
  {
    S3Encryption: list(
      structure(
        {},
        {
          S3EncryptionMode: oneOf('DISABLED', 'SSE-KMS', 'SSE-S3'),
          KmsKeyArn: kmsKeyArn,
        },
      ),
    ),
    CloudWatchEncryption: structure(
      {},
      {
        CloudWatchEncryptionMode: oneOf('DISABLED', 'SSE-KMS'),
        KmsKeyArn: kmsKeyArn,
      },
    ),
    JobBookmarksEncryption: structure(
      {},
      {
        JobBookmarksEncryptionMode: oneOf('DISABLED', 'CSE-KMS'),
        KmsKeyArn: kmsKeyArn,
      },
    ),
    DataQualityEncryption: structure(
      {},
      {
        DataQualityEncryptionMode: oneOf('DISABLED', 'SSE-KMS'),
        KmsKeyArn: kmsKeyArn,
      },
    ),
  },
);
