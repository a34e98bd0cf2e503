import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Encryption } from './Encryption';
import type { Grant } from './grants';
import { parseS3Uri } from './language.mjs';
import type { Source } from './pipeline';

/** The sources, read only: single objects by name, folders by prefix. */
export function readSources(stack: Stack, sources: Source[]): Grant[] {
  return sources.flatMap(({ uri }): Grant[] => {
    if (uri === undefined) {
      return [];
    }
    const { bucket, key } = parseS3Uri(uri);
    const isFolder = key.endsWith('/');
    const bucketArn = stack.formatArn({
      service: 's3',
      region: '',
      account: '',
      resource: bucket,
    });
    return [
      {
        actions: ['s3:GetObject'],
        resources: [`${bucketArn}/${key}${isFolder ? '*' : ''}`],
        ...(isFolder && {
          wildcardReason: 'The source is a folder: its objects are not known.',
        }),
      },
      {
        actions: ['s3:ListBucket'],
        resources: [bucketArn],
        conditions: {
          StringLike: { 's3:prefix': isFolder ? [`${key}*`] : [key] },
        },
      },
    ];
  });
}

/** To read databases: their connections, the secrets of these, and the network that they lie in. */
export function useConnections(stack: Stack, sources: Source[]): Grant[] {
  const databases = sources.flatMap(({ jdbc }) => (jdbc ? [jdbc] : []));
  if (databases.length === 0) {
    return [];
  }
  const secrets = databases.flatMap(({ secret }) => (secret ? [secret] : []));
  const interfaces = stack.formatArn({
    service: 'ec2',
    resource: 'network-interface',
    resourceName: '*',
  });
  const networkReason =
    'Glue attaches the job to the network of its connections, by interfaces that it makes.';
  return [
    {
      actions: ['glue:GetConnection'],
      resources: [
        stack.formatArn({ service: 'glue', resource: 'catalog' }),
        ...databases.map(({ connection }) =>
          stack.formatArn({
            service: 'glue',
            resource: 'connection',
            resourceName: connection,
          }),
        ),
      ],
    },
    ...(secrets.length > 0
      ? [{ actions: ['secretsmanager:GetSecretValue'], resources: secrets }]
      : []),
    {
      actions: [
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeRouteTables',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcAttribute',
        'ec2:DescribeVpcEndpoints',
        'ec2:CreateNetworkInterface',
        'ec2:DeleteNetworkInterface',
      ],
      resources: ['*'],
      wildcardReason: `${networkReason} Most of these calls take no narrower resource.`,
    },
    {
      actions: ['ec2:CreateTags', 'ec2:DeleteTags'],
      resources: [interfaces],
      conditions: {
        'ForAllValues:StringEquals': {
          'aws:TagKeys': ['aws-glue-service-resource'],
        },
      },
      wildcardReason: networkReason,
    },
  ];
}

/** To look up the sources that are tables of the catalog, and their partitions. */
export const lookUpTables = (stack: Stack, sources: Source[]): Grant[] =>
  sources.flatMap(({ table }) =>
    table
      ? [
          {
            actions: ['glue:GetTable', 'glue:GetPartitions'],
            resources: catalogArns(stack, table.database, table.name),
          },
        ]
      : [],
  );

/** What a step may do in folders of the data bucket. */
export function useData(
  bucket: s3.IBucket,
  { read = [], write = [] }: { read?: string[]; write?: string[] },
): Grant[] {
  const objects = (prefixes: string[]) =>
    prefixes.map(prefix => bucket.arnForObjects(`${prefix}*`));
  const folderMarker = (prefix: string) =>
    bucket.arnForObjects(`${prefix.replace(/\/$/, '')}_$folder$`);
  const wildcardReason =
    "The step's own folders of the pipeline's own bucket: Spark chooses the names in them.";
  return [
    {
      actions: ['s3:ListBucket', 's3:GetBucketLocation'],
      resources: [bucket.bucketArn],
    },
    {
      actions: ['s3:GetObject'],
      resources: objects([...read, ...write]),
      wildcardReason,
    },
    ...(write.length > 0
      ? [
          {
            actions: [
              's3:PutObject',
              's3:DeleteObject',
              's3:AbortMultipartUpload',
            ],
            // Hadoop marks a folder by an empty object beside it.
            resources: [...objects(write), ...write.map(folderMarker)],
            wildcardReason,
          },
        ]
      : []),
  ];
}

