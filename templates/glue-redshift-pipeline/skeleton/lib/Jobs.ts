import { Annotations, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Grant, grantTo } from './grants';
import { JobFiles } from './JobFiles';
import { JobLogs } from './JobLogs';
import type { Encryption } from './Encryption';
import { engineOf } from './language.mjs';
import { namesOf } from './names';
import { serviceOf } from './serviceOf';
import type { Pipeline, Source } from './pipeline';
import {
  declareTable,
  lookUpTables,
  noteOnRuns,
  readObject,
  readSources,
  runJob,
  useConnections,
  useData,
  writeLogs,
  writeMetrics,
  writeObject,
} from './stepGrants';
import type { Warehouse } from './Warehouse';

/** Whether runs leave out what runs before them have loaded. */
const isIncremental = ({ sources }: Pipeline) =>
  sources.some(({ incremental }) => incremental !== undefined);

/** Settings of Spark as one argument: `a=1 --conf b=2` ("Using job parameters in AWS Glue jobs", AWS Glue Developer Guide). */
function sparkSettings({
  sparkConf = {},
}: Pipeline['compute']): Record<string, string> {
  const settings = Object.entries(sparkConf).map(pair => pair.join('='));
  return settings.length > 0 ? { '--conf': settings.join(' --conf ') } : {};
}

export interface JobsProps {
  pipeline: Pipeline;
  /** The folder of the jobs' scripts. */
  jobsDirectory: string;
  bucket: s3.IBucket;
  /** The database of the Data Catalog that has the tables of the pipeline. */
  database: glue.IDatabase;
  warehouse: Warehouse;
  /** With a key of the pipeline's own. */
  encryption: Encryption | undefined;
}

type Step = 'prepare' | 'transform' | 'transform-duckdb' | 'load';

/** Python shell jobs; the others are Spark jobs. */
const SHELL_STEPS: readonly Step[] = ['prepare', 'transform-duckdb'];

/**
 * What the jobs on DuckDB import: the version of DuckDB that the tests of the jobs have, which has
 * a wheel for the Python 3.9 of these jobs, and the version of fsspec that AWS has in the set.
 */
const DUCKDB_MODULES = 'duckdb==1.4.4,fsspec==2022.3.0';

/** How much longer than Spark the job may take that waits for it, in minutes. */
const MINUTES_TO_WAIT = 10;

/** AWS Glue API, CreateJob: the longest timeout, in minutes. */
const LONGEST_TIMEOUT = 10080;

