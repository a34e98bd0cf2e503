/** What a change of a property means for a resource of a type. */
export interface UpdateBehaviour {
  /** Where a template gives the name, dotted. A change of one is another resource. */
  readonly names: readonly string[];
  /** CloudFormation generates none: the template has to give it. */
  readonly isNameRequired?: true;
  /** Properties besides with "Update requires: Replacement", dotted. */
  readonly createOnly: readonly string[];
  /** The type's page of the AWS CloudFormation Template Reference, which says so. */
  readonly page: string;
}

/**
 * Every other property is updated in place ("No interruption" or "Some
 * interruptions"). Classifiers are named within their kind; databases and
 * tables in either of two places.
 */
export const updateBehaviours: Readonly<Record<string, UpdateBehaviour>> = {
  'AWS::Events::Rule': {
    names: ['Name'],
    createOnly: ['EventBusName'],
    page: 'aws-resource-events-rule.html',
  },
  'AWS::Glue::Classifier': {
    names: [
      'CsvClassifier.Name',
      'GrokClassifier.Name',
      'JsonClassifier.Name',
      'XMLClassifier.Name',
    ],
    createOnly: [],
    page: 'aws-resource-glue-classifier.html',
  },
  'AWS::Glue::Connection': {
    names: ['ConnectionInput.Name'],
    createOnly: ['CatalogId'],
    page: 'aws-resource-glue-connection.html',
  },
  'AWS::Glue::Crawler': {
    names: ['Name'],
    createOnly: [],
    page: 'aws-resource-glue-crawler.html',
  },
  'AWS::Glue::Database': {
    names: ['DatabaseName', 'DatabaseInput.Name'],
    createOnly: ['CatalogId'],
    page: 'aws-resource-glue-database.html',
  },
  'AWS::Glue::Job': {
    names: ['Name'],
    createOnly: [],
    page: 'aws-resource-glue-job.html',
  },
  'AWS::Glue::SecurityConfiguration': {
    names: ['Name'],
    isNameRequired: true,
    createOnly: ['EncryptionConfiguration'],
    page: 'aws-resource-glue-securityconfiguration.html',
  },
  'AWS::Glue::Table': {
    names: ['Name', 'TableInput.Name'],
    createOnly: ['CatalogId', 'DatabaseName'],
    page: 'aws-resource-glue-table.html',
  },
  'AWS::Glue::Trigger': {
    names: ['Name'],
    createOnly: ['Type', 'WorkflowName'],
    page: 'aws-resource-glue-trigger.html',
  },
  'AWS::Glue::Workflow': {
    names: ['Name'],
    createOnly: [],
    page: 'aws-resource-glue-workflow.html',
  },
  'AWS::Redshift::Cluster': {
    names: ['ClusterIdentifier'],
    createOnly: [
      'ClusterSubnetGroupName',
      'DBName',
      'MasterUsername',
      'OwnerAccount',
      'SnapshotClusterIdentifier',
      'SnapshotIdentifier',
    ],
    page: 'aws-resource-redshift-cluster.html',
  },
  'AWS::RedshiftServerless::Namespace': {
    names: ['NamespaceName'],
    isNameRequired: true,
    createOnly: ['Tags'],
    page: 'aws-resource-redshiftserverless-namespace.html',
  },
  'AWS::RedshiftServerless::Workgroup': {
    names: ['WorkgroupName'],
    isNameRequired: true,
    createOnly: ['NamespaceName'],
    page: 'aws-resource-redshiftserverless-workgroup.html',
  },
  'AWS::S3::Bucket': {
    names: ['BucketName'],
    createOnly: ['BucketNamePrefix', 'BucketNamespace', 'ObjectLockEnabled'],
    page: 'aws-resource-s3-bucket.html',
  },
  'AWS::SecretsManager::Secret': {
    names: ['Name'],
    createOnly: [],
    page: 'aws-resource-secretsmanager-secret.html',
  },
  // Of the apps of pipelines: another version is another resource.
  'Custom::JobFile': {
    names: ['Key'],
    isNameRequired: true,
    createOnly: ['Bucket'],
    page: 'aws-resource-cloudformation-customresource.html',
  },
  // The CDK's own: another bucket is another configuration.
  'Custom::S3BucketNotifications': {
    names: ['BucketName'],
    isNameRequired: true,
    createOnly: [],
    page: 'aws-resource-cloudformation-customresource.html',
  },
};
