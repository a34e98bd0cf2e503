import { AwsError } from '../../../base/AwsError';
import { inputs } from '../inputs';
import { secretsOperation } from '../operation';
import { offsetPage } from '../../../protocol/offsetPage';
import { secretOutput } from '../outputs';

interface Input {
  IncludePlannedDeletion?: boolean;
  Filters?: unknown[];
  SortBy?: string;
  SortOrder?: string;
  MaxResults?: number;
  NextToken?: string;
}

export const ListSecrets = secretsOperation<Input>({
  name: 'ListSecrets',
  input: inputs.ListSecrets,
  handle(input, context) {
    if (input.Filters?.length || input.SortBy || input.SortOrder) {
      throw new AwsError(
        'InvalidParameterException',
        'local-glue does not support Filters, SortBy and SortOrder of ListSecrets.',
      );
    }
    const { store } = context;
    const found = store
      .list()
      .filter(
        ({ deletionAt }) => input.IncludePlannedDeletion || deletionAt === null,
      );
    const { items, nextToken } = offsetPage(
      found,
      input.NextToken,
      input.MaxResults,
      100,
    );
    return {
      SecretList: items.map(secret => {
        const { stages, ...members } = secretOutput(
          secret,
          store.versions(secret),
        );
        return { ...members, SecretVersionsToStages: stages };
      }),
      NextToken: nextToken,
    };
  },
});
