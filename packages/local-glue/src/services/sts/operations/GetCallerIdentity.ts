import { stsOperation } from '../operation';

/** Any credentials are accepted, and all of them are the account's root. */
export const GetCallerIdentity = stsOperation<Record<string, unknown>>({
  name: 'GetCallerIdentity',
  handle: (_input, { accountId }) => ({
    Account: accountId,
    Arn: `arn:aws:iam::${accountId}:root`,
    UserId: accountId,
  }),
});
