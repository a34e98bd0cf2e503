/**
 * Every operation of AWS that the actions call, with the IAM action that allows
 * it and what it is called on: of Glue what follows
 * `arn:aws:glue:<region>:<account>:`, of S3 what follows `arn:aws:s3:::`
 * (Service Authorization Reference). The IAM policy of the documentation is
 * made of this list.
 */
export const OPERATIONS = {
  GetWorkflow: {
    action: 'glue:GetWorkflow',
    part: 'SeeWhetherANameIsFree',
    resource: 'workflow/*',
  },
  GetTable: {
    action: 'glue:GetTable',
    part: 'LookUpSourceTables',
    resource: ['catalog', 'database/*', 'table/*'],
  },
  GetPartitions: {
    action: 'glue:GetPartitions',
    part: 'LookUpSourceTables',
    resource: ['catalog', 'database/*', 'table/*'],
  },
  ListObjectsV2: {
    action: 's3:ListBucket',
    part: 'InspectSources',
    resource: 'YOUR-SOURCE-BUCKET',
  },
  HeadObject: {
    action: 's3:GetObject',
    part: 'InspectSources',
    resource: 'YOUR-SOURCE-BUCKET/*',
  },
  GetObject: {
    action: 's3:GetObject',
    part: 'InspectSources',
    resource: 'YOUR-SOURCE-BUCKET/*',
  },
} as const;
