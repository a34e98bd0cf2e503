import type { DatabaseInput, TableInput } from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';

/** Members that make a definition stand for something elsewhere. */
const FOREIGN = {
  TargetDatabase: 'resource links to databases',
  FederatedDatabase: 'federated databases',
  TargetTable: 'resource links to tables',
  FederatedTable: 'federated tables',
  ViewDefinition: 'views of several dialects',
} as const;

/**
 * A link that is kept and never followed would look like an empty database.
 *
 * @throws AwsError InvalidInputException
 */
export function refuseForeign(
  input: Partial<DatabaseInput & TableInput>,
): void {
  for (const [member, what] of Object.entries(FOREIGN)) {
    if (input[member as keyof typeof FOREIGN] !== undefined) {
      throw invalidInput(
        `local-glue has no ${what} (${member}). Leave it out, and create what it stands for here.`,
      );
    }
  }
}
