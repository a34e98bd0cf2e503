import { inputs } from '../inputs';
import { secretsOperation } from '../operation';
import { secretOutput } from '../outputs';

export const DescribeSecret = secretsOperation<{ SecretId: string }>({
  name: 'DescribeSecret',
  input: inputs.DescribeSecret,
  handle(input, context) {
    const { store } = context;
    const secret = store.findAny(input.SecretId);
    const { stages, ...members } = secretOutput(secret, store.versions(secret));
    return { ...members, VersionIdsToStages: stages };
  },
});
