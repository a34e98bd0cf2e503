import { partitionOf } from '@glue-pipelines/backstage-plugin-common';
import type { warehouseOf } from '@glue-pipelines/pipeline';
import type { PipelineTarget } from '../aws/PipelineTarget';

/** The ARN that Glue gives to the workflow. */
export function workflowArn(
  { accountId, region }: PipelineTarget,
  name: string,
): string {
  return `arn:${partitionOf(region)}:glue:${region}:${accountId}:workflow/${name}`;
}

/**
 * The ARN of the cluster that the pipeline loads, or one that names its
 * workgroup. Redshift Serverless gives a workgroup an ARN that ends in an id of
 * its own choosing, which nobody knows before the first deployment; its API
 * takes the name, so the name stands in that place.
 */
export function warehouseArn(
  { accountId, region }: PipelineTarget,
  { kind, name }: ReturnType<typeof warehouseOf>,
): string {
  const partition = partitionOf(region);
  return kind === 'cluster'
    ? `arn:${partition}:redshift:${region}:${accountId}:cluster:${name}`
    : `arn:${partition}:redshift-serverless:${region}:${accountId}:workgroup/${name}`;
}
