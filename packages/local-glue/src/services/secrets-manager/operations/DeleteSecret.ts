import { AwsError } from '../../../base/AwsError';
import { inputs } from '../inputs';
import { secretsOperation } from '../operation';

interface Input {
  SecretId: string;
  ForceDeleteWithoutRecovery?: boolean;
  RecoveryWindowInDays?: number;
}

const dayMs = 24 * 60 * 60 * 1000;

export const DeleteSecret = secretsOperation<Input>({
  name: 'DeleteSecret',
  input: inputs.DeleteSecret,
  handle(input, context) {
    const { ForceDeleteWithoutRecovery: isForced, RecoveryWindowInDays } =
      input;
    const days = RecoveryWindowInDays ?? 30;
    if (isForced && RecoveryWindowInDays !== undefined) {
      throw new AwsError(
        'InvalidParameterException',
        'ForceDeleteWithoutRecovery and RecoveryWindowInDays exclude each other.',
      );
    }
    if (days < 7 || days > 30) {
      throw new AwsError(
        'InvalidParameterException',
        `RecoveryWindowInDays is ${days}; 7 to 30 are allowed.`,
      );
    }
    const { store } = context;
    const secret = store.findAny(input.SecretId);
    const deletionAt = Date.now() + (isForced ? 0 : days * dayMs);
    store.delete(secret, isForced ? undefined : deletionAt);
    return {
      ARN: secret.arn,
      Name: secret.name,
      DeletionDate: new Date(deletionAt),
    };
  },
});
