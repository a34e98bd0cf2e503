import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Grant } from './grants';
import type { Source } from './pipeline';
import type { WarehouseStack } from './WarehouseStack';

/** The scripts and the pipeline that a job reads, object by object. */
export const readAssets = (...assets: Asset[]): Grant => ({
  actions: ['s3:GetObject'],
  resources: assets.map(({ bucket, s3ObjectKey }) =>
    bucket.arnForObjects(s3ObjectKey),
  ),
});

/** The sources, read only: single objects by name, folders by prefix. */
export function readSources(stack: Stack, sources: Source[]): Grant[] {
  return sources.flatMap(({ uri }): Grant[] => {
    const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
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

function catalogArns(stack: Stack, database: string): string[] {
  const arn = (resource: string) =>
    stack.formatArn({ service: 'glue', resource });
  return [
    arn('catalog'),
    arn(`database/${database}`),
    arn(`table/${database}/*`),
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
  ],
  resources: catalogArns(stack, database),
  wildcardReason: OWN_TABLES,
});

export const writeLogs = (stack: Stack): Grant => ({
  actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  resources: [
    stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '/aws-glue/*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  ],
  wildcardReason: 'Glue creates its log groups and streams by itself.',
});

export const writeMetrics: Grant = {
  actions: ['cloudwatch:PutMetricData'],
  resources: ['*'],
  conditions: { StringEquals: { 'cloudwatch:namespace': 'Glue' } },
  wildcardReason: 'Metrics have no ARN; the condition names the namespace.',
};

/** What a job needs to enter the warehouse's network and to log in to Redshift. */
export function useWarehouse(
  stack: Stack,
  { connection, secret, securityGroup, subnet }: WarehouseStack,
): Grant[] {
  const ec2Arn = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'ec2', resource, resourceName });
  const interfaces = ec2Arn('network-interface', '*');
  return [
    {
      actions: [
        'secretsmanager:GetSecretValue',
        'secretsmanager:DescribeSecret',
      ],
      resources: [secret.secretArn],
    },
    {
      actions: ['glue:GetConnection'],
      resources: [
        stack.formatArn({ service: 'glue', resource: 'catalog' }),
        connection.connectionArn,
      ],
    },
    {
      actions: [
        'ec2:DescribeSubnets',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeRouteTables',
        'ec2:DescribeVpcAttribute',
        'ec2:DescribeVpcEndpoints',
      ],
      resources: ['*'],
      wildcardReason: 'EC2 knows no resource-level permissions for Describe.',
    },
    {
      actions: ['ec2:CreateNetworkInterface'],
      resources: [
        interfaces,
        ec2Arn('subnet', subnet.subnetId),
        ec2Arn('security-group', securityGroup.securityGroupId),
      ],
      wildcardReason: 'The interface does not exist before it is created.',
    },
    {
      actions: ['ec2:DeleteNetworkInterface'],
      resources: [interfaces],
      wildcardReason: 'Glue creates the interface, so its id is not known.',
    },
    {
      actions: ['ec2:CreateTags', 'ec2:DeleteTags'],
      resources: [interfaces],
      conditions: {
        'ForAllValues:StringEquals': {
          'aws:TagKeys': ['aws-glue-service-resource'],
        },
      },
      wildcardReason: 'Glue marks the interfaces that it creates by this tag.',
    },
  ];
}
