import { RemovalPolicy } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { namesOf } from './names';
import type { Pipeline } from './pipeline';

/**
 * The log groups of the pipeline's jobs on Spark, which go with the stack. Glue
 * writes there where it is told a prefix, and adds these two words to it
 * ("Logging for AWS Glue jobs", AWS Glue Developer Guide). Python shell jobs and
 * crawlers have no such setting, and write to the groups that the account has
 * for all of them.
 */
export class JobLogs extends Construct {
  readonly prefix: string;

  constructor(
    scope: Construct,
    id: string,
    pipeline: Pipeline,
    encryptionKey: kms.IKey | undefined,
  ) {
    super(scope, id);
    this.prefix = namesOf(pipeline).logGroupPrefix;
    for (const kind of ['output', 'error']) {
      new logs.LogGroup(this, kind, {
        logGroupName: `${this.prefix}/${kind}`,
        retention: logs.RetentionDays.THREE_MONTHS,
        ...(encryptionKey && { encryptionKey }),
        removalPolicy: RemovalPolicy.DESTROY,
      });
    }
  }
}
