import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { StackFunction } from './StackFunction';
import type { Encryption } from './Encryption';
import type { Grant } from './grants';
import { namesOf } from './names';
import type { Pipeline } from './pipeline';
import { scriptsAsset } from './scripts';

/** Hexadecimal digits of the content of a file that tell its versions apart. */
const VERSION_LENGTH = 12;

export interface JobFilesProps {
  pipeline: Pipeline;
  /** The folder of the jobs' scripts. */
  jobsDirectory: string;
  bucket: s3.IBucket;
  /** With a key of the pipeline's own. */
  encryption: Encryption | undefined;
  /** The jobs, by the names of their scripts. */
  jobs: string[];
}

/**
 * The files that the jobs run, in the pipeline's own bucket and under the names
 * that people know: `scripts/<version>/transform.py`.
 *
 * The CDK uploads files to a bucket that all apps of an account share, where
 * they are named by their content. The jobs' roles see nothing of that bucket;
 * a function that may read these files of it and no other copies them. (The
 * construct library's BucketDeployment may read all of it.)
 *
 * A file that changes has another version, so that a deployment that fails
 * leaves the jobs with the files that they had. CloudFormation removes the one
 * before when nothing can fail any more.
 */
export class JobFiles extends Construct {
  /** What reads the files: their jobs. */
  readonly grant: Grant;
  /** The functions of the steps `script`, if there are any. */
  readonly hasScripts: boolean;
  private readonly assets: Record<string, Asset>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: JobFilesProps,
  ) {
    super(scope, id);
    const { pipeline, jobsDirectory, bucket, jobs } = props;
    const { scriptsPrefix } = namesOf(pipeline);
    const scripts = scriptsAsset(this, pipeline, jobsDirectory);
    this.hasScripts = scripts !== undefined;
    this.assets = {
      'pipeline.json': this.createPipelineAsset(),
      // Archives, because modules are found by their folders.
      'modules.zip': new Asset(this, 'modules', {
        path: join(jobsDirectory, 'modules'),
        exclude: ['**/__pycache__'],
      }),
      ...(scripts && { 'scripts.zip': scripts }),
      ...Object.fromEntries(
        jobs.map(job => [
          `${job}.py`,
          new Asset(this, job, { path: join(jobsDirectory, `${job}.py`) }),
        ]),
      ),
    };
    this.grant = {
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects(`${scriptsPrefix}*`)],
      wildcardReason:
        "The versions of the jobs' own files, which only a deployment writes.",
    };
    this.createCopies();
  }

  /** A file as a Glue job names it. */
  code(name: string): glue.Code {
    return glue.Code.fromBucket(this.props.bucket, this.keyOf(name));
  }

  uri(name: string): string {
    return this.props.bucket.s3UrlForObject(this.keyOf(name));
  }

  private keyOf(name: string): string {
    const { scriptsPrefix } = namesOf(this.props.pipeline);
    const { assetHash } = this.assets[name]!;
    return `${scriptsPrefix}${assetHash.slice(0, VERSION_LENGTH)}/${name}`;
  }

  /** `pipeline.yaml`, defaults filled in, as the JSON object that the jobs read. */
  private createPipelineAsset(): Asset {
    const directory = mkdtempSync(join(tmpdir(), 'pipeline-'));
    try {
      const file = join(directory, 'pipeline.json');
      writeFileSync(file, `${JSON.stringify(this.props.pipeline, null, 2)}\n`);
      // The asset is staged while it is constructed, so the file may go after that.
      return new Asset(this, 'pipeline', { path: file });
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  private createCopies() {
    const { bucket, pipeline, encryption } = this.props;
    const { scriptsPrefix } = namesOf(pipeline);
    const assets = Object.entries(this.assets);
    const copier = new StackFunction(this, 'Copier', {
      description: 'Copies the files of the jobs to the bucket of the pipeline',
      module: 'jobFile',
      timeout: Duration.minutes(5),
      grants: [
        ...readAssets(
          Stack.of(this),
          assets.map(([, asset]) => asset),
        ),
        {
          actions: ['s3:PutObject', 's3:DeleteObject'],
          resources: [bucket.arnForObjects(`${scriptsPrefix}*`)],
          wildcardReason:
            "The versions of the jobs' own files: a deployment adds one and removes the one before.",
        },
        ...(encryption ? [encryption.grant] : []),
      ],
    });
    for (const [name, asset] of assets) {
      const copy = new CustomResource(this, `copy-${name}`, {
        resourceType: 'Custom::JobFile',
        serviceToken: copier.functionArn,
        serviceTimeout: Duration.minutes(6),
        properties: {
          From: asset.s3BucketName,
          FromKey: asset.s3ObjectKey,
          Bucket: bucket.bucketName,
          Key: this.keyOf(name),
        },
      });
      copy.node.addDependency(copier.role);
    }
  }
}

/** The files as the CDK uploaded them, object by object. */
function readAssets(stack: Stack, assets: Asset[]): Grant[] {
  const objects = assets.map(({ bucket, s3ObjectKey }) =>
    bucket.arnForObjects(s3ObjectKey),
  );
  const [{ bucket }] = assets as [Asset];
  return [
    { actions: ['s3:GetObject'], resources: objects },
    {
      // Where the account was bootstrapped with a key of its own (Amazon S3 User
      // Guide, "Using SSE-KMS": the context is the object, or the bucket with bucket keys).
      actions: ['kms:Decrypt'],
      resources: [stack.formatArn({ service: 'kms', resource: 'key/*' })],
      conditions: {
        StringEquals: {
          'kms:ViaService': `s3.${stack.region}.${stack.urlSuffix}`,
          'kms:EncryptionContext:aws:s3:arn': [bucket.bucketArn, ...objects],
        },
      },
      wildcardReason:
        'The key of the bucket of assets is not known here; the conditions allow only these objects.',
    },
  ];
}
