import { AwsError } from '../../../base/AwsError';
import { inputs } from '../inputs';
import { secretsOperation } from '../operation';
import { checkValue, hasValue } from '../secretInput';
import { SecretValue } from '../SecretStore';

interface Input extends SecretValue {
  SecretId: string;
  ClientRequestToken?: string;
  VersionStages?: string[];
}

export const PutSecretValue = secretsOperation<Input>({
  name: 'PutSecretValue',
  input: inputs.PutSecretValue,
  handle(input, context) {
    checkValue(input);
    if (!hasValue(input)) {
      throw new AwsError(
        'InvalidRequestException',
        'Give a SecretString or a SecretBinary.',
      );
    }
    if (input.VersionStages?.some(stage => stage !== 'AWSCURRENT')) {
      throw new AwsError(
        'InvalidParameterException',
        'local-glue does not support VersionStages other than AWSCURRENT.',
      );
    }
    const { store } = context;
    const secret = store.find(input.SecretId);
    const VersionId = store.putValue(secret, input, input.ClientRequestToken);
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId,
      VersionStages: ['AWSCURRENT'],
    };
  },
});
