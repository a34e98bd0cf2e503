import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Grant } from './grants';

export interface EncryptionProps {
  /** What becomes of the key with the stack: without it nobody reads what it encrypted. */
  removalPolicy: RemovalPolicy;
  /** What Redshift assumes to read what a job wrote for COPY. */
  copyRoleArn: string;
}

/**
 * A key of the pipeline's own for its bucket, the logs of its jobs and crawlers,
 * and their bookmarks. Without it AWS encrypts them by keys that it manages.
 */
export class Encryption extends Construct {
  readonly key: kms.Key;
  readonly configuration: glue.SecurityConfiguration;
  /** What a role needs that reads or writes the bucket, or runs a job. */
  readonly grant: Grant;

  constructor(
    scope: Construct,
    id: string,
    { removalPolicy, copyRoleArn }: EncryptionProps,
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    this.key = new kms.Key(this, 'Key', {
      description: 'Data, logs and bookmarks of the pipeline',
      enableKeyRotation: true,
      removalPolicy,
    });
    // Amazon CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS KMS".
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [
          new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`),
        ],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': stack.formatArn({
              service: 'logs',
              resource: 'log-group',
              resourceName: '/aws-glue/*',
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          },
        },
      }),
    );
    // The role is the warehouse's, whose stack knows nothing of this key.
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ArnPrincipal(copyRoleArn)],
        actions: ['kms:Decrypt'],
        resources: ['*'],
      }),
    );
    this.configuration = new glue.SecurityConfiguration(this, 'Default', {
      removalPolicy: RemovalPolicy.DESTROY,
      s3Encryption: glue.S3Encryption.kms(this.key),
      cloudWatchEncryption: glue.CloudWatchEncryption.kms(this.key),
      jobBookmarksEncryption: glue.JobBookmarksEncryption.clientSideKms(
        this.key,
      ),
    });
    this.grant = {
      actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      resources: [this.key.keyArn],
    };
  }
}
