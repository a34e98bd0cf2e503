import { ServiceUnavailableError } from '@backstage/errors';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** A line that the server's deployment streams; only what is read here. */
interface DeployLine {
  type: string;
  stack?: string;
  logicalId?: string;
  resourceType?: string;
  physicalId?: string;
  location?: string;
  action?: string;
  ok?: boolean;
  message?: string;
  leftOut?: { stack: string; logicalId: string; resourceType: string }[];
}

/** A line for the task log; `undefined` where there is nothing to say. */
export function describeDeployLine(line: DeployLine): string | undefined {
  switch (line.type) {
    case 'asset':
      return `${line.action} ${line.location}`;
    case 'stack':
      return `${line.action} stack ${line.stack}`;
    case 'resource':
      return line.action === 'unchanged'
        ? undefined
        : `${line.action} ${line.resourceType} ${line.physicalId}`;
    default:
      return undefined;
  }
}

function describeLeftOut({ leftOut = [] }: DeployLine): string | undefined {
  const types = [...new Set(leftOut.map(({ resourceType }) => resourceType))];
  return types.length > 0
    ? `Left out, because they have no meaning on this machine: ${types.join(', ')}`
    : undefined;
}

async function refusal(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const body = JSON.parse(text);
    return body.Message ?? body.message ?? text;
  } catch {
    return text;
  }
}

/**
 * Deploys a synthesized CDK app to the local AWS endpoint and tells its
 * progress while it happens.
 *
 * @param endpoint - the server's URL
 * @param cdkOut - the absolute path of the app's `cdk.out`
 * @throws Error with the server's own words when the deployment fails, and
 * ServiceUnavailableError when the server cannot be reached
 */
export async function deployLocally(
  endpoint: string,
  cdkOut: string,
  log: (message: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  let response: Response;
  try {
    response = await fetch(new URL('/_local-glue/deploy', endpoint), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ directory: cdkOut }),
      signal,
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw new ServiceUnavailableError(
      `The local AWS endpoint ${endpoint} cannot be reached: start it with "yarn local-glue serve", or correct gluePipelines.aws.endpoint`,
      error,
    );
  }
  if (!response.ok || !response.body) {
    throw new Error(
      `The local AWS endpoint ${endpoint} refused the deployment (${
        response.status
      }): ${await refusal(response)}`,
    );
  }
  let last: DeployLine | undefined;
  const lines = createInterface({
    // fetch's own stream type and Node's differ only in name.
    input: Readable.fromWeb(response.body as ReadableStream),
  });
  for await (const text of lines) {
    if (text.trim() !== '') {
      last = JSON.parse(text) as DeployLine;
      const message = describeDeployLine(last);
      if (message) {
        log(message);
      }
    }
  }
  if (last?.type !== 'result') {
    throw new ServiceUnavailableError(
      `The local AWS endpoint ${endpoint} ended during the deployment: look at its log, start it again and retry`,
    );
  }
  if (!last.ok) {
    throw new Error(
      `The deployment to ${endpoint} failed: ${last.message ?? 'no reason given'}`,
    );
  }
  const leftOut = describeLeftOut(last);
  if (leftOut) {
    log(leftOut);
  }
}
