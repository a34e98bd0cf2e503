import { Operation } from '../../../protocol/operation';
import { checkValue, hasValue } from '../secretInput';
import { SecretStore, SecretValue } from '../SecretStore';

interface Input extends SecretValue {
  SecretId: string;
  Description?: string;
  KmsKeyId?: string;
  ClientRequestToken?: string;
}

/** Changes the members that are given; a value becomes the current version. */
export const updateSecret: Operation<Input> = {
  name: 'UpdateSecret',
  handle(input, context) {
    checkValue(input);
    const store = new SecretStore(context);
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
};
