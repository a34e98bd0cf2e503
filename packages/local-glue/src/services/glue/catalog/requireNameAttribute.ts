import { invalidInput } from '../errors';

/**
 * "This parameter doesn't accept an empty list. The request must include NAME"
 * (AttributesToGet of GetDatabases and GetTables, AWS Glue API reference).
 *
 * @throws AwsError InvalidInputException
 */
export function requireNameAttribute(
  attributes: readonly string[] | undefined,
): void {
  if (attributes && !attributes.includes('NAME')) {
    throw invalidInput(
      "Value at 'AttributesToGet' is not valid: it must include NAME. Leave the member out to get everything.",
    );
  }
}
