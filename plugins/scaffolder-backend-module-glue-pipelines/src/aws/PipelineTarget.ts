import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { REGION_PATTERN } from '@glue-pipelines/pipeline/region';

/** Where a pipeline will run. */
export interface PipelineTarget {
  /** 12 digits. */
  accountId: string;
  /** For example `eu-west-1`. */
  region: string;
}

/**
 * Decides where a pipeline will run: where the input says, else in the one
 * account that the portal's `aws` configuration names, and in that account's
 * region or the main account's.
 *
 * @throws InputError naming `accountId` or `region` where they cannot be told
 */
export function resolveTarget(
  config: Config,
  input: Partial<PipelineTarget>,
): PipelineTarget {
  const accounts = config.getOptionalConfigArray('aws.accounts') ?? [];
  const known = accounts.map(account => account.getString('accountId'));
  if (!input.accountId && known.length !== 1) {
    throw new InputError(
      known.length === 0
        ? 'accountId: is missing, and the portal knows no AWS account: give its 12 digits, or configure aws.accounts'
        : `accountId: is missing: choose one of ${known.join(', ')}`,
    );
  }
  const accountId = input.accountId || known[0];
  if (!/^\d{12}$/.test(accountId)) {
    throw new InputError(
      `accountId: ${JSON.stringify(accountId)} is not an AWS account: give its 12 digits`,
    );
  }
  const account = accounts.find(
    candidate => candidate.getString('accountId') === accountId,
  );
  const region =
    input.region ||
    account?.getOptionalString('region') ||
    config.getOptionalString('aws.accountDefaults.region') ||
    config.getOptionalString('aws.mainAccount.region');
  if (!region) {
    throw new InputError(
      'region: is missing: give it, for example eu-west-1, or configure aws.mainAccount.region',
    );
  }
  if (!new RegExp(REGION_PATTERN).test(region)) {
    throw new InputError(
      `region: ${JSON.stringify(region)} is not an AWS region: give one, for example eu-west-1`,
    );
  }
  return { accountId, region };
}
