import { AwsError } from '../../../base/AwsError';
import { inputs } from '../inputs';
import { secretsOperation } from '../operation';

interface Input {
  SecretId: string;
  VersionId?: string;
  VersionStage?: string;
}

export const GetSecretValue = secretsOperation<Input>({
  name: 'GetSecretValue',
  input: inputs.GetSecretValue,
  handle(input, context) {
    const { VersionId } = input;
    const stage = input.VersionStage ?? (VersionId ? undefined : 'AWSCURRENT');
    const { store } = context;
    const secret = store.find(input.SecretId);
    const version = store
      .versions(secret)
      .find(
        candidate =>
          (VersionId === undefined || candidate.versionId === VersionId) &&
          (stage === undefined || candidate.stage === stage),
      );
    if (!version) {
      throw new AwsError(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for ${VersionId ? `VersionId: ${VersionId}` : `staging label: ${stage}`}`,
      );
    }
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.versionId,
      SecretString: version.secretString ?? undefined,
      SecretBinary: version.secretBinary ?? undefined,
      VersionStages: [version.stage],
      CreatedDate: new Date(version.createdAt),
    };
  },
});
