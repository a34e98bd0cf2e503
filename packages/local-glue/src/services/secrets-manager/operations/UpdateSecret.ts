import { inputs } from '../inputs';
import { secretsOperation } from '../operation';
import { checkValue, hasValue } from '../secretInput';
import { SecretValue } from '../SecretStore';

interface Input extends SecretValue {
  SecretId: string;
  Description?: string;
  KmsKeyId?: string;
  ClientRequestToken?: string;
}

/** Changes the members that are given; a value becomes the current version. */
export const UpdateSecret = secretsOperation<Input>({
  name: 'UpdateSecret',
  input: inputs.UpdateSecret,
  handle(input, context) {
    checkValue(input);
    const { store } = context;
    return context.database.transaction(() => {
      const secret = store.find(input.SecretId);
      store.update(secret, {
        description: input.Description,
        kmsKeyId: input.KmsKeyId,
      });
      const VersionId = hasValue(input)
        ? store.putValue(secret, input, input.ClientRequestToken)
        : undefined;
      return { ARN: secret.arn, Name: secret.name, VersionId };
    })();
  },
});