/** The jobs. Each has a role of its own that may do what its script does. */
export class Jobs extends Construct {
  /** Only where a source is copied. */
  readonly prepare: glue.PythonShellJob | undefined;
  readonly transform: glue.PySparkEtlJob;
  /** What the workflow runs instead where DuckDB computes: transform is then for what it leaves. */
  readonly transformOnDuckDb: glue.PythonShellJob | undefined;
  readonly load: glue.PySparkEtlJob;
  private readonly files: JobFiles;
  private readonly logs: JobLogs;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: JobsProps,
  ) {
    super(scope, id);
    const { pipeline, bucket, warehouse } = props;
    const stack = Stack.of(this);
    const names = namesOf(pipeline);
    const judges = pipeline.quality.length > 0;
    const incremental = isIncremental(pipeline);
    const onDuckDb = engineOf(pipeline).engine === 'duckdb';
    const copied = pipeline.sources.filter(({ copy }) => copy);
    const inPlace = pipeline.sources.filter(({ copy }) => !copy);
    this.logs = new JobLogs(this, 'Logs', pipeline, props.encryption?.key);
    this.files = new JobFiles(this, 'Files', {
      pipeline,
      jobsDirectory: props.jobsDirectory,
      bucket,
      encryption: props.encryption,
      jobs: [
        ...(copied.length > 0 ? ['prepare'] : []),
        ...(onDuckDb ? ['transform_duckdb'] : []),
        'transform',
        'load',
      ],
    });
    this.prepare = copied.length > 0 ? this.createPrepare(copied) : undefined;
    this.transform = new glue.PySparkEtlJob(this, 'transform', {
      ...this.common(
        'transform',
        'Joins, filters and aggregates to Parquet',
        [
          ...readSources(stack, inPlace),
          ...lookUpTables(stack, inPlace),
          ...useConnections(stack, inPlace),
          ...useData(bucket, {
            read: copied.map(({ name }) => names.rawPrefix(name)),
            write: [
              'processed/',
              'rejected/',
              names.loadingPrefix,
              names.temporaryPrefix,
              ...(judges ? [names.quarantinePrefix, names.qualityPrefix] : []),
            ],
          }),
          ...(pipeline.catalog.tables === 'declared'
            ? [declareTable(stack, names.database, names.processedTable)]
            : []),
          ...(judges || incremental || onDuckDb
            ? [noteOnRuns(stack, names.workflow)]
            : []),
          writeMetrics,
        ],
        {
          '--CATALOG_DATABASE': props.database.databaseName,
          ...sparkSettings(pipeline.compute),
        },
      ),
      ...this.spark(pipeline.compute),
      ...this.connections(),
    });
    this.transformOnDuckDb = onDuckDb
      ? this.createTransformOnDuckDb()
      : undefined;
    this.load = new glue.PySparkEtlJob(this, 'load', {
      ...this.common(
        'load',
        'Loads the result into the Redshift table',
        [
          ...useData(bucket, { read: [names.loadingPrefix] }),
          ...(incremental ? [writeObject(bucket, names.loadedFiles)] : []),
          ...warehouse.grants,
          noteOnRuns(stack, names.workflow),
          writeMetrics,
        ],
        {
          ...warehouse.jobArguments,
          '--REDSHIFT_IAM_ROLE': warehouse.copyRoleArn,
        },
        warehouse.loadRole,
      ),
      // It only asks Redshift, and waits: the least that a job on Glue 5 can have.
      // A Python shell job would have less, and a boto3 that knows no workgroups.
      ...this.spark({ ...pipeline.compute, workerType: 'G.1X', workers: 2 }),
    });
    if (pipeline.compute.executionClass === 'FLEX') {
      for (const job of [this.transform, this.load]) {
        // The construct library has another class for it, which would be another job.
        (job.node.defaultChild as glue.CfnJob).executionClass = 'FLEX';
      }
    }
    for (const job of [
      this.prepare,
      this.transform,
      this.transformOnDuckDb,
      this.load,
    ]) {
      if (job) {
        this.acknowledge(job);
        job.node.addDependency(this.files, this.logs);
      }
    }
  }

  /** Of the databases that are read: the job runs in their networks. */
  private connections(): { connections?: glue.IConnection[] } {
    const names = this.props.pipeline.sources.flatMap(({ jdbc }) =>
      jdbc ? [jdbc.connection] : [],
    );
    const connections = [...new Set(names)].map(name =>
      glue.Connection.fromConnectionName(this, `connection-${name}`, name),
    );
    return connections.length > 0 ? { connections } : {};
  }

  private createPrepare(copied: Source[]): glue.PythonShellJob {
    const { pipeline, bucket } = this.props;
    const names = namesOf(pipeline);
    return new glue.PythonShellJob(this, 'prepare', {
      ...this.common('prepare', 'Copies sources to folders of their own', [
        ...readSources(Stack.of(this), copied),
        ...useData(bucket, {
          write: copied.map(({ name }) => names.rawPrefix(name)),
        }),
        // Which files are loaded already.
        ...(isIncremental(pipeline)
          ? [readObject(bucket, names.loadedFiles)]
          : []),
      ]),
      ...this.shell(),
    });
  }

  /** Has the role of transform, so that owners of sources allow one role to read them. */
  private createTransformOnDuckDb(): glue.PythonShellJob {
    const { pipeline, database } = this.props;
    const spark = namesOf(pipeline).step('transform');
    return new glue.PythonShellJob(this, 'transform-duckdb', {
      ...this.common(
        'transform-duckdb',
        'Joins, filters and aggregates small sources to Parquet on DuckDB',
        [runJob(Stack.of(this), spark)],
        {
          '--CATALOG_DATABASE': database.databaseName,
          '--SPARK_JOB': spark,
          '--additional-python-modules': DUCKDB_MODULES,
        },
        this.node.findChild('transform-role') as iam.Role,
      ),
      ...this.shell(),
      timeout: Duration.minutes(
        Math.min(
          pipeline.compute.timeoutMinutes + MINUTES_TO_WAIT,
          LONGEST_TIMEOUT,
        ),
      ),
    });
  }

  private shell() {
    return {
      pythonVersion: glue.PythonVersion.THREE_NINE,
      // Of the two sets only this one is documented to have boto3.
      librarySet: glue.LibrarySet.ANALYTICS,
      maxCapacity: glue.MaxCapacity.DPU_1_16TH,
    };
  }

  private common(
    step: Step,
    description: string,
    grants: Grant[],
    extraArguments: Record<string, string> = {},
    ownRole?: iam.Role,
  ) {
    const { pipeline, bucket, encryption } = this.props;
    const names = namesOf(pipeline);
    const stack = Stack.of(this);
    const script = `${step.replace('-', '_')}.py`;
    const isShell = SHELL_STEPS.includes(step);
    const archives = [
      'modules.zip',
      ...(step === 'transform' && this.files.hasScripts ? ['scripts.zip'] : []),
    ];
    const allGrants = [
      this.files.grant,
      ...grants,
      writeLogs(stack, isShell ? 'python-jobs' : 'jobs', encryption),
      ...(encryption ? [encryption.grant] : []),
    ];
    const role =
      ownRole ??
      new iam.Role(this, `${step}-role`, {
        assumedBy: serviceOf(this, 'glue'),
        description: `Job ${step}`,
      });
    // What a role of another stack may do with this one's resources stands here.
    grantTo(
      ownRole
        ? new iam.Policy(this, `${step}-policy`, { roles: [ownRole] })
        : role,
      allGrants,
    );
    return {
      jobName: names.step(step),
      description,
      // The construct would grant each file once more; the role has all it needs.
      role: role.withoutPolicyUpdates(),
      script: this.files.code(script),
      // A Python shell job takes modules only as wheels, so it fetches them by itself.
      ...(!isShell && {
        extraPythonFiles: archives.map(name => this.files.code(name)),
      }),
      ...(encryption && { securityConfiguration: encryption.configuration }),
      timeout: Duration.minutes(pipeline.compute.timeoutMinutes),
      maxRetries: pipeline.compute.maxRetries,
      defaultArguments: {
        '--PIPELINE_URI': this.files.uri('pipeline.json'),
        '--DATA_BUCKET': bucket.bucketName,
        '--TempDir': bucket.s3UrlForObject(names.temporaryPrefix),
        ...(isShell && { '--MODULES_URI': this.files.uri('modules.zip') }),
        ...(!isShell && {
          '--custom-logGroup-prefix': this.logs.prefix,
          '--enable-job-insights': 'true',
          '--enable-auto-scaling': String(pipeline.compute.autoScaling),
          '--job-bookmark-option': 'job-bookmark-disable',
        }),
        ...extraArguments,
      },
    };
  }

  private spark({
    glueVersion,
    workerType,
    workers,
    jobQueuing,
  }: Pipeline['compute']) {
    return {
      jobRunQueuingEnabled: jobQueuing,
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

  /** What a job has that is not encrypted by a key of the pipeline's own. */
  private acknowledge(job: glue.PythonShellJob | glue.PySparkEtlJob) {
    if (this.props.encryption) {
      return;
    }
    const encryptedLogs =
      'CloudWatch Logs encrypts what it stores; the jobs print counts and names, not rows.';
    Validations.of(job).acknowledge(
      { id: 'AwsSolutions-GL1', reason: encryptedLogs },
      {
        id: 'AwsSolutions-GL3',
        reason: 'The jobs keep no bookmarks.',
      },
    );
    Annotations.of(job).acknowledgeWarning(
      '@aws-cdk/aws-glue-alpha:unencryptedContinuousLogging',
      encryptedLogs,
    );
  }
}
