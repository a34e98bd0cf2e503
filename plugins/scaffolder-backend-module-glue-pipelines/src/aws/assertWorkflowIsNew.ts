import { GetWorkflowCommand, type GlueClient } from '@aws-sdk/client-glue';
import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { PipelineTarget } from './PipelineTarget';

/**
 * Makes sure that Glue has no workflow of this name yet.
 *
 * @throws ConflictError when there is one; NotAllowedError or
 * ServiceUnavailableError when Glue did not say
 */
export async function assertWorkflowIsNew(
  glue: GlueClient,
  name: string,
  { accountId, region }: PipelineTarget,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await glue.send(new GetWorkflowCommand({ Name: name }), {
      abortSignal: signal,
    });
  } catch (error) {
    if (signal?.aborted || !(error instanceof Error)) {
      throw error;
    }
    if (error.name === 'EntityNotFoundException') {
      return;
    }
    if (/AccessDenied|UnrecognizedClient|ExpiredToken/.test(error.name)) {
      throw new NotAllowedError(
        `The portal may not ask Glue in account ${accountId}, ${region} whether the workflow "${name}" exists: allow glue:GetWorkflow to its role (${error.message})`,
        error,
      );
    }
    throw new ServiceUnavailableError(
      `Glue in account ${accountId}, ${region} did not say whether the workflow "${name}" exists (${error.name}: ${error.message}): check gluePipelines.aws.endpoint and that it is running, or try again`,
      error,
    );
  }
  throw new ConflictError(
    `name: a Glue workflow "${name}" exists already in account ${accountId}, ${region}: choose another name`,
  );
}
