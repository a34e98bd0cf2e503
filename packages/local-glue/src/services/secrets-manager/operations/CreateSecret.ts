import { AwsError } from '../../../base/AwsError';
import { inputs } from '../inputs';
import { secretsOperation } from '../operation';
import { checkValue, hasValue } from '../secretInput';
import { SecretValue, Tag } from '../SecretStore';

interface Input extends SecretValue {
  Name: string;
  Description?: string;
  KmsKeyId?: string;
  Tags?: Tag[];
  ClientRequestToken?: string;
  AddReplicaRegions?: unknown[];
}

export const CreateSecret = secretsOperation<Input>({
  name: 'CreateSecret',
  input: inputs.CreateSecret,
  handle(input, context) {
    const { Name } = input;
    if (!/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(Name)) {
      throw new AwsError(
        'InvalidParameterException',
        `Name is "${Name}": use up to 512 letters, digits and /_+=.@-`,
      );
    }
    checkValue(input);
    if (input.AddReplicaRegions) {
      throw new AwsError(
        'InvalidParameterException',
        'local-glue does not support AddReplicaRegions: it has one region.',
      );
    }
    const { store } = context;
    return context.database.transaction(() => {
      const secret = store.create(Name, {
        description: input.Description ?? null,
        kmsKeyId: input.KmsKeyId ?? null,
        tags: input.Tags ?? [],
      });
      const VersionId = hasValue(input)
        ? store.putValue(secret, input, input.ClientRequestToken)
        : undefined;
      return { ARN: secret.arn, Name, VersionId };
    })();
  },
});
