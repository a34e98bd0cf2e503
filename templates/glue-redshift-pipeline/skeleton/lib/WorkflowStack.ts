import {
  CfnOutput,
  Duration,
  RemovalPolicy,
  Stack,
  type StackProps,
  Tags,
  Validations,
} from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { Crawlers } from './Crawlers';
import { addRuleset } from './dataQuality';
import { Encryption } from './Encryption';
import {
  ENTITY_TAG,
  entityRefOf,
  promiseTagsOf,
  WAREHOUSE_TABLE_TAG,
  warehouseTableOf,
} from './entityTag';
import { Jobs } from './Jobs';
import { type Names, namesOf } from './names';
import type { Pipeline } from './pipeline';
import { StartEvents, startsOnEvents } from './StartEvents';
import { Triggers, type WorkflowStep } from './Triggers';
import { UsedWarehouse } from './UsedWarehouse';
import type { Warehouse } from './Warehouse';

export interface WorkflowStackProps extends StackProps {
  pipeline: Pipeline;
  /** The name of the portal's entity for the pipeline, whatever the environment. */
  entity: string;
  /** The folder of the jobs' scripts. */
  jobsDirectory: string;
  /** A warehouse of the pipeline's own; otherwise it names another one. */
  warehouse?: Warehouse | undefined;
  /** What becomes of the data bucket with the stack. */
  removalPolicy: RemovalPolicy;
  /** Whose key encrypts the data bucket, and the logs of jobs and crawlers. */
  encryption: 'aws' | 'kms';
}

/**
 * The workflow: transform and load; before them prepare where a source is
 * copied; and after what prepare and transform wrote its crawlers, where
 * those make the tables of the catalog. With it the bucket and the catalog
 * database that the steps share.
 */
export class WorkflowStack extends Stack {
  constructor(scope: Construct, id: string, props: WorkflowStackProps) {
    super(scope, id, {
      description: `Glue workflow of the pipeline ${props.pipeline.name}`,
      ...props,
    });
    const { pipeline } = props;
    const names = namesOf(pipeline);
    const warehouse =
      props.warehouse ?? new UsedWarehouse(this, 'Warehouse', props);

    const encryption =
      props.encryption === 'kms'
        ? new Encryption(this, 'Encryption', {
            removalPolicy: props.removalPolicy,
            copyRoleArn: warehouse.copyRoleArn,
          })
        : undefined;
    const bucket = this.createBucket(
      props.removalPolicy,
      names,
      warehouse.copyRoleArn,
      encryption,
    );
    const database = new glue.Database(this, 'Database', {
      databaseName: names.database,
      description: pipeline.description,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const jobs = new Jobs(this, 'Jobs', {
      pipeline,
      jobsDirectory: props.jobsDirectory,
      bucket,
      database,
      warehouse,
      encryption,
    });
    addRuleset(this, pipeline, database);
    const workflow = new glue.Workflow(this, 'Workflow', {
      workflowName: names.workflow,
      description: pipeline.description,
      ...(pipeline.defaultRunProperties && {
        defaultRunProperties: pipeline.defaultRunProperties,
      }),
      // Runs share folders.
      maxConcurrentRuns: 1,
    });
    Tags.of(workflow).add(ENTITY_TAG, entityRefOf(props.entity));
    const table = warehouseTableOf(pipeline);
    if (table) {
      Tags.of(workflow).add(WAREHOUSE_TABLE_TAG, table);
    }
    for (const [key, value] of Object.entries(promiseTagsOf(pipeline))) {
      Tags.of(workflow).add(key, value);
    }
    if (startsOnEvents(pipeline)) {
      new StartEvents(this, 'StartEvents', {
        pipeline,
        workflowName: workflow.workflowName,
      });
    }
    new Triggers(this, 'Triggers', {
      pipeline,
      workflowName: workflow.workflowName,
      steps: this.steps(jobs, pipeline, bucket, database, encryption),
    });

    new CfnOutput(this, 'WorkflowArn', { value: workflow.workflowArn });
    new CfnOutput(this, 'DataBucketName', { value: bucket.bucketName });
    this.createRoleOutputs(jobs, pipeline);
  }

  /** What the workflow runs, in order. */
  private steps(
    { prepare, transform, transformOnDuckDb, load }: Jobs,
    pipeline: Pipeline,
    bucket: s3.IBucket,
    database: glue.IDatabase,
    encryption: Encryption | undefined,
  ): WorkflowStep[] {
    const options = pipeline.catalog.crawler;
    const crawlers =
      options &&
      new Crawlers(this, 'Crawlers', {
        pipeline,
        options,
        bucket,
        database,
        encryption,
      });
    const raw = crawlers?.raw.map(({ ref }) => ref) ?? [];
    const processed = crawlers ? [crawlers.processed.ref] : [];
    return [
      { name: 'prepare', jobs: prepare ? [prepare.jobName] : [] },
      { name: 'crawl-raw', crawlers: raw },
      { name: 'transform', jobs: [(transformOnDuckDb ?? transform).jobName] },
      { name: 'crawl-processed', crawlers: processed },
      { name: 'load', jobs: [load.jobName] },
    ].filter(
      ({ jobs = [], crawlers: crawled = [] }) =>
        jobs.length + crawled.length > 0,
    );
  }

  /** Owners of sources let these roles read them. */
  private createRoleOutputs(
    { prepare, transform }: Jobs,
    { sources }: Pipeline,
  ) {
    if (prepare) {
      new CfnOutput(this, 'PrepareRoleArn', {
        description: 'The role that reads the sources that are copied',
        value: prepare.role.roleArn,
      });
    }
    if (sources.some(({ copy }) => !copy)) {
      new CfnOutput(this, 'TransformRoleArn', {
        description: 'The role that reads the sources where they lie',
        value: transform.role.roleArn,
      });
    }
  }

  private createBucket(
    removalPolicy: RemovalPolicy,
    names: Names,
    copyRoleArn: string,
    encryption: Encryption | undefined,
  ): s3.Bucket {
    const bucket = new s3.Bucket(this, 'DataBucket', {
      ...(encryption
        ? { encryptionKey: encryption.key, bucketKeyEnabled: true }
        : { encryption: s3.BucketEncryption.S3_MANAGED }),
      enforceSSL: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy,
      autoDeleteObjects: removalPolicy === RemovalPolicy.DESTROY,
      lifecycleRules: [
        { prefix: 'temporary/', expiration: Duration.days(1) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'The bucket holds copies that each run replaces; who reads them is recorded by CloudTrail data events where an account wants that.',
    });
    // The role is the warehouse's, whose stack knows nothing of this bucket; a
    // policy of the bucket is what can name both.
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ArnPrincipal(copyRoleArn)],
        actions: ['s3:GetObject'],
        resources: [
          bucket.arnForObjects(`${names.loadingPrefix}*`),
          bucket.arnForObjects(`${names.processedPrefix}*`),
        ],
      }),
    );
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ArnPrincipal(copyRoleArn)],
        actions: ['s3:ListBucket', 's3:GetBucketLocation'],
        resources: [bucket.bucketArn],
      }),
    );
    return bucket;
  }
}
