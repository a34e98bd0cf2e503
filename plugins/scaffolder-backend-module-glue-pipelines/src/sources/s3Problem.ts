import { parseS3Uri } from '@glue-pipelines/pipeline';
import { SourceError } from './SourceError';

const NETWORK_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'TimeoutError',
];

/** What an answer of S3 means for the person who named the source. */
export function s3Problem(error: unknown, uri: string): Error {
  if (error instanceof SourceError || !(error instanceof Error)) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const { bucket } = parseS3Uri(uri);
  const status = (error as { $metadata?: { httpStatusCode?: number } })
    .$metadata?.httpStatusCode;
  if (error.name === 'NoSuchBucket') {
    return new SourceError(
      `there is no bucket "${bucket}": correct the URI, or create the bucket`,
    );
  }
  if (status === 404) {
    return new SourceError(`there is no object ${uri}: correct the key`);
  }
  if (status === 401 || status === 403) {
    return new SourceError(
      `the portal may not read ${uri}: let the owner of the bucket "${bucket}" allow s3:ListBucket and s3:GetObject to the portal's role`,
    );
  }
  if (status === 301) {
    return new SourceError(
      `the bucket "${bucket}" lies in another region than the pipeline and does not answer from here: copy the data to a bucket of the pipeline's region`,
    );
  }
  // Some clients wrap what the network said, and keep only its words.
  const said = `${(error as { code?: string }).code} ${error.name} ${
    error.message
  }`;
  const code = NETWORK_CODES.find(candidate => said.includes(candidate));
  if (code) {
    return new SourceError(
      `S3 cannot be reached to read ${uri} (${code}): check gluePipelines.aws.endpoint and that it is running, or the network`,
    );
  }
  return new SourceError(
    `${uri} cannot be read: ${error.name}: ${error.message}`,
  );
}
