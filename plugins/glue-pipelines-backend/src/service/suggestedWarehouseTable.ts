import {
  InvalidWarehouseError,
  parseRedshiftArn,
  parseRedshiftTable,
  REDSHIFT_CLUSTER_ARN_ANNOTATION,
  REDSHIFT_TABLE_ANNOTATION,
  REDSHIFT_WORKGROUP_ARN_ANNOTATION,
  WarehouseKind,
  warehouseTableTag,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';

const EXAMPLE = 'workgroup/<name>/<database>.<schema>.<table>';

/**
 * The value for the tag of the workflow that its entity's annotations suggest:
 * whoever sets it has to see for themselves that the workflow loads that table.
 */
export function suggestedWarehouseTable(
  annotations: Record<string, string>,
  workflow: WorkflowArn,
): string {
  const {
    [REDSHIFT_CLUSTER_ARN_ANNOTATION]: cluster,
    [REDSHIFT_WORKGROUP_ARN_ANNOTATION]: workgroup,
    [REDSHIFT_TABLE_ANNOTATION]: table,
  } = annotations;
  const kind: WarehouseKind = cluster ? 'cluster' : 'workgroup';
  const arn = cluster ?? workgroup;
  if (!arn || !table) {
    return EXAMPLE;
  }
  try {
    const { name, accountId, region } = parseRedshiftArn(arn, kind);
    const isNear =
      accountId === workflow.accountId && region === workflow.region;
    return name && isNear
      ? warehouseTableTag({
          kind,
          warehouse: name,
          ...parseRedshiftTable(table),
        })
      : EXAMPLE;
  } catch (error) {
    if (error instanceof InvalidWarehouseError) {
      return EXAMPLE;
    }
    throw error;
  }
}
