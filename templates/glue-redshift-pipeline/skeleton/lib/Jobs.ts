import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotations, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { type Grant, grantTo } from './grants';
import { namesOf } from './names';
import type { Pipeline } from './pipeline';
import {
  readAssets,
  readCatalog,
  readSources,
  useData,
  useWarehouse,
  writeLogs,
  writeMetrics,
} from './stepGrants';
import type { WarehouseStack } from './WarehouseStack';

export interface JobsProps {
  pipeline: Pipeline;
  /** The folder of prepare.py, transform.py and load.py. */
  jobsDirectory: string;
  bucket: s3.IBucket;
  database: glue.IDatabase;
  warehouse: WarehouseStack;
}

type Step = 'prepare' | 'transform' | 'load';

/** The three jobs. Each has a role of its own that may do what its script does. */
export class Jobs extends Construct {
  readonly prepare: glue.PythonShellJob;
  readonly transform: glue.PySparkEtlJob;
  readonly load: glue.PySparkEtlJob;
  private readonly pipelineAsset: Asset;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: JobsProps,
  ) {
    super(scope, id);
    const { pipeline, bucket, database, warehouse } = props;
    const stack = Stack.of(this);
    const names = namesOf(pipeline);
    this.pipelineAsset = this.createPipelineAsset();

    this.prepare = new glue.PythonShellJob(this, 'prepare', {
      ...this.common('prepare', 'Copies the sources to folders of its own', [
        ...readSources(stack, pipeline.sources),
        ...useData(bucket, { write: ['raw/'] }),
      ]),
      pythonVersion: glue.PythonVersion.THREE_NINE,
      // The script needs boto3 only, which is always there.
      librarySet: glue.LibrarySet.NONE,
      maxCapacity: glue.MaxCapacity.DPU_1_16TH,
    });
    this.transform = new glue.PySparkEtlJob(this, 'transform', {
      ...this.common('transform', 'Joins, filters and aggregates to Parquet', [
        ...useData(bucket, {
          read: ['raw/'],
          write: ['processed/', names.temporaryPrefix],
        }),
        readCatalog(stack, names.database),
        writeMetrics,
      ]),
      ...this.spark(),
    });
    this.load = new glue.PySparkEtlJob(this, 'load', {
      ...this.common(
        'load',
        'Replaces the rows of the Redshift table',
        [
          ...useData(bucket, {
            read: ['processed/'],
            write: [names.temporaryPrefix],
          }),
          readCatalog(stack, names.database),
          ...useWarehouse(stack, warehouse),
          writeMetrics,
        ],
        {
          '--REDSHIFT_CONNECTION': warehouse.connection.connectionName,
          '--REDSHIFT_IAM_ROLE': warehouse.copyRole.roleArn,
        },
      ),
      ...this.spark(),
      connections: [warehouse.connection],
    });
    for (const job of [this.prepare, this.transform, this.load]) {
      // The database is named by a parameter, so nothing else makes the job wait for it.
      job.node.addDependency(database);
      this.acknowledge(job);
    }
  }

  /** `pipeline.yaml`, defaults filled in, as the JSON object that the jobs read. */
  private createPipelineAsset(): Asset {
    const directory = mkdtempSync(join(tmpdir(), 'pipeline-'));
    try {
      const file = join(directory, 'pipeline.json');
      writeFileSync(file, `${JSON.stringify(this.props.pipeline, null, 2)}\n`);
      // The asset is staged while it is constructed, so the file may go after that.
      return new Asset(this, 'Pipeline', { path: file });
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  private common(
    step: Step,
    description: string,
    grants: Grant[],
    extraArguments: Record<string, string> = {},
  ) {
    const { pipeline, bucket, jobsDirectory } = this.props;
    const names = namesOf(pipeline);
    const stack = Stack.of(this);
    const script = new Asset(this, `${step}-script`, {
      path: join(jobsDirectory, `${step}.py`),
    });
    const role = new iam.Role(this, `${step}-role`, {
      assumedBy: new iam.ServicePrincipal('glue.amazonaws.com'),
      description: `Job ${step}`,
    });
    grantTo(role, [
      readAssets(script, this.pipelineAsset),
      ...grants,
      writeLogs(stack),
    ]);
    return {
      jobName: names.step(step),
      description,
      // The construct would grant the whole bucket of assets; the role has all it needs.
      role: role.withoutPolicyUpdates(),
      script: glue.Code.fromBucket(script.bucket, script.s3ObjectKey),
      timeout: Duration.minutes(pipeline.compute.timeoutMinutes),
      maxRetries: pipeline.compute.maxRetries,
      defaultArguments: {
        '--PIPELINE_URI': this.pipelineAsset.s3ObjectUrl,
        '--DATA_BUCKET': bucket.bucketName,
        '--CATALOG_DATABASE': names.database,
        '--TempDir': bucket.s3UrlForObject(names.temporaryPrefix),
        ...(step !== 'prepare' && {
          '--enable-job-insights': 'true',
          '--enable-auto-scaling': String(pipeline.compute.autoScaling),
          // Every run reads all of its sources.
          '--job-bookmark-option': 'job-bookmark-disable',
        }),
        ...extraArguments,
      },
    };
  }

  private spark() {
    const { glueVersion, workerType, workers } = this.props.pipeline.compute;
    return {
      glueVersion: {
        '5.0': glue.GlueVersion.V5_0,
        '5.1': glue.GlueVersion.V5_1,
      }[glueVersion],
      workerConfiguration: {
        workerType: workerType as glue.WorkerType,
        numberOfWorkers: workers,
      },
      enableMetrics: true,
      enableObservabilityMetrics: true,
    };
  }

  private acknowledge(job: glue.PythonShellJob | glue.PySparkEtlJob) {
    const encryptedLogs =
      'CloudWatch Logs encrypts what it stores; the jobs print counts and names, not rows.';
    Validations.of(job).acknowledge(
      { id: 'AwsSolutions-GL1', reason: encryptedLogs },
      {
        id: 'AwsSolutions-GL3',
        reason:
          'The jobs keep no bookmarks: every run reads all of its sources.',
      },
    );
    Annotations.of(job).acknowledgeWarning(
      '@aws-cdk/aws-glue-alpha:unencryptedContinuousLogging',
      encryptedLogs,
    );
  }
}
