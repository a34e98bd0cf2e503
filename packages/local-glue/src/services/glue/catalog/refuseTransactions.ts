import { invalidInput } from '../errors';

/**
 * Transactions and reads as of a time belong to governed tables of Lake
 * Formation, which local-glue does not have.
 *
 * @throws AwsError InvalidInputException
 */
export function refuseTransactions(input: {
  TransactionId?: string;
  QueryAsOfTime?: Date;
}): void {
  const member = (['TransactionId', 'QueryAsOfTime'] as const).find(
    each => input[each] !== undefined,
  );
  if (member) {
    throw invalidInput(
      `local-glue has no governed tables, and so no ${member}. Leave it out.`,
    );
  }
}
