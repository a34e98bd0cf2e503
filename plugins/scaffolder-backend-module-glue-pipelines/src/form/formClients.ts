import type { RootConfigService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { awsClients, type AwsClients } from '../aws/awsClients';
import { resolveTarget, type PipelineTarget } from '../aws/PipelineTarget';

/** Clients for the account and region in which the pipeline of a form will run. */
export type FormClients = AwsClients & { target: PipelineTarget };

/** `undefined` where the form does not say yet in which account that is. */
export async function formClients(
  config: RootConfigService,
  form: JsonObject,
): Promise<FormClients | undefined> {
  try {
    const target = resolveTarget(config, {
      accountId: String(form.accountId ?? '').trim(),
      region: String(form.region ?? '').trim(),
    });
    return { target, ...(await awsClients(config, target)) };
  } catch (error) {
    if (isError(error) && error.name === 'InputError') {
      return undefined;
    }
    throw error;
  }
}