function catalogArns(stack: Stack, database: string, table = '*'): string[] {
  const arn = (resource: string) =>
    stack.formatArn({ service: 'glue', resource });
  return [
    arn('catalog'),
    arn(`database/${database}`),
    arn(`table/${database}/${table}`),
  ];
}

const OWN_TABLES =
  "Tables of the pipeline's own database, which the crawlers create.";

export const readCatalog = (stack: Stack, database: string): Grant => ({
  actions: [
    'glue:GetDatabase',
    'glue:GetTable',
    'glue:GetTables',
    'glue:GetPartition',
    'glue:GetPartitions',
    'glue:BatchGetPartition',
    'glue:GetPartitionIndexes',
  ],
  resources: catalogArns(stack, database),
  wildcardReason: OWN_TABLES,
});

export const writeCatalog = (stack: Stack, database: string): Grant => ({
  actions: [
    'glue:CreateTable',
    'glue:UpdateTable',
    'glue:CreatePartition',
    'glue:UpdatePartition',
    'glue:BatchCreatePartition',
    'glue:BatchUpdatePartition',
    'glue:DeletePartition',
    'glue:BatchDeletePartition',
    'glue:DeleteTable',
    'glue:BatchDeleteTable',
    // Crawlers index the partitions of what they make unless told otherwise.
    'glue:CreatePartitionIndex',
  ],
  resources: catalogArns(stack, database),
  wildcardReason: OWN_TABLES,
});

/** To make one table what its files are, with its partitions. */
export const declareTable = (
  stack: Stack,
  database: string,
  table: string,
): Grant => ({
  actions: [
    'glue:GetTable',
    'glue:CreateTable',
    'glue:UpdateTable',
    'glue:DeleteTable',
    'glue:GetPartitions',
    'glue:BatchCreatePartition',
    'glue:BatchDeletePartition',
  ],
  resources: catalogArns(stack, database, table),
});

/**
 * To write to the log groups of jobs on Spark (those of the pipeline among
 * them), of Python shell jobs, or of crawlers.
 */
export const writeLogs = (
  stack: Stack,
  of: 'jobs' | 'python-jobs' | 'crawlers',
  encryption: Encryption | undefined,
): Grant => ({
  actions: [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    // AWS Glue Developer Guide, "Setting up encryption in AWS Glue".
    ...(encryption ? ['logs:AssociateKmsKey'] : []),
  ],
  resources: [
    stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `/aws-glue/${of}*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  ],
  wildcardReason: 'Glue creates log groups and streams by itself.',
});

export const writeMetrics: Grant = {
  actions: ['cloudwatch:PutMetricData'],
  resources: ['*'],
  conditions: { StringEquals: { 'cloudwatch:namespace': 'Glue' } },
  wildcardReason: 'Metrics have no ARN; the condition names the namespace.',
};

const ofObject =
  (action: string) =>
  (bucket: s3.IBucket, key: string): Grant => ({
    actions: [action],
    resources: [bucket.arnForObjects(key)],
  });

export const readObject = ofObject('s3:GetObject');

export const writeObject = ofObject('s3:PutObject');

/** To note on a run of the pipeline's own workflow what a step did. */
export const noteOnRuns = (stack: Stack, workflow: string): Grant => ({
  actions: ['glue:PutWorkflowRunProperties'],
  resources: [
    stack.formatArn({
      service: 'glue',
      resource: 'workflow',
      resourceName: workflow,
    }),
  ],
});

/** To begin runs of one job of the pipeline, to follow them, and to stop what nobody waits for. */
export const runJob = (stack: Stack, job: string): Grant => ({
  actions: [
    'glue:StartJobRun',
    'glue:GetJobRun',
    'glue:GetJobRuns',
    'glue:BatchStopJobRun',
  ],
  resources: [
    stack.formatArn({ service: 'glue', resource: 'job', resourceName: job }),
  ],
});
