import { Operation } from '../../../protocol/operation';
import { secretOutput } from '../outputs';
import { SecretStore } from '../SecretStore';

export const describeSecret: Operation<{ SecretId: string }> = {
  name: 'DescribeSecret',
  handle(input, context) {
    const store = new SecretStore(context);
    const secret = store.findAny(input.SecretId);
    const { stages, ...members } = secretOutput(secret, store.versions(secret));
    return { ...members, VersionIdsToStages: stages };
  },
};
