import { GlueClient } from '@aws-sdk/client-glue';
import { S3Client } from '@aws-sdk/client-s3';
import type { Config } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type { PipelineTarget } from './PipelineTarget';

export interface AwsClients {
  glue: GlueClient;
  s3: S3Client;
  /** Frees the connections. */
  close(): void;
}

/**
 * Clients for one account and region, with the credentials that the portal's
 * `aws` configuration has for the account.
 */
export async function awsClients(
  config: Config,
  { accountId, region }: PipelineTarget,
): Promise<AwsClients> {
  const { sdkCredentialProvider } =
    await DefaultAwsCredentialsManager.fromConfig(config).getCredentialProvider(
      { accountId },
    );
  const endpoint = config.getOptionalString('gluePipelines.aws.endpoint');
  const common = {
    region,
    endpoint,
    credentials: sdkCredentialProvider,
    customUserAgent: 'glue-pipelines-scaffolder',
  };
  const glue = new GlueClient(common);
  const s3 = new S3Client({
    ...common,
    // Bucket names are not host names at a custom endpoint.
    forcePathStyle: endpoint !== undefined,
    followRegionRedirects: true,
  });
  return {
    glue,
    s3,
    close() {
      glue.destroy();
      s3.destroy();
    },
  };
}
