import { Secret, SecretVersion } from './SecretStore';

/** What DescribeSecret and ListSecrets both say. */
export function secretOutput(
  secret: Secret,
  versions: readonly SecretVersion[],
) {
  return {
    ARN: secret.arn,
    Name: secret.name,
    Description: secret.description ?? undefined,
    KmsKeyId: secret.kmsKeyId ?? undefined,
    Tags: secret.tags,
    CreatedDate: new Date(secret.createdAt),
    LastChangedDate: new Date(secret.changedAt),
    DeletedDate:
      secret.deletionAt === null ? undefined : new Date(secret.deletionAt),
    stages: Object.fromEntries(
      versions.map(({ versionId, stage }) => [versionId, [stage]]),
    ),
  };
}
