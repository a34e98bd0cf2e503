/**
 * One or more workflow ARNs, separated by commas or whitespace.
 *
 * @public
 */
export const GLUE_WORKFLOW_ARN_ANNOTATION = 'aws.amazon.com/glue-workflow-arn';
/** @public */
export const REDSHIFT_CLUSTER_ARN_ANNOTATION =
  'aws.amazon.com/redshift-cluster-arn';
/** @public */
export const REDSHIFT_WORKGROUP_ARN_ANNOTATION =
  'aws.amazon.com/redshift-workgroup-arn';
/**
 * `database.schema.table`
 *
 * @public
 */
export const REDSHIFT_TABLE_ANNOTATION = 'glue-pipelines.io/redshift-table';
